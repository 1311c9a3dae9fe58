import Languages
public import Lessons
public import Plotting
import Tracing

/// The updates of the first epoch: every row in the order in which it was used, batch by batch, and how
/// far each update moved the parameters.
///
/// Scenarios share both axes, so that many small batches and few large ones can be compared. The rows
/// that do not fill the last batch stand out, whether they are used or dropped.
public struct UpdateStripFigure: Figure {
  /// The word in lesson files.
  public static let kind = "update-strip"
  /// The line of the guide.
  public static let summary = "the batches and updates of one epoch, row by row"
  /// A section that shows it off.
  public static let example = """
    kind: update-strip
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
  ]

  /// More updates than this in an epoch are too narrow to be seen.
  private static let mostUpdates = 400

  private let scenarios: [LocatedText]

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
  }

  /// Every update of the first epoch, and its end.
  public var requests: [ScenarioRequest] {
    scenarios.map {
      ScenarioRequest(
        name: $0,
        schedule: .first(Self.mostUpdates + 1, .updates).union(.epochs([1])))
    }
  }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Batches of a network.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      try requireBatches(try starts.value(of: name, as: Trace.self), at: name.location)
    }
  }

  private func requireBatches(_ trace: Trace, at location: SourceLocation) throws(FigureError) {
    guard trace.loss != nil else {
      throw FigureError(
        "'\(Self.kind)' shows the batches of a network; scenario '\(trace.scenario)' is a perceptron",
        at: location, help: "'perceptron-updates' shows its corrections")
    }
  }

  /// Draws a panel for each scenario, one below the other.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    var strips: [(strip: UpdateStrip, title: String)] = []
    var prints = SmallPrint()
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      let title = outcomes.title(of: name, words)
      strips.append((try strip(of: trace, at: name.location), title))
      prints.add(trace.facts, of: title)
    }
    let highest = strips.flatMap { $0.strip.updates.map { $0.length } }.max() ?? 0
    let top = highest.isFinite && highest > 0 ? highest : 1
    var keys: [Key] = [
      .swatch(UpdateStrip.shade(0, theme), words(.rowOfBatch)),
      .swatch(theme.gradient, words(.stepLength)),
    ]
    if strips.contains(where: { $0.strip.rest > 0 }) {
      keys.append(.swatch(theme.accent, words(.restOfRows)))
    }
    let rows = strips.map { $0.strip.rowCount }.max() ?? 1
    return Plot(
      theme: theme, keys: keys, note: prints.whole(words).joined(separator: "\n"),
      panels: strips.enumerated().map { index, entry in
        Panel(
          title: scenarios.count > 1 ? entry.title : "", subtitle: entry.strip.count(words),
          x: Axis(
            index == strips.count - 1 ? words(.rowsOfEpoch) : "", domain: 0...Double(rows)),
          y: Axis("|Δθ|", domain: 0...top * 1.5, hasGrid: true),
          marks: entry.strip.marks(theme))
      }, columns: 1, shape: .aspect(strips.count > 1 ? 0.2 : 0.3), sharesX: true, sharesY: true)
  }

  private func strip(of trace: Trace, at location: SourceLocation) throws(FigureError)
    -> UpdateStrip
  {
    try requireBatches(trace, at: location)
    let strip = UpdateStrip(of: trace)
    guard !strip.updates.isEmpty else {
      throw FigureError(
        "scenario '\(trace.scenario)' makes no update in its first epoch", at: location,
        help: "give it at least one epoch")
    }
    guard strip.updates.count <= Self.mostUpdates else {
      throw FigureError(
        "an epoch of scenario '\(trace.scenario)' has more than \(Self.mostUpdates) updates",
        at: location, help: "larger batches or fewer rows make fewer updates")
    }
    return strip
  }
}
