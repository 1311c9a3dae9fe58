import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// Backpropagation as a circuit: wires from left to right, each value above its wire and each gradient
/// below it, the local derivative of a gate in a box at each of its inputs, and below every gradient the
/// product that made it; where a wire forks, the sum of what its branches send back.
///
/// The circuit is that of an expression, or of a small network for one row of its data, with the loss
/// as the last gate. With `step` only so many numbers are shown: forward wire by wire, then backward.
/// - Source: Karpathy, Stanford CS231n notes, "Backpropagation, intuitions", for the conventions.
public struct BackpropFlowFigure: Figure {
  /// The word in lesson files.
  public static let kind = "backprop-flow"
  /// The line of the guide.
  public static let summary =
    "an expression or a small network as a circuit: values forward, gradients backward, products"
  /// A section that shows it off.
  public static let example = """
    kind: backprop-flow
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false), RowPass.rowField,
    CircuitPart.field,
    Field(
      "step", .integer(min: 0), summary: "how many numbers are shown, the last one marked",
      defaultText: "all"),
    Field(
      "decimals", .integer(min: 0, max: 6), summary: "the most decimals of a number",
      defaultText: "3"),
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let row: Int?
  private let part: CircuitPart
  private var step: Int?
  private let decimals: Int

  /// More gates than this cannot be read on a page.
  private static let mostGates = 60

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    part = try CircuitPart.decode(&reader)
    step = try reader.optionalInteger("step")
    decimals = try reader.integer("decimals", default: 3)
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epoch, kind: nil)]
  }

  /// It moves by its numbers.
  public var hasOwnSteps: Bool { true }

  /// The numbers one after another, the values and then the gradients; at the end, none is marked.
  ///
  /// - Throws: A `FigureError` where the scenario has no circuit.
  public func lastStep(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Int
  {
    let source = try source(outcomes)
    let diagram = CircuitDiagram(source.circuit, in: context, decimals: decimals)
    return diagram.steps(part).count + 1
  }

  /// The first so many numbers; one step more than there are numbers shows all and marks none.
  public func at(step: Int) -> BackpropFlowFigure {
    var copy = self
    copy.step = step
    return copy
  }

  /// A circuit that is not too large.
  public func check(_ starts: Outcomes) throws(FigureError) {
    _ = try source(starts, at: .last)
  }

  /// Draws the circuit.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let source = try source(outcomes)
    let page = NaturalPage(theme: context.theme)
    let diagram = CircuitDiagram.fitting(
      source.circuit, within: page.room, in: context, decimals: decimals, most: page.most)
    var plot = page.plot(
      diagram.panel(showing: part, upTo: step), size: Size(diagram.width, diagram.height),
      keys: keys(context), note: source.note(context.words, part.showsGradients))
    plot.subtitle = source.formula
    return plot
  }

  private func keys(_ context: FigureContext) -> [Key] {
    let (theme, words) = (context.theme, context.words)
    return (part.showsValues ? [.swatch(theme.forward, words(.valueAbove))] : [])
      + (part.showsGradients
        ? [.swatch(theme.gradient, words(.gradientBelow))] : [])
  }

  private func source(
    _ outcomes: Outcomes, at epoch: EpochChoice? = nil
  ) throws(FigureError) -> ScenarioCircuit {
    let source = try ScenarioCircuit(
      outcomes, scenario: scenario, epoch: epoch ?? self.epoch, row: row, kind: Self.kind)
    let count = source.circuit.gates.count
    guard count <= Self.mostGates else {
      throw FigureError(
        "the circuit of scenario '\(scenario.text)' has \(count) gates; '\(Self.kind)' draws at "
          + "most \(Self.mostGates)", at: scenario.location,
        help: "for example two hidden units")
    }
    return source
  }
}

/// The circuit of a scenario with its small print.
private struct ScenarioCircuit {
  let circuit: Circuit
  /// The formula of an expression; empty of a network.
  let formula: String
  /// Whether the gradients were right is said where they are shown.
  let note: @Sendable (Words, _ showsGradients: Bool) -> String

  init(
    _ outcomes: Outcomes, scenario: LocatedText, epoch: EpochChoice, row: Int?, kind: String
  ) throws(FigureError) {
    let outcome = try outcomes.outcome(of: scenario)
    if let run = ExpressionRun(outcome) {
      self.init(run)
    } else if let trace = Trace(outcome) {
      let step = try epoch.steps(of: trace)[0]
      self.init(
        trace, step,
        try RowPass(trace, at: step, row: row, for: kind, at: scenario.location))
    } else {
      throw FigureError(
        "'\(kind)' needs a training or an expression; scenario '\(scenario.text)' is neither",
        at: scenario.location, help: "write 'model: expression' in the scenario")
    }
  }

  private init(_ run: ExpressionRun) {
    circuit = Circuit(of: run.graph, name: run.expression.name ?? "")
    let worst = run.expression.variables.reduce(0) { worst, name in
      max(worst, (run.graph.numericGradient(of: name) - run.graph.gradient(of: name)).magnitude)
    }
    formula = FormulaText.printed(run.expression.text)
    note = { words, showsGradients in
      showsGradients ? words(.numericCheck, Shown.roughly(worst)) : ""
    }
  }

  private init(_ trace: Trace, _ step: TraceStep, _ pass: RowPass) {
    circuit = Circuit(of: pass)
    formula = ""
    let worst = pass.numericError()
    note = { words, showsGradients in
      let run = [
        (trace.facts + [.epoch(step.epoch)]).line(words), words(.rowNumber, String(pass.row)),
      ]
      let check = showsGradients ? [words(.numericCheck, Shown.roughly(worst))] : []
      return (run + check).joined(separator: " · ")
    }
  }
}

extension Shown {
  /// An error's size: one digit and a power of ten.
  static func roughly(_ value: Double) -> String { NumberText.significant(value, digits: 1) }
}
