import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// Activation functions with their derivatives on shared axes.
///
/// The stretches where |f′| is below 0.05 are shaded: there a unit hardly learns. The greatest derivative
/// is marked and its value printed, both found on the curve. A kink is marked with the derivative
/// that is used there by convention.
public struct ActivationCurvesFigure: Figure {
  /// The word in lesson files.
  public static let kind = "activation-curves"
  /// The line of the guide.
  public static let summary =
    "activation functions with their derivatives, saturation shaded, the largest derivative labelled"
  /// A section that shows it off.
  public static let example = """
    kind: activation-curves
    activations: [sigmoid, tanh, relu]
    """
  /// The options.
  public static let fields = [
    Field(
      "activations", .list(of: .choice(Activation.all.map(\.name))),
      summary: "which functions to draw, in order", defaultText: "all"),
    Field(
      "reach", .number(max: 100, above: 0), summary: "z runs from minus this to this",
      defaultText: "5"),
    PanelGrid.field,
  ]

  private let activations: [Activation]
  private let reach: Double
  private let grid: PanelGrid
  static let saturation = 0.05

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    activations =
      reader.has("activations")
      ? try reader.choices("activations", of: "activation", from: Activation.all) { $0.name }
      : Activation.all
    guard !activations.isEmpty else {
      throw reader.error(
        "'activations' is empty", at: "activations",
        help: "name at least one, or leave the field out for all")
    }
    reach = try reader.number("reach", default: 5)
    grid = try PanelGrid(in: &reader)
  }

  /// Functions alone: no scenario is run.
  public var requests: [ScenarioRequest] { [] }

  /// It shows all that there is at once.
  public var isStill: Bool { true }

  /// Draws a panel for each function.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let curves = activations.map { ActivationCurve($0, reach: reach) }
    let heights = Self.heights(curves)
    let panels = curves.map {
      ActivationPanel(curve: $0, context: context, reach: reach, heights: heights).panel
    }
    let hasSoftmax = activations.contains { !$0.isElementwise }
    return Plot(
      theme: theme,
      keys: [
        .line(theme.forward, width: theme.boldLine, dash: [], words(.value)),
        .line(theme.gradient, width: theme.line, dash: ActivationPanel.dash, words(.derivative)),
        .swatch(theme.shade, words(.saturated, NumberText.short(Self.saturation, places: 2))),
      ], note: hasSoftmax ? words(.softmaxNote) : "", panels: panels, columns: grid.columns,
      shape: .aspect(panels.count > 1 ? 0.72 : 0.5), sharesX: true, sharesY: true,
      minimumPanelWidth: panels.count > 6 ? 100 : 140)
  }
}

extension ActivationCurvesFigure {
  /// The values up that all panels show: all of the bounded curves, the beginning of the others.
  private static func heights(_ curves: [ActivationCurve]) -> ClosedRange<Double> {
    let all = curves.flatMap { $0.values + $0.derivatives }
    let low = max(all.min() ?? 0, -1.3)
    let high = min(all.max() ?? 1, 2.3)
    return low - 0.1...high + 0.1
  }
}

/// One function and its derivative over a range of pre-activations.
struct ActivationCurve {
  let activation: Activation
  let z: [Double]
  let values: [Double]
  let derivatives: [Double]

  /// Samples a function from −`reach` to `reach`, 0 among the places.
  ///
  /// Softmax is drawn as the first of three outputs while the other two pre-activations stay 0; its
  /// derivative with respect to its own pre-activation is p·(1 − p).
  init(_ activation: Activation, reach: Double, count: Int = 401) {
    self.init(activation, places: Grid.axis(-reach...reach, count: count))
  }

  private init(_ activation: Activation, places: [Double]) {
    self.activation = activation
    z = places
    if activation.isElementwise {
      values = activation.values(at: z)
      derivatives = activation.derivatives(at: z)
    } else {
      let layer = Layer(
        weights: Matrix([[1], [0], [0]]), biases: [0, 0, 0], activation: activation)
      let outputs = Network(layers: [layer]).outputs(for: Matrix(z.map { [$0] }))
      values = outputs.column(0)
      derivatives = values.map { $0 * (1 - $0) }
    }
  }

  /// The ends of the range of z where |f′| stays below `threshold` and goes on to vanish.
  ///
  /// A turning point in between is flat as well, but not saturated, and neither is a small slope that
  /// lasts, such as that of leaky ReLU.
  func saturated(below threshold: Double) -> [ClosedRange<Double>] {
    flat(below: threshold).filter { range in
      (range.lowerBound == z[0] && vanishes(toward: -1))
        || (range.upperBound == z[z.count - 1] && vanishes(toward: 1))
    }
  }

  /// Whether f′ tends to 0 far away on one side; 40 is as good as infinity in double precision.
  func vanishes(toward side: Double) -> Bool {
    slope(at: 40 * side).magnitude < 1e-3
  }

