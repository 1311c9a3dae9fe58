import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The curvatures of the loss at one moment, with what may be said about the place.
struct Spectrum {
  /// What a place is, by its slope and its curvatures.
  enum Verdict: Equatable {
    case sloping, minimum, plateau, saddle, unknown
  }

  let title: String
  let lossValue: Double
  /// The length of the gradient.
  let slope: Double
  /// Ascending; empty where they are not finite.
  let curvatures: [Double]

  init(of step: TraceStep, trace: Trace, loss: Loss, title: String) {
    self.title = title
    lossValue = step.loss
    let data = trace.dataset
    var evaluator = LossEvaluator(step.network, data: data, loss: loss)
    slope = evaluator.gradientLength(at: step.network.parameters)
    let hessian = step.network.hessian(loss, of: data.inputs, against: data.targets)
    let values = SymmetricEigenvalues.of(hessian)
    curvatures = values.allSatisfy { $0.isFinite } ? values : []
  }

  func counts(_ tolerance: Double) -> (down: Int, flat: Int, up: Int) {
    let down = curvatures.filter { $0 <= -tolerance }.count
    let up = curvatures.filter { $0 >= tolerance }.count
    return (down, curvatures.count - down - up, up)
  }

  /// A place that still slopes is no stationary point, whatever its curvatures are.
  func verdict(_ tolerance: Double, level: Double) -> Verdict {
    guard !curvatures.isEmpty, slope.isFinite else { return .unknown }
    guard slope < level else { return .sloping }
    let counts = counts(tolerance)
    if counts.down > 0 { return .saddle }
    return counts.flat > 0 ? .plateau : .minimum
  }

  func panel(_ axis: CurvatureAxis, level: Double, _ theme: Theme, _ words: Words) -> Panel {
    let counts = counts(axis.tolerance)
    let kind = verdict(axis.tolerance, level: level)
    let verdict = words(word(kind), String(counts.down))
    let numbers = words(
      .curvatureCounts, String(counts.down), String(counts.flat), String(counts.up))
    let last = Double(max(curvatures.count, 1))
    return Panel(
      title: title,
      subtitle: words(.loss, Shown.loss(lossValue)) + " · "
        + "|∇L|\u{A0}" + Shown.deviation(slope),
      footnotes: curvatures.isEmpty ? [verdict] : [numbers, verdict],
      x: Axis(words(.curvatureRank), domain: 0.3...last + 0.7, ticks: .fixed(ranks)),
      y: Axis(
        words(.curvatureAxis), transform: .symlog, domain: axis.domain, ticks: .fixed(axis.ticks),
        hasGrid: true), marks: marks(axis, theme))
  }

  /// Whole numbers, a dozen at most.
  private var ranks: Ticks {
    let count = curvatures.count
    let step = [1, 2, 5, 10, 20, 50, 100].first { count / $0 <= 12 } ?? 200
    let values = Array(stride(from: step, through: max(count, step), by: step))
    return Ticks(values: values.map(Double.init), labels: values.map(String.init))
  }

  private func marks(_ axis: CurvatureAxis, _ theme: Theme) -> [Mark] {
    var marks: [Mark] = [
      .band(-1...1, of: .up, color: theme.shade),
      .rule(at: 0, of: .up, color: theme.frame, width: theme.hairline),
    ]
    let scale = curvatures.count > 60 ? 0.5 : 0.8
    var dots: [Dot] = []
    for (index, curvature) in curvatures.enumerated() {
      let color =
        curvature <= -axis.tolerance
        ? theme.negative : (curvature >= axis.tolerance ? theme.positive : theme.quietInk)
      let place = Point(Double(index + 1), curvature / axis.tolerance)
      marks.append(.line([Point(place.x, 0), place], color: color, width: theme.line))
      dots.append(Dot(place, color: color, scale: scale))
    }
    return marks + [.dots(dots)]
  }

  private func word(_ verdict: Verdict) -> FigureWord {
    switch verdict {
    case .sloping: .verdictSloping
    case .minimum: .verdictMinimum
    case .plateau: .verdictPlateau
    case .saddle: .verdictSaddle
    case .unknown: .verdictUnknown
    }
  }
}

/// An axis of curvatures in units of the tolerance, linear within it and logarithmic beyond.
struct CurvatureAxis {
  let tolerance: Double
  let domain: ClosedRange<Double>

  init(_ spectra: [Spectrum], tolerance: Double) {
    self.tolerance = tolerance
    let values = spectra.flatMap(\.curvatures).map { $0 / tolerance }
    domain = min((values.min() ?? 0) * 1.8, -2)...max((values.max() ?? 0) * 1.8, 2)
  }

  /// Powers of ten times the tolerance, every second where there are many.
  var ticks: Ticks {
    var values = [0.0]
    let most = max(-domain.lowerBound, domain.upperBound)
    let step = most > 1e5 ? 100.0 : 10
    var value = 1.0
    while value <= most {
      if -value >= domain.lowerBound { values.insert(-value, at: 0) }
      if value <= domain.upperBound { values.append(value) }
      value *= step
    }
    return Ticks(
      values: values,
      labels: values.map { NumberText.significant($0 * tolerance, digits: 1) })
  }
}
