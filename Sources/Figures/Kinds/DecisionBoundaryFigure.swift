public import Lessons
import Networks
public import Plotting
import Tracing

/// The plane of two inputs colored by a network's output, with the line where its decision changes.
///
/// One panel for each scenario and epoch, all on the same scales and colors. The boundary is the zero
/// of the last pre-activation where that decides (sigmoid, step), so that a straight line is drawn straight.
public struct DecisionBoundaryFigure: Figure {
  /// The word in lesson files.
  public static let kind = "decision-boundary"
  /// The line of the guide.
  public static let summary =
    "the plane of two inputs colored by the output, with the decision boundary, at chosen epochs"
  /// A section that shows it off.
  public static let example = """
    kind: decision-boundary
    scenario: hidden-layer
    epochs: [0, 50, last]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    EpochChoice.field("epochs"), Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let epochs: EpochChoice
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epochs = try EpochChoice("epochs", in: &reader)
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// Each scenario at each epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, schedule: epochs.schedule) }
  }

  /// Draws one panel for each scenario and epoch.
  public func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot {
    let words = context.words
    var panels: [Panel] = []
    var keys: [Key] = []
    var notes: [String] = []
    for name in scenarios {
      let trace = try traces.trace(of: name)
      try trace.requireTwoInputs(for: Self.kind, at: name.location)
      for step in try epochs.steps(of: trace) {
        let title =
          scenarios.count > 1
          ? traces.title(of: name, words) : words(.epoch, String(step.epoch))
        panels.append(panel(of: step, in: trace, titled: title, context))
      }
      let dots = DataDots(dataset: trace.dataset, theme: context.theme)
      for key in dots.keys(words) where !keys.contains(key) { keys.append(key) }
      let print = trace.smallPrint(words)
      if !notes.contains(print) { notes.append(print) }
    }
    if let ramp = try rampKey(traces, context) { keys.append(ramp) }
    notes.append(words(.noteField, String(OutputField.resolution)))
    return Plot(
      theme: context.theme, keys: keys, note: notes.joined(separator: "\n"), panels: panels,
      columns: grid.columns, sharesX: true, sharesY: true, minimumPanelWidth: 118)
  }

  private func panel(
    of step: TraceStep, in trace: Trace, titled title: String, _ context: FigureContext
  ) -> Panel {
    let words = context.words
    let data = DataDots(dataset: trace.dataset, theme: context.theme)
    let (x, y) = window.resolved(data.window)
    let field = PlaneField(
      OutputField(of: step.network, encoding: trace.dataset.encoding, x: x, y: y),
      theme: context.theme)
    var score = trace.score(of: step, words)
    if scenarios.count > 1, trace.perceptron == nil {
      score = words(.epoch, String(step.epoch)) + " · " + score
    }
    return Panel(
      title: title, subtitle: score,
      x: data.axis(0, x), y: data.axis(1, y),
      marks: field.marks + [.dots(data.dots())], hasEqualUnits: Window.isSquareEnough(x, y))
  }

  private func rampKey(_ traces: Traces, _ context: FigureContext) throws(FigureError) -> Key? {
    guard let name = scenarios.first else { return nil }
    let trace = try traces.trace(of: name)
    guard trace.last.network.outputCount == 1, trace.perceptron == nil else { return nil }
    let levels = trace.dataset.encoding.levels
    return .ramp(
      context.theme.field, domain: levels.low...levels.high, context.words(.output))
  }
}
