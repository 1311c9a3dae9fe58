import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// How the output's pre-activation is put together over the plane: each hidden unit's activation times
/// its weight, and below it the sum so far, which begins with the bias.
///
/// The terms have one scale of colors and the sums another, so that what is added can be seen to add
/// up. A solid line is where the sum is 0; in the last sum that is the decision boundary.
/// - Source: Prince 2023, "Understanding deep learning", figure 3.3, for the idea in one dimension.
struct TermSum {
  let trace: Trace
  let step: TraceStep
  let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let context: FigureContext
  private let terms: [Grid]
  private let sums: [Grid]

  init(
    trace: Trace, step: TraceStep,
    window: (x: ClosedRange<Double>, y: ClosedRange<Double>), context: FigureContext
  ) {
    self.trace = trace
    self.step = step
    self.window = window
    self.context = context
    let xs = Grid.axis(window.x, count: OutputField.resolution)
    let ys = Grid.axis(window.y, count: OutputField.resolution)
    let pass = step.network.forward(
      trace.dataset.modelInputs(fromRaw: Matrix.mesh(xs: xs, ys: ys)))
    let output = step.network.layers[step.network.layers.count - 1]
    let hidden = pass.activations[step.network.layers.count - 1]
    var terms: [Grid] = []
    var sums: [Grid] = []
    var sum = [Double](repeating: output.biases[0], count: hidden.rows)
    for unit in 0..<output.fanIn {
      let term = hidden.column(unit).map { output.weights[0, unit] * $0 }
      sum = zip(sum, term).map { $0 + $1 }
      terms.append(Grid(xs: xs, ys: ys, values: term))
      sums.append(Grid(xs: xs, ys: ys, values: sum))
    }
    self.terms = terms
    self.sums = sums
  }

  private var theme: Theme { context.theme }
  private var words: Words { context.words }
  private var data: DataDots { DataDots(dataset: trace.dataset, theme: theme) }
  private var output: Layer { step.network.layers[step.network.layers.count - 1] }

  /// What the ends of the ramp stand for in a row of pictures.
  private func domain(of grids: [Grid]) -> ClosedRange<Double> {
    let reach = grids.flatMap(\.values).filter(\.isFinite)
      .reduce(0) { max($0, $1.magnitude) }
    let rounded = reach > 0 ? (reach * 10).rounded(.up) / 10 : 1
    return -rounded...rounded
  }

  /// The terms in a row and the sums below them.
  func plot(columns: Int?) -> Plot {
    let (termDomain, sumDomain) = (domain(of: terms), domain(of: sums))
    return Plot(
      theme: theme,
      keys: data.keys(words) + [
        .ramp(theme.field, domain: termDomain, words(.termKey)),
        .ramp(theme.field, domain: sumDomain, words(.sumKey)),
        .line(theme.ink, width: theme.boldLine, dash: [], words(.sumIsZero)),
      ],
      note: (trace.facts + [.epoch(step.epoch)]).line(words),
      panels: terms.indices.map { termPanel($0, termDomain) }
        + sums.indices.map { sumPanel($0, sumDomain) },
      columns: columns ?? terms.count, sharesX: true, sharesY: true,
      minimumPanelWidth: terms.count > 4 ? 70 : 95)
  }

  private func termPanel(_ unit: Int, _ domain: ClosedRange<Double>) -> Panel {
    let name = NumberText.subscript(unit + 1)
    return Panel(
      title: "v\(name)·h\(name)",
      subtitle: "v\(name) = " + Shown.weight(output.weights[0, unit]),
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: [.raster(terms[unit], ramp: theme.field, domain: domain)],
      hasEqualUnits: Window.isSquareEnough(window.x, window.y))
  }

  private func sumPanel(_ unit: Int, _ domain: ClosedRange<Double>) -> Panel {
    let isLast = unit == sums.count - 1
    let name = NumberText.subscript(unit + 1)
    let before = unit == 0 ? "b" : "s" + NumberText.subscript(unit)
    return Panel(
      title: "\(isLast ? "z" : "s" + name) = \(before) + v\(name)·h\(name)",
      subtitle: unit == 0
        ? "b = " + Shown.weight(output.biases[0])
        : (isLast ? "ŷ = \(output.activation.name)(z)" : ""),
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: [.raster(sums[unit], ramp: theme.field, domain: domain), .dots(data.dots())]
        + line(around: sums[unit]),
      hasEqualUnits: Window.isSquareEnough(window.x, window.y))
  }

  private func line(around sum: Grid) -> [Mark] {
    [
      .contours(sum, at: [0], color: theme.background.opacity(0.7), width: theme.boldLine * 2),
      .contours(sum, at: [0], color: theme.ink, width: theme.boldLine),
    ]
  }
}
