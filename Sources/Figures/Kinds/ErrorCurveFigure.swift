import Languages
public import Lessons
public import Plotting
import Tracing

/// Training and validation error of a sweep against one of its settings: the median over the seeds,
/// the quartiles and the ends as bands.
///
/// Where the setting makes the network larger, the least median of the validation error is marked: left
/// of it the network is too small for the data, right of it too large.
public struct ErrorCurveFigure: Figure {
  /// The word in lesson files.
  public static let kind = "error-curve"
  /// The line of the guide.
  public static let summary =
    "training and validation error of a sweep against one setting, median and spread over the seeds"
  /// A section that shows it off.
  public static let example = """
    kind: error-curve
    scenario: sweep
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), SweepTable.axisField,
    Field(
      "quantity", .choice(["loss", "error"]),
      summary: "the mean loss, or the share of rows that are classified wrong",
      defaultText: "loss"),
    Field(
      "scale", .choice(["linear", "log"]), summary: "how the error runs upward",
      defaultText: "linear"),
    Field(
      "regions", .boolean, summary: "whether the best setting is marked",
      defaultText: "true for units and layers"),
    Field(
      "truth", .boolean,
      summary: "whether the loss of the function behind the data is drawn too, dashed",
      defaultText: "false"),
    PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let axis: LocatedText?
  private let showsLoss: Bool
  private let scale: ScaleTransform
  private let marksRegions: Bool?
  private let showsTruth: Bool
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    axis = try reader.value("axis")
    showsLoss =
      try reader.choice(
        "quantity", of: "quantity", from: ["loss", "error"], naming: { $0 }, default: "loss")
      == "loss"
    scale = try reader.choice(
      "scale", of: "scale", from: [ScaleTransform.linear, .log], naming: { $0.name },
      default: .linear)
    marksRegions = reader.has("regions") ? try reader.boolean("regions") : nil
    showsTruth = try reader.boolean("truth", default: false)
    grid = try PanelGrid(in: &reader)
  }

  /// The sweep; it has no moments to choose from.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: .ends, kind: Sweep.self)]
  }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Draws a panel for each combination of the other settings.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let sweep = try outcomes.value(of: scenario, as: Sweep.self)
    try requireValidation(sweep)
    let table = try SweepTable(sweep, along: axis, of: scenario, for: Self.kind, words)
    guard let places = table.numbers else {
      throw FigureError(
        "'\(Self.kind)' needs numbers along its axis; '\(table.axis.name)' has names",
        at: axis?.location ?? scenario.location, help: "draw it as 'outcome-spread'")
    }
    guard showsLoss || sweep.members.contains(where: { $0.finalAccuracy != nil }) else {
      throw FigureError(
        "scenario '\(scenario.text)' predicts a number, so nothing is classified wrong",
        at: scenario.location, help: "write 'quantity: loss'")
    }
    let floor = try self.floor(of: sweep)
    let marksRegions = self.marksRegions ?? table.axis.growsNetwork
    let panels = table.parts.map { part in
      ErrorPanel(
        part, at: places, axis: words.name(of: table.axis), showsLoss: showsLoss, scale: scale,
        marksRegions: marksRegions, floor: floor, context: context
      ).panel
    }
    return Plot(
      theme: theme, keys: ErrorPanel.keys(theme, words, hasFloor: floor != nil),
      note: note(table, words), panels: panels, columns: grid.columns,
      shape: theme.keepsProportion ? .fill : .aspect(panels.count > 1 ? 0.85 : 0.55), sharesX: true,
      sharesY: true,
      minimumPanelWidth: 140)
  }

  private func requireValidation(_ sweep: Sweep) throws(FigureError) {
    guard !sweep.members.contains(where: { $0.validationLoss != nil }) else { return }
    throw FigureError(
      "'\(Self.kind)' compares two errors; scenario '\(scenario.text)' has no rows for validation",
      at: scenario.location, help: "give its data 'validation: 200'")
  }

  private func floor(of sweep: Sweep) throws(FigureError) -> Double? {
    guard showsTruth else { return nil }
    if showsLoss, let loss = sweep.truthLoss { return loss }
    throw FigureError(
      "scenario '\(scenario.text)' has no true function to measure a loss of",
      at: scenario.location, help: "leave 'truth' out")
  }

  private func note(_ table: SweepTable, _ words: Words) -> String {
    var lines = [table.note(words)]
    for part in table.parts where table.axis.growsNetwork {
      let counts = part.groups.compactMap { $0.first?.parameterCount }.map(NumberText.count)
      let line = words(.parameterCounts, counts.joined(separator: ", "))
      lines.append(part.title.isEmpty ? line : part.title + ": " + line)
    }
    return lines.joined(separator: "\n")
  }
}
