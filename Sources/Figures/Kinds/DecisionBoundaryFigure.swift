import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// The plane of two inputs colored by a network's output, with the line where its decision changes.
///
/// One panel for each scenario and epoch, all on the same scales and colors. The boundary is the zero
/// of the last pre-activation where that decides (sigmoid, step), so that a straight line is drawn straight.
/// Two features of more than two inputs have a plane too, and it is drawn.
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
    Field(
      "truth", .boolean,
      summary: "whether the boundary of the rule behind the data is drawn too, dashed",
      defaultText: "false"),
  ]

  private let scenarios: [LocatedText]
  private let epochs: EpochChoice
  private let window: Window
  private let grid: PanelGrid
  private let showsTruth: Bool
  /// The one scenario in view, counted from 0; nil for all.
  private var onlyShown: Int?

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epochs = try EpochChoice("epochs", in: &reader)
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
    showsTruth = try reader.boolean("truth", default: false)
  }

  /// Each scenario at each epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, epochs) }
  }

  /// Scenarios can be shown one after another.
  public static let showsScenariosInTurn = true

  /// Panels of one scenario are headed by their epochs.
  public var headingsNameEpoch: Bool { scenarios.count == 1 }

  /// One of the scenarios on the scales of all.
  public func showingOnly(scenario index: Int) -> DecisionBoundaryFigure {
    var copy = self
    copy.onlyShown = index
    return copy
  }

  /// A plane and, where it is shown, a true boundary.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      let trace = try starts.value(of: name, as: Trace.self)
      let plane = try trace.plane(for: Self.kind, at: name.location)
      if showsTruth { try requireTruth(plane, of: trace, at: name.location) }
    }
  }

  /// Draws one panel for each scenario and epoch.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    try check(outcomes)
    let words = context.words
    var views: [View] = []
    let shown = try sharedWindow(outcomes, context)
    var keys: [Key] = []
    var prints = SmallPrint()
    for name in onlyShown.map({ [scenarios[$0]] }) ?? scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      let plane = try trace.plane(for: Self.kind, at: name.location)
      let dots = DataDots(dataset: plane, theme: context.theme)
      let title = outcomes.title(of: name, words)
      for step in try epochs.steps(of: trace) {
        views.append(
          View(
            trace: trace, plane: plane, step: step, name: title,
            title: scenarios.count > 1 ? title : words(.epoch, String(step.epoch)),
            window: shown))
      }
      prints.add(trace.facts, of: title)
      for key in dots.keys(words) where !keys.contains(key) { keys.append(key) }
    }
    var notes = prints.shared(words)
    Self.shareDomain(&views, context)
    keys += Self.rampKeys(views, context)
    if showsTruth { keys.append(TrueBoundary(theme: context.theme).key(words)) }
    let epochs = Set(views.map { $0.step.epoch })
    if scenarios.count > 1, epochs.count == 1, saysEpoch(context), let epoch = epochs.first {
      notes.append(words(.epoch, String(epoch)))
    }
    // Many panels with all their numbers would make a slide that nobody can read: the gap stays.
    let showsGapAlone = context.theme.keepsProportion && views.count > 6
    if !showsGapAlone,
      views.contains(where: {
        $0.step.accuracy != nil && !$0.trace.validationScore(at: $0.step, words).isEmpty
      })
    {
      notes.append(words(.noteShareRight))
    }
    let hasDecision = views.contains { !$0.field.margins.isEmpty }
    notes.append(
      words(hasDecision ? .noteField : .notePlainField, String(OutputField.resolution)))
    return Plot(
      theme: context.theme, keys: keys, note: notes.joined(separator: showsGapAlone ? " · " : "\n"),
      panels: views.map {
        panel(
          of: $0, namesEpoch: scenarios.count > 1 && epochs.count > 1 && saysEpoch(context),
          showsGapAlone: showsGapAlone, context)
      }, columns: grid.columns, sharesX: true,
      sharesY: true, minimumPanelWidth: 118)
  }

  /// An animation of trainings says its moment above, once for all panels.
  private func saysEpoch(_ context: FigureContext) -> Bool {
    context.scales == nil || onlyShown != nil
  }

  /// One colored plane.
  private struct View {
    let trace: Trace
    /// The data as points of the plane.
    let plane: Dataset
    let step: TraceStep
    /// What the scenario is called.
    let name: String
    let title: String
    let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    var field: OutputField

    init(
      trace: Trace, plane: Dataset, step: TraceStep, name: String, title: String,
      window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
    ) {
      self.trace = trace
      self.plane = plane
      self.step = step
      self.name = name
      self.title = title
      self.window = window
      field = OutputField(
        of: step.network, on: plane, encoding: plane.encoding, x: window.x, y: window.y)
    }
  }

  /// What the ends of a ramp stand for in all frames.
  private enum SharedRamp { case output }

  /// Gives predicted numbers the widest of their domains, so that colors mean the same in every panel.
  private static func shareDomain(_ views: inout [View], _ context: FigureContext) {
    let numbers = views.indices.filter { views[$0].trace.dataset.encoding == .value }
    let reach = numbers.map { views[$0].field.domain.upperBound }.max() ?? 1
    let shared = context.span(SharedRamp.output, -reach...reach)
    for index in numbers { views[index].field.domain = shared }
  }

  /// What colors stand for where they are those of one output; by name where this is not the same
  /// in all panels that have one.
  private static func rampKeys(_ views: [View], _ context: FigureContext) -> [Key] {
    var groups: [(domain: ClosedRange<Double>, names: [String])] = []
    for view in views where view.field.outputs.count == 1 && view.trace.perceptron == nil {
      let known = groups.firstIndex { $0.domain == view.field.domain }
      if known == nil { groups.append((view.field.domain, [])) }
      let index = known ?? groups.count - 1
      if !groups[index].names.contains(view.name) { groups[index].names.append(view.name) }
    }
    let output = context.words(.output)
    return groups.map { domain, names in
      .ramp(
        context.theme.field, domain: domain,
        groups.count > 1 ? names.joined(separator: ", ") + ": " + output : output)
    }
  }

  private func requireTruth(
    _ plane: Dataset, of trace: Trace, at location: SourceLocation
  ) throws(FigureError) {
    guard plane.truth?.margin == nil else { return }
    throw FigureError(
      "there is no true boundary for the data of scenario '\(trace.scenario)'", at: location,
      help: "leave 'truth' out, or use \(GroundTruth.shapesWithBoundary.joined(separator: ", "))")
  }

  /// The part of the plane that holds the rows of all scenarios.
  private func sharedWindow(
    _ outcomes: Outcomes, _ context: FigureContext
  ) throws(FigureError) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    var shared: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      let plane = try trace.plane(for: Self.kind, at: name.location)
      let own = DataDots(dataset: plane, theme: context.theme).window
      shared = (
        x: shared.map { $0.x.union(own.x) } ?? own.x, y: shared.map { $0.y.union(own.y) } ?? own.y
      )
    }
    return window.resolved(shared ?? (x: 0...1, y: 0...1))
  }

  private func panel(
    of view: View, namesEpoch: Bool, showsGapAlone: Bool, _ context: FigureContext
  ) -> Panel {
    let words = context.words
    let data = DataDots(dataset: view.plane, theme: context.theme)
    let (x, y) = view.window
    let errors = view.trace.validationScore(at: view.step, words)
    var lines = errors.isEmpty ? [view.trace.score(of: view.step, words)] : []
    if namesEpoch, view.trace.perceptron == nil {
      lines.insert(words(.epoch, String(view.step.epoch)), at: 0)
    }
    return Panel(
      title: view.title, subtitle: lines.joined(separator: " · "),
      footnotes: errors.suffix(showsGapAlone ? 1 : 3).map(Shown.breakable),
      x: data.axis(0, x),
      y: data.axis(1, y),
      marks: marks(of: view, data, context.theme),
      hasEqualUnits: Window.isSquareEnough(x, y))
  }

  /// Colors, boundaries and dots; so many dots that they would hide the boundaries go below them.
  private func marks(of view: View, _ data: DataDots, _ theme: Theme) -> [Mark] {
    let plane = PlaneField(view.field, theme: theme)
    let truth = showsTruth ? view.plane.truth : nil
    let lines =
      plane.boundary
      + TrueBoundary(theme: theme).marks(of: truth, x: view.window.x, y: view.window.y)
    let wrong = view.trace.dataset.rowsAnsweredWrongly(by: view.step.network)
    let dots = Mark.dots(data.dots(onTop: wrong))
    return [plane.colors] + (data.dataset.rowCount > 250 ? [dots] + lines : lines + [dots])
  }
}
