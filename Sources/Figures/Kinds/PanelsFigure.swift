public import Lessons
public import Plotting

/// Any figures side by side under one title, each with its own explanation; the small print is shared.
///
/// A part is a figure section without words of its own but a title. Parts stand in rows in the order of
/// the lesson file; on paper each is as high as it needs to be, on a slide all fill equal cells.
public struct PanelsFigure: Figure {
  /// The word in lesson files.
  public static let kind = "panels"
  /// The line of the guide.
  public static let summary = "any figures side by side under one title"
  /// A section that shows it off.
  public static let example = """
    kind: panels
    figures: {a: {kind: loss-curve, scenario: hidden-layer}, b: {kind: weight-orbit, scenario: perceptron}}
    """
  /// The options.
  public static let fields = [
    Field(
      "figures", .openSectionMap(partFields), isRequired: true,
      summary: "the figures under names of your choice: kind, title, and the options of the kind"),
    PanelGrid.field,
  ]

  private static let partFields = [
    Field("kind", .string, isRequired: true, summary: "what kind of figure it is"),
    Field("title", .localizedText, summary: "the heading of this part"),
  ]

  private static let help = "for example figures: {left: {kind: loss-curve, scenario: ..}}"

  private struct Part: Sendable {
    let title: LocalizedText
    let figure: any Figure
  }

  private let parts: [Part]
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    guard reader.has("figures") else {
      throw reader.error("'panels' has no 'figures'", help: Self.help)
    }
    var parts: [Part] = []
    for part in try reader.sections("figures", each: "part") {
      parts.append(try Self.part(part.section))
    }
    guard !parts.isEmpty else {
      throw reader.error(
        "'figures' is empty", at: "figures", help: Self.help)
    }
    self.parts = parts
    grid = try PanelGrid(in: &reader)
  }

  private static func part(_ section: Section) throws(LessonError) -> Part {
    var probe = SectionReader(section, fields: partFields)
    let entries = FigureCatalog.entries.filter { $0.kind != kind }
    let type = try probe.choice("kind", of: "figure kind", from: entries) { $0.kind }
    var reader = SectionReader(section, fields: partFields + type.fields)
    _ = try reader.string("kind")
    let title = try reader.optionalLocalizedText("title") ?? LocalizedText("")
    let figure = try type.decode(&reader)
    try reader.finish()
    return Part(title: title, figure: figure)
  }

  /// What its parts ask for.
  public var requests: [ScenarioRequest] { parts.flatMap { $0.figure.requests } }

  /// A part may need the path.
  public var needsPath: Bool { parts.contains { $0.figure.needsPath } }

  /// One part that moves is enough.
  public var isStill: Bool { parts.allSatisfy { $0.figure.isStill } }

  /// One part that says the epoch is enough.
  public var headingsNameEpoch: Bool { parts.contains { $0.figure.headingsNameEpoch } }

  /// What each part asks for.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for part in parts { try part.figure.check(starts) }
  }

  /// Draws every part.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let words = context.words
    var page = Plot(theme: context.theme, panels: [], columns: grid.columns)
    var prints = SmallPrint()
    let names = parts.indices.map { name(of: $0, outcomes, words) }
    for (index, part) in parts.enumerated() {
      var plot = try part.figure.plot(of: outcomes, in: context.ofPart(index))
      plot.subtitle = part.title[words.language] ?? ""
      let notes = plot.note.split(separator: "\n").map { [Fact.words(String($0))] }
      prints.add(lines: notes, of: names[index])
      plot.note = ""
      page.parts.append(plot)
    }
    page.note = prints.eachLine(words).joined(separator: "\n")
    guard prints.namesLines(words) else { return page }
    // What the small print calls a part must be seen above it.
    for index in page.parts.indices where page.parts[index].subtitle.isEmpty {
      page.parts[index].subtitle = names[index]
    }
    return page
  }

  /// The title of a part; without one its scenarios, or its number if other parts show the same.
  private func name(of index: Int, _ outcomes: Outcomes, _ words: Words) -> String {
    if let title = parts[index].title[words.language], !title.isEmpty { return title }
    let scenarios = parts.map { part in
      part.figure.requests.map { outcomes.title(of: $0.name, words) }.joined(separator: ", ")
    }
    let own = scenarios[index]
    return own.isEmpty || scenarios.count(where: { $0 == own }) > 1 ? String(index + 1) : own
  }
}
