import Networks
import Plotting
import Tracing

/// The loss of one training over a plane of its parameters, and the path in that plane.
struct SurfaceSlice {
  let trace: Trace
  let loss: Loss
  let title: String
  let plane: SurfacePlane
  private let evaluator: LossEvaluator
  private let projections: [SurfacePlane.Projection]
  private var field: Grid?
  private var slope: Grid?
  private var plateau: Double?
  private var truths: (drawn: Double, real: Double)?

  init(trace: Trace, loss: Loss, title: String, plane: SurfacePlane) {
    self.trace = trace
    self.loss = loss
    self.title = title
    self.plane = plane
    evaluator = LossEvaluator(trace.last.network, data: trace.dataset, loss: loss)
    projections = trace.path.map { plane.project($0) }
  }

  /// The part of the plane that holds every path, with some room.
  static func window(of slices: [SurfaceSlice])
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)
  {
    let points = slices.flatMap { $0.places }
    let extent = Extent(of: points)
    func widened(_ range: ClosedRange<Double>?) -> ClosedRange<Double> {
      guard let range else { return -1...1 }
      let length = max(range.upperBound - range.lowerBound, 1e-9)
      let room = max(length * 0.35, 1e-3)
      return range.lowerBound - room...range.upperBound + room
    }
    return (widened(extent.x), widened(extent.y))
  }

  /// Computes the losses, and the gradients' lengths where a plateau is to be outlined.
  mutating func measure(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ resolution: Int, plateau: Double?
  ) {
    let xs = Grid.axis(x, count: resolution)
    let ys = Grid.axis(y, count: resolution)
    let surface = LossSurface(on: plane, alphas: xs, betas: ys, with: evaluator)
    field = Grid(xs: xs, ys: ys, values: Self.rows(surface.losses))
    self.plateau = plateau
    if plateau != nil {
      slope = Grid(
        xs: xs, ys: ys, values: Self.rows(surface.gradientLengths(with: evaluator)))
    }
    let follow = surface.follow([trace.first.network.parameters], with: evaluator)
    truths = follow.first.map { ($0.drawnLoss, $0.loss) }
  }

  /// The values of an analysis by [column][row], as a grid stores them.
  private static func rows(_ columns: [[Double]]) -> [Double] {
    guard let first = columns.first else { return [] }
    return first.indices.flatMap { row in columns.map { $0[row] } }
  }

  /// The least and the greatest loss of all slices, which the ramp stands for.
  static func levels(of slices: [SurfaceSlice]) -> ClosedRange<Double> {
    let ranges = slices.compactMap { $0.field?.finiteRange }
    let low = max(ranges.map { $0.lowerBound }.min() ?? 1e-3, 1e-6)
    let high = max(ranges.map { $0.upperBound }.max() ?? 1, low * 1.01)
    return low...high
  }

  private var places: [Point] { projections.map { Point($0.alpha, $0.beta) } }

  /// `loss 0.23` at the end.
  func score(_ words: Words) -> String { words(.loss, Shown.loss(trace.last.loss)) }

  /// What an expert asks: the training, what the plane holds, and how far the picture is from the truth.
  func note(_ words: Words, named: Bool) -> String {
    var note = (named ? title + ": " : "") + trace.smallPrint(words)
    if plane.explainedVariance.count == 2 {
      let share = plane.explainedVariance.reduce(0, +)
      note += " · " + words(.explained, Shown.share(share))
    }
    let farthest = projections.map { $0.distance }.max() ?? 0
    let isWhole = trace.last.network.parameterCount == 2
    if !isWhole {
      note += " · " + words(.offPlane, NumberText.significant(farthest, digits: 2))
      if let truths {
        note += " · " + words(.drawnTruth, Shown.loss(truths.real), Shown.loss(truths.drawn))
      }
    }
    return note
  }

  /// Field, level lines, outline of the plateau, path.
  func marks(_ theme: Theme, range: ClosedRange<Double>) -> [Mark] {
    guard let field else { return [] }
    let transform = ScaleTransform.log
    let bent = Scale(domain: range, from: 0, to: 1, transform: transform)
    var colored = field
    colored.values = field.values.map { bent(min(max($0, range.lowerBound), range.upperBound)) }
    let levels = (1...14).map { bent.inverted(Double($0) / 15) }
    var marks: [Mark] = [
      .raster(colored, ramp: theme.sequential, domain: 0...1),
      .contours(
        field, at: levels, color: Color(hex: 0xFFFFFF).opacity(0.45), width: theme.hairline),
    ]
    if let slope, let plateau {
      marks.append(
        .contours(
          slope, at: [plateau], color: Color(hex: 0xFFFFFF), width: theme.line, dash: [5, 3]))
    }
    marks += [
      .line(
        places, color: theme.background.opacity(0.8), width: theme.boldLine * 1.8,
        countsForScales: false),
      .line(places, color: theme.accent, width: theme.line, countsForScales: false),
      .dots(places.dropFirst().map { Dot($0, color: theme.accent, scale: 0.35) }),
    ]
    if let first = places.first, let last = places.last {
      marks.append(
        .dots([
          Dot(first, shape: .diamond, color: theme.background, scale: 1.2, ring: theme.accent),
          Dot(last, color: theme.accent, scale: 1.3),
        ]))
    }
    return marks
  }
}
