import Languages
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// A network as units and connections, drawn from its real numbers: a weight's line is as thick as the
/// weight is large, blue where it is positive and orange where it is negative; inside each unit stands
/// its activation for one row of the data.
///
/// With `labels: parts` the kinds of parts are named below.
public struct NetworkDiagramFigure: Figure {
  /// The word in lesson files.
  public static let kind = "network-diagram"
  /// The line of the guide.
  public static let summary =
    "units and connections: weights as width and color, activations for one input inside the units"
  /// A section that shows it off.
  public static let example = """
    kind: network-diagram
    scenario: hidden-layer
    row: 2
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false),
    Field(
      "row", .integer(min: 1), summary: "the row of the data whose activations are shown",
      defaultText: "the last row"),
    Field(
      "weights", .boolean, summary: "whether numbers stand on the connections",
      defaultText: "true where there are 24 connections or fewer"),
    Field(
      "labels", .choice(["layers", "parts"]),
      summary: "what is named: the layers, or also an input, a weight, a unit, a bias, the fan-in",
      defaultText: "layers"),
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let row: Int?
  private let showsWeights: Bool?
  private let namesParts: Bool

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice.one("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    showsWeights = reader.has("weights") ? try reader.boolean("weights") : nil
    namesParts =
      try reader.choice(
        "labels", of: "labels", from: ["layers", "parts"], naming: { $0 }, default: "layers")
      == "parts"
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epoch)]
  }

  /// The row that the lesson names.
  public func check(_ starts: Outcomes) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    let row = self.row ?? trace.dataset.rowCount
    guard row <= trace.dataset.rowCount else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(counted(trace.dataset.rowCount, "row")), not \(row)",
        at: scenario.location)
    }
  }

  /// Draws the diagram.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let step = try epoch.steps(of: trace)[0]
    let row = self.row ?? trace.dataset.rowCount
    try check(outcomes)
    let (theme, words) = (context.theme, context.words)
    let inputs = trace.dataset.inputs.row(row - 1)
    let diagram = NetworkDiagram(
      network: step.network, pass: step.network.forward(Matrix([inputs])),
      dataset: trace.dataset, context: context, showsWeights: showsWeights,
      namesParts: namesParts)
    let reach = diagram.largestWeight
    return Plot(
      theme: theme,
      keys: [
        .ramp(theme.signed, domain: -reach...reach, words(.weightKey)),
        .note(words(.shownFor, inputs.map(Shown.exact).joined(separator: ", "))),
      ],
      note: (trace.facts + [
        .epoch(step.epoch),
        .words(words(.parameters, NumberText.count(step.network.parameterCount))),
      ]).line(words),
      panels: [diagram.panel], shape: .height(diagram.height))
  }
}
