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
    var views: [View] = []
    var keys: [Key] = []
    var notes: [String] = []
    for name in scenarios {
      let trace = try traces.trace(of: name)
      try trace.requireTwoInputs(for: Self.kind, at: name.location)
      let dots = DataDots(dataset: trace.dataset, theme: context.theme)
      for step in try epochs.steps(of: trace) {
        let title =
          scenarios.count > 1
          ? traces.title(of: name, words) : words(.epoch, String(step.epoch))
        views.append(
          View(trace: trace, step: step, title: title, window: window.resolved(dots.window)))
      }
      for key in dots.keys(words) where !keys.contains(key) { keys.append(key) }
      let print = trace.smallPrint(words)
      if !notes.contains(print) { notes.append(print) }
    }
    let domain = Self.sharedDomain(&views)
    if let first = views.first?.trace, first.last.network.outputCount == 1, first.perceptron == nil
    {
      keys.append(.ramp(context.theme.field, domain: domain, words(.output)))
    }
    notes.append(words(.noteField, String(OutputField.resolution)))
    return Plot(
      theme: context.theme, keys: keys, note: notes.joined(separator: "\n"),
      panels: views.map { panel(of: $0, context) }, columns: grid.columns, sharesX: true,
      sharesY: true, minimumPanelWidth: 118)
  }

  /// One colored plane.
  private struct View {
    let trace: Trace
    let step: TraceStep
    let title: String
    let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    var field: OutputField

    init(
      trace: Trace, step: TraceStep, title: String,
      window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    ) {
      self.trace = trace
      self.step = step
      self.title = title
      self.window = window
      field = OutputField(
        of: step.network, encoding: trace.dataset.encoding, x: window.x, y: window.y)
    }
  }

  /// What the ends of the ramp stand for in every panel; predicted numbers share the widest.
  private static func sharedDomain(_ views: inout [View]) -> ClosedRange<Double> {
    let numbers = views.indices.filter { views[$0].trace.dataset.encoding == .value }
    let reach = numbers.map { views[$0].field.domain.upperBound }.max() ?? 1
    for index in numbers { views[index].field.domain = -reach...reach }
    return views.first?.field.domain ?? 0...1
  }

  private func panel(of view: View, _ context: FigureContext) -> Panel {
    let words = context.words
    let data = DataDots(dataset: view.trace.dataset, theme: context.theme)
    let (x, y) = view.window
    var score = view.trace.score(of: view.step, words)
    if scenarios.count > 1, view.trace.perceptron == nil {
      score = words(.epoch, String(view.step.epoch)) + " · " + score
    }
    return Panel(
      title: view.title, subtitle: score, x: data.axis(0, x), y: data.axis(1, y),
      marks: PlaneField(view.field, theme: context.theme).marks + [.dots(data.dots())],
      hasEqualUnits: Window.isSquareEnough(x, y))
  }
}
