import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// How the gradients of mini-batches scatter about the gradient of all rows, in two parameters.
///
/// A dot is the gradient of one batch, the arrow that of all rows, the ellipse holds what lies within
/// two standard deviations of batches drawn without replacement, which is exact for the rows that
/// there are. Scenarios share the axes.
/// - Source: Cochran 1977, Sampling Techniques, theorem 2.2.
public struct GradientNoiseFigure: Figure {
  /// The word in lesson files.
  public static let kind = "gradient-noise"
  /// The line of the guide.
  public static let summary = "gradients of mini-batches about that of all rows, with their ellipse"
  /// A section that shows it off.
  public static let example = """
    kind: gradient-noise
    scenario: hidden-layer
    epoch: 0
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    EpochChoice.field("epoch", isList: false),
    Field(
      "parameters", .list(of: .integer(min: 1)),
      summary: "the numbers of two parameters, weights by unit and then biases",
      defaultText: "[1, 2]"),
    PanelGrid.field,
  ]

  /// About so many batches are drawn as dots.
  private static let dotCount = 240

  private let scenarios: [LocatedText]
  private let epoch: EpochChoice
  private let directions: Directions
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epoch = try EpochChoice.one("epoch", in: &reader)
    directions = try Directions(parameters: "parameters", in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// Each scenario at the epoch.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, epoch) }
  }

  /// Gradients.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      guard try starts.value(of: name, as: Trace.self).loss != nil else {
        throw FigureError(
          "scenario '\(name.text)' is a perceptron, which has no gradient", at: name.location)
      }
    }
  }

  /// Draws a panel for each scenario.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    try check(outcomes)
    let (theme, words) = (context.theme, context.words)
    var panels: [Panel] = []
    var prints = SmallPrint()
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      guard let loss = trace.loss else { continue }
      for step in try epoch.steps(of: trace) {
        let title = outcomes.title(of: name, words)
        panels.append(
          try panel(
            of: trace, step, loss, title: scenarios.count > 1 ? title : "", at: name.location,
            context))
        prints.add(trace.facts + [.epoch(step.epoch)], of: title)
      }
    }
    return Plot(
      theme: theme,
      keys: [
        .dot(.circle, theme.forward, words(.gradientOfBatch)),
        .line(theme.forward, width: theme.line, dash: [], words(.twoDeviations)),
        .line(theme.accent, width: theme.boldLine, dash: [], words(.gradientOfAll)),
      ], note: (prints.whole(words) + [words(.noteNoise)]).joined(separator: "\n"), panels: panels,
      columns: grid.columns,
      shape: .aspect(1), sharesX: true, sharesY: true, minimumPanelWidth: 130)
  }

  private func panel(
    of trace: Trace, _ step: TraceStep, _ loss: Loss, title: String, at location: SourceLocation,
    _ context: FigureContext
  ) throws(FigureError) -> Panel {
    let (theme, words) = (context.theme, context.words)
    let plane = try directions.plane(of: trace, path: [], at: location)
    let data = trace.dataset
    let size = min(trace.batchSize, data.rowCount)
    let noise = GradientNoise.ofBatches(step.network, data: data, loss: loss, batchSize: size)
    let draws = GradientNoise.ofSlices(
      step.network, data: data, loss: loss, slices: Self.batches(of: trace, size: size))
    let ellipse = noise.ellipse(on: plane)
    let dots = (0..<draws.draws.rows).map { row in
      let place = plane.coordinates(of: draws.draws.row(row))
      return Dot(Point(place.alpha, place.beta), color: theme.forward.opacity(0.5), scale: 0.55)
    }
    let outline = ellipse.outline(deviations: 2).map { Point($0.x, $0.y) }
    let names = directions.axisNames(step.network, words)
    var marks: [Mark] = [
      .rule(at: 0, of: .across, color: theme.frame, width: theme.hairline),
      .rule(at: 0, of: .up, color: theme.frame, width: theme.hairline), .dots(dots),
    ]
    if noise.factor > 0 { marks.append(.line(outline, color: theme.forward, width: theme.line)) }
    marks.append(
      .arrow(
        from: Point(0, 0), to: Point(ellipse.center.x, ellipse.center.y), color: theme.accent,
        width: theme.boldLine))
    let ratio = noise.signalToNoise
    return Panel(
      title: title,
      subtitle: ratio.isFinite
        ? words(.signalToNoise, NumberText.significant(ratio, digits: 2)) : words(.noNoise),
      x: Axis("∂L/∂\(names.0)", hasGrid: true), y: Axis("∂L/∂\(names.1)", hasGrid: true),
      marks: marks)
  }

  /// The batches of as many epochs as make about `dotCount` of them, shuffled by the scenario's seed.
  private static func batches(of trace: Trace, size: Int) -> [[Int]] {
    let rows = trace.dataset.rowCount
    let slices = MiniBatches(rows: rows, size: size)
    // All rows are one and the same batch in any order.
    let epochs = size >= rows ? 1 : max(1, dotCount / slices.updateCount)
    var generator = SeededGenerator(seed: trace.seed)
    return (0..<epochs).flatMap { _ in slices.slices(of: generator.shuffled(rows)) }
      .filter { $0.count == size }
  }
}