  private func flat(below threshold: Double) -> [ClosedRange<Double>] {
    var result: [ClosedRange<Double>] = []
    var start: Double?
    for index in z.indices {
      if derivatives[index].magnitude < threshold {
        start = start ?? (index == 0 ? z[0] : edge(z[index], z[index - 1], threshold))
      } else if let begin = start {
        result.append(begin...edge(z[index - 1], z[index], threshold))
        start = nil
      }
    }
    if let begin = start { result.append(begin...z[z.count - 1]) }
    return result
  }

  /// The place between a flat and a steep one where |f′| reaches `threshold`, by bisection.
  private func edge(_ flat: Double, _ steep: Double, _ threshold: Double) -> Double {
    var (flat, steep) = (flat, steep)
    for _ in 0..<60 {
      let middle = (flat + steep) / 2
      if slope(at: middle).magnitude < threshold { flat = middle } else { steep = middle }
    }
    return flat
  }

  private func slope(at z: Double) -> Double {
    ActivationCurve(activation, places: [z]).derivatives[0]
  }

  /// Where the derivative is greatest on the curve: the middle of the stretch where it is.
  var steepest: (z: Double, derivative: Double)? {
    guard let greatest = derivatives.max(), greatest > 0 else { return nil }
    let places = z.indices.filter { derivatives[$0] == greatest }
    let middle = places[places.count / 2]
    guard places.count == 1, middle > 0, middle < z.count - 1 else {
      return (z[middle], greatest)
    }
    // A single peak lies between its neighbors; thirds are cut off until it is found.
    var (left, right) = (z[middle - 1], z[middle + 1])
    for _ in 0..<90 {
      let (a, b) = (left + (right - left) / 3, right - (right - left) / 3)
      if slope(at: a) < slope(at: b) { left = a } else { right = b }
    }
    let peak = (left + right) / 2
    return slope(at: peak) > greatest ? (peak, slope(at: peak)) : (z[middle], greatest)
  }
}

private struct ActivationPanel {
  static let dash = [4.5, 2.5]

  let curve: ActivationCurve
  let context: FigureContext
  let reach: Double
  let heights: ClosedRange<Double>

  private var theme: Theme { context.theme }

  var panel: Panel {
    let z = curve.z
    let traits = curve.activation.traits
    var marks: [Mark] = curve.saturated(below: ActivationCurvesFigure.saturation).map {
      .band($0, of: .across, color: theme.shade)
    }
    marks += [
      .rule(at: 0, of: .across, color: theme.grid, width: theme.hairline),
      .rule(at: 0, of: .up, color: theme.grid, width: theme.hairline),
      .line(
        pairs(z, curve.values, gapsAt: traits.jumps), color: theme.forward, width: theme.boldLine),
      .line(
        pairs(z, curve.derivatives, gapsAt: traits.kinks), color: theme.gradient,
        width: theme.line, dash: Self.dash),
    ]
    var subtitle = ""
    if let steepest = curve.steepest {
      // At the edge the derivative is still rising toward what it never reaches.
      if steepest.z.magnitude < reach {
        marks.append(
          .dots([Dot(Point(steepest.z, steepest.derivative), color: theme.gradient, scale: 0.8)]))
      }
      let greatest = curve.activation.maximumDerivative ?? steepest.derivative
      subtitle = context.words(.largestSlope, Shown.slope(greatest))
    } else {
      subtitle = context.words(.largestSlope, "0")
    }
    for place in traits.jumps + traits.kinks {
      marks.append(
        .dots([
          Dot(
            Point(place, curve.activation.value(at: place)), shape: .diamond,
            color: theme.forward, scale: 0.8)
        ]))
      subtitle +=
        " · f′(\(Shown.exact(place))) = "
        + NumberText.short(curve.activation.derivative(at: place), places: 2)
    }
    return Panel(
      title: curve.activation.name, subtitle: subtitle, x: Axis("z", domain: -reach...reach),
      y: Axis(domain: heights), marks: marks)
  }

  /// A jump is drawn as a gap, not as a steep line.
  private func pairs(_ xs: [Double], _ ys: [Double], gapsAt places: [Double]) -> [Point] {
    let gaps = places.compactMap { place in
      // Of the two pieces that meet at a place among the samples, the one that jumps.
      xs.indices.dropFirst().filter { xs[$0 - 1] <= place && xs[$0] >= place }
        .max { (ys[$0] - ys[$0 - 1]).magnitude < (ys[$1] - ys[$1 - 1]).magnitude }
    }
    var points: [Point] = []
    for (index, pair) in zip(xs, ys).enumerated() {
      if gaps.contains(index) { points.append(Point(.nan, .nan)) }
      points.append(Point(pair.0, pair.1))
    }
    return points
  }
}
