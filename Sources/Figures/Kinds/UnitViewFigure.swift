import Languages
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// One unit of a network taken apart for one row of the data: each input times its weight, the bias,
/// their sum z, and the activation of that sum, which is also read off its curve.
public struct UnitViewFigure: Figure {
  /// The word in lesson files.
  public static let kind = "unit-view"
  /// The line of the guide.
  public static let summary =
    "one unit taken apart: inputs times weights, the bias, the sum, and the activation on its curve"
  /// A section that shows it off.
  public static let example = """
    kind: unit-view
    scenario: hidden-layer
    row: 2
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false),
    Field(
      "row", .integer(min: 1), summary: "the row of the data that is followed",
      defaultText: "the last row"),
    Field(
      "layer", .integer(min: 1), summary: "the layer, the first hidden one being 1",
      defaultText: "1"),
    Field("unit", .integer(min: 1), summary: "the unit, counted from 1", defaultText: "1"),
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let row: Int?
  private let layer: Int
  private let unit: Int

  /// More products than this cannot be read one below the other.
  private static let mostInputs = 8

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice.one("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    layer = try reader.integer("layer", default: 1)
    unit = try reader.integer("unit", default: 1)
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epoch)]
  }

  /// The unit and the row that the lesson names.
  public func check(_ starts: Outcomes) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    try check(trace.last.network)
    let row = self.row ?? trace.dataset.rowCount
    guard row <= trace.dataset.rowCount else {
      throw error("has \(counted(trace.dataset.rowCount, "row")), not \(row)")
    }
  }

  /// Draws the unit and the curve of its activation.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let step = try epoch.steps(of: trace)[0]
    try check(outcomes)
    let row = self.row ?? trace.dataset.rowCount
    let parts = UnitParts(
      network: step.network, inputs: trace.dataset.inputs.selectingRows([row - 1]),
      names: UnitNames(step.network, inputNames: trace.dataset.inputNames), layer: layer,
      unit: unit - 1, context: context)
    let reach = parts.reach
    let note = [
      (trace.facts + [.epoch(step.epoch)]).line(words), words(.rowNumber, String(row)),
      words(.unitOf, words(.layer, String(layer)), String(unit)), words(.roundedForShow, "2"),
    ].joined(separator: " · ")
    return Plot(
      theme: theme, keys: [.ramp(theme.signed, domain: -reach...reach, words(.productKey))],
      note: note, panels: [parts.circuit, parts.curve], columns: 2, columnWeights: [2.2, 1],
      shape: .height(parts.height), minimumPanelWidth: 130)
  }

  private func check(_ network: Network) throws(FigureError) {
    guard layer <= network.layers.count else {
      throw error("has \(counted(network.layers.count, "layer")), not \(layer)")
    }
    let shown = network.layers[layer - 1]
    guard unit <= shown.fanOut else {
      throw error("has \(counted(shown.fanOut, "unit")) in layer \(layer), not \(unit)")
    }
    guard shown.fanIn <= Self.mostInputs else {
      throw error(
        "has units of \(shown.fanIn) inputs in layer \(layer); '\(Self.kind)' draws at most "
          + "\(Self.mostInputs)")
    }
    guard shown.activation.isElementwise else {
      throw FigureError(
        "'\(Self.kind)' takes a unit by itself; \(shown.activation.name) in scenario "
          + "'\(scenario.text)' takes them together", at: scenario.location,
        help: "for example a hidden layer")
    }
  }

  private func error(_ what: String) -> FigureError {
    FigureError("scenario '\(scenario.text)' \(what)", at: scenario.location)
  }
}
