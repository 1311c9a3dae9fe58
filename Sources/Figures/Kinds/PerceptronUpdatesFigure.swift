import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// One panel for each correction of the perceptron rule: the line before and after, the point that was
/// wrong, and the arithmetic of the step.
public struct PerceptronUpdatesFigure: Figure {
  /// The word in lesson files.
  public static let kind = "perceptron-updates"
  /// The line of the guide.
  public static let summary =
    "every correction of the perceptron rule: the wrong point, the arithmetic, the line before and after"
  /// A section that shows it off.
  public static let example = """
    kind: perceptron-updates
    scenario: perceptron
    updates: [1, 6]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"),
    Field(
      "updates", .list(of: .integer(min: 1)),
      summary: "the first and the last correction to show, counted from 1",
      defaultText: "all, but no more than 24"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let updates: ClosedRange<Int>?
  private let window: Window
  private let grid: PanelGrid
  private static let mostPanels = 24
  /// Of the corrections to show, the one that an animation has come to, counted from 0; nil for all.
  private var step: Int?

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    updates = try Self.updates(&reader)
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The perceptron's run holds every presentation, whatever the schedule.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: .ends)]
  }

  /// It moves by its corrections.
  public var hasOwnSteps: Bool { true }

  /// One correction after another.
  public func lastStep(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Int
  {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let run = try trace.requirePerceptron(for: Self.kind, at: scenario.location)
    let count = run.steps.count { $0.error != 0 }
    let range = updates ?? 1...max(1, count)
    return min(range.upperBound, max(count, range.lowerBound)) - range.lowerBound
  }

  /// The correction at a step, alone.
  public func at(step: Int) -> PerceptronUpdatesFigure {
    var copy = self
    copy.step = step
    return copy
  }

  /// A perceptron of the plane.
  public func check(_ starts: Outcomes) throws(FigureError) {
    _ = try run(of: try starts.value(of: scenario, as: Trace.self))
  }

  private func run(of trace: Trace) throws(FigureError) -> PerceptronRun {
    try trace.requireTwoInputs(for: Self.kind, at: scenario.location)
    try trace.requireNoFeatures(for: Self.kind, at: scenario.location)
    return try trace.requirePerceptron(for: Self.kind, at: scenario.location)
  }

  /// Draws one panel for each correction.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    let run = try run(of: trace)
    let corrections = run.steps.filter { $0.error != 0 }
    guard !corrections.isEmpty else {
      throw FigureError(
        "scenario '\(scenario.text)' makes no correction", at: scenario.location)
    }
    var range = updates ?? 1...max(1, min(corrections.count, Self.mostPanels))
    if let step { range = range.lowerBound + step...range.lowerBound + step }
    guard range.upperBound <= corrections.count else {
      throw FigureError(
        "scenario '\(scenario.text)' makes only \(counted(corrections.count, "correction"))",
        at: scenario.location, help: "'updates' counts corrections from 1")
    }
    let (theme, words) = (context.theme, context.words)
    let data = DataDots(dataset: trace.dataset, theme: theme)
    let view = window.resolved(data.window)
    let panels = range.map { number in
      UpdatePanel(
        number: number, step: corrections[number - 1], trace: trace, context: context, view: view
      ).panel
    }
    var plot = Plot(
      theme: theme,
      keys: data.keys(words) + [
        .ring(theme.accent, words(.wrongPoint)),
        .line(theme.quietInk, width: theme.line, dash: UpdatePanel.oldDash, words(.lineBefore)),
        .line(theme.ink, width: theme.boldLine, dash: [], words(.lineAfter)),
      ], note: Self.note(run, trace, words), panels: panels, columns: grid.columns,
      sharesX: true, sharesY: true, minimumPanelWidth: Self.leastWidth(of: panels, context))
    // On a narrower page, what is written below the one panel is not lost beside it.
    if step != nil, !theme.keepsProportion { plot.pageWidth = theme.page.width * 0.7 }
    return plot
  }

  /// The width that what is written around the panels needs, within reason.
  private static func leastWidth(of panels: [Panel], _ context: FigureContext) -> Double {
    let (theme, measurer) = (context.theme, context.measurer)
    let widths = panels.flatMap { panel in
      panel.footnotes.map { measurer.width($0, theme.small) }
        + [measurer.width(panel.subtitle, theme.tick)]
    }
    return min(widths.max() ?? 0, theme.small.size * 17.5)
  }

  private static func note(_ run: PerceptronRun, _ trace: Trace, _ words: Words) -> String {
    var note = trace.facts.line(words)
    if let epoch = run.firstErrorFreeEpoch {
      note += " · " + words(.converged, String(run.updateCount), String(epoch))
    }
    if let cycle = run.cycle {
      note += " · " + words(.oneCycle, String(cycle.presentations), String(cycle.updates))
    }
    return note + "\n" + words(.noteSides)
  }

  private static func updates(_ reader: inout SectionReader) throws(LessonError)
    -> ClosedRange<Int>?
  {
    guard reader.has("updates") else { return nil }
    let ends = try reader.integers("updates")
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
      throw reader.error(
        "'updates' wants the first and the last correction", at: "updates",
        help: "for example [1, 6]")
    }
    guard last - first < Self.mostPanels else {
      throw reader.error(
        "\(last - first + 1) corrections are too many for one figure", at: "updates",
        help: "show at most \(Self.mostPanels), or make several figures")
    }
    return first...last
  }
}

/// The picture of one correction.
private struct UpdatePanel {
  static let oldDash = [4.0, 3]

  let number: Int
  let step: PerceptronRun.Presentation
  let trace: Trace
  let context: FigureContext
  let view: (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private var theme: Theme { context.theme }

  var panel: Panel {
    let words = context.words
    let data = DataDots(dataset: trace.dataset, theme: theme)
    return Panel(
      title: words(.update, String(number)), subtitle: words(.epoch, String(step.epoch)) + absence,
      footnotes: arithmetic, x: data.axis(0, view.x), y: data.axis(1, view.y),
      marks: sides + lines + [.dots(data.dots(ringed: [step.row]))], hasEqualUnits: true)
  }

  /// Why no line is seen after the correction, where none is.
  private var absence: String {
    guard step.weights.contains(where: { $0 != 0 }) else { return " · " + context.words(.noLine) }
    let corners = [view.x.lowerBound, view.x.upperBound].flatMap { x in
      [view.y.lowerBound, view.y.upperBound].map {
        step.weights[0] * x + step.weights[1] * $0 + step.bias
      }
    }
    let isOutside = corners.allSatisfy { $0 > 0 } || corners.allSatisfy { $0 < 0 }
    return isOutside ? " · " + context.words(.lineOutside) : ""
  }

  /// The two half-planes after the correction, in the classes' colors.
  private var sides: [Mark] {
    let corners = [
      Point(view.x.lowerBound, view.y.lowerBound), Point(view.x.upperBound, view.y.lowerBound),
      Point(view.x.upperBound, view.y.upperBound), Point(view.x.lowerBound, view.y.upperBound),
    ]
    let plane = HalfPlane(a: step.weights[0], b: step.weights[1], c: step.bias)
    let (one, zero) = (plane, plane.opposite)
    return [(one, 1), (zero, 0)].compactMap { plane, class_ in
      let region = plane.clipping(corners)
      return region.count > 2
        ? .polygon(region, color: theme.color(ofClass: class_).opacity(0.16)) : nil
    }
  }

  private var lines: [Mark] {
    let before = step.weightsBefore
    return [
      .straightLine(
        a: before[0], b: before[1], c: step.biasBefore, color: theme.quietInk, width: theme.line,
        dash: Self.oldDash),
      .straightLine(
        a: step.weights[0], b: step.weights[1], c: step.bias, color: theme.ink,
        width: theme.boldLine),
    ]
  }

  private var arithmetic: [String] {
    let input = trace.dataset.inputs.row(step.row)
    let sign = step.error > 0 ? "+" : "−"
    return [
      "z = \(Shown.exact(step.preActivation)) → ŷ = \(step.predicted), y = \(step.target)",
      "w: \(Shown.vector(step.weightsBefore)) \(sign) \(factor)\(Shown.vector(input))"
        + " = \(Shown.vector(step.weights))",
      "b: \(Shown.exact(step.biasBefore)) \(sign) \(Shown.exact(rate))"
        + " = \(Shown.exact(step.bias))",
    ]
  }

  private var rate: Double { trace.setup.rule.learningRate }

  private var factor: String { rate == 1 ? "" : Shown.exact(rate) + "·" }
}
