import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The loss of trainings over a plane of their parameters, and their paths in that plane.
struct SurfaceSlice {
  let title: String
  let plane: SurfacePlane
  let paths: [SurfacePath]
  /// The losses and what else was measured; nil before that.
  var grids: SurfaceGrids?
  private let evaluator: LossEvaluator

  /// Takes the loss over the rows of the first of the trainings, which is what all are drawn on.
  init(
    traces: [(trace: Trace, title: String)], loss: Loss, title: String, moments: PathMoments,
    plane: SurfacePlane
  ) {
    self.title = title
    self.plane = plane
    let evaluator = LossEvaluator(
      traces[0].trace.last.network, data: traces[0].trace.dataset, loss: loss)
    self.evaluator = evaluator
    paths = traces.map {
      SurfacePath(
        trace: $0.trace, title: $0.title, moments: moments, plane: plane, evaluator: evaluator)
    }
  }

  /// The part of the plane that holds every path, with some room.
  static func window(of slices: [SurfaceSlice])
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)
  {
    let extent = Extent(of: slices.flatMap { $0.paths.flatMap { $0.places } })
    func widened(_ range: ClosedRange<Double>?) -> ClosedRange<Double> {
      guard let range else { return -1...1 }
      let length = max(range.upperBound - range.lowerBound, 1e-9)
      let room = max(length * 0.35, 1e-3)
      return range.lowerBound - room...range.upperBound + room
    }
    return (widened(extent.x), widened(extent.y))
  }

  /// The losses, and the gradients' lengths where a plateau is to be outlined.
  func measured(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ resolution: Int, plateau: Double?
  ) -> SurfaceGrids {
    let xs = Grid.axis(x, count: resolution)
    let ys = Grid.axis(y, count: resolution)
    let surface = LossSurface(on: plane, alphas: xs, betas: ys, with: evaluator)
    var grids = SurfaceGrids(field: Grid(xs: xs, ys: ys, values: Self.rows(surface.losses)))
    if let plateau {
      let lengths = surface.gradientLengths(with: evaluator)
      grids.plateau = (Grid(xs: xs, ys: ys, values: Self.rows(lengths)), plateau)
    }
    return grids
  }

  /// The values of an analysis by [column][row], as a grid stores them.
  private static func rows(_ columns: [[Double]]) -> [Double] {
    guard let first = columns.first else { return [] }
    return first.indices.flatMap { row in columns.map { $0[row] } }
  }

  /// The least and the greatest loss of all slices, which the ramp stands for.
  static func levels(of slices: [SurfaceSlice]) -> ClosedRange<Double> {
    let ranges = slices.compactMap { $0.grids?.field.finiteRange }
    let low = max(ranges.map { $0.lowerBound }.min() ?? 1e-3, 1e-6)
    let high = max(ranges.map { $0.upperBound }.max() ?? 1, low * 1.01)
    return low...high
  }

  /// `loss 0.23` at the end of the only path.
  func score(_ words: Words) -> String { paths.count == 1 ? paths[0].score(words) : "" }

  /// Adds what an expert asks about every path.
  func describe(in prints: inout SmallPrint, _ words: Words) {
    var explained: [Fact] = []
    if plane.explainedVariance.count == 2 {
      let share = plane.explainedVariance.reduce(0, +)
      explained = [.words(words(.explained, Shown.share(share)))]
    }
    for path in paths { prints.add(path.facts(words) + explained, of: path.title) }
  }

  /// The losses bent like the ramp: 0 for the least, 1 for the greatest.
  func heights(_ range: ClosedRange<Double>) -> Grid? {
    guard var field = grids?.field else { return nil }
    let bent = Scale(domain: range, from: 0, to: 1, transform: .log)
    field.values = field.values.map {
      $0.isNaN ? .nan : bent(min(max($0, range.lowerBound), range.upperBound))
    }
    return field
  }

  /// Heights at which level lines are drawn, in the unit of `heights`.
  static let levels = (1...14).map { Double($0) / 15 }

  /// The line around a plateau, on the field and among the keys.
  static let plateauDash = [5.0, 3]

  /// The paths alone.
  func pathMarks(_ theme: Theme) -> [Mark] {
    paths.indices.flatMap { index in
      paths[index].marks(
        theme, color: color(index, theme), startColor: paths.count > 1 ? theme.ink : theme.accent)
    }
  }

  /// Field, level lines, outline of the plateau.
  func ground(_ theme: Theme, range: ClosedRange<Double>) -> [Mark] {
    guard let grids, let heights = heights(range) else { return [] }
    let bent = Scale(domain: range, from: 0, to: 1, transform: .log)
    var marks: [Mark] = [
      .raster(heights, ramp: theme.sequential, domain: 0...1),
      .contours(
        grids.field, at: Self.levels.map { bent.inverted($0) },
        color: Color(hex: 0xFFFFFF).opacity(0.45), width: theme.hairline),
    ]
    if let plateau = grids.plateau {
      marks.append(
        .contours(
          plateau.lengths, at: [plateau.limit], color: Color(hex: 0xFFFFFF), width: theme.line,
          dash: Self.plateauDash))
    }
    return marks
  }

  /// The color of a path: several on one surface are told apart.
  func color(_ index: Int, _ theme: Theme) -> Color {
    paths.count > 1 ? theme.pathColor(index) : theme.accent
  }
}

/// What was measured over a plane of parameters.
struct SurfaceGrids: Sendable {
  /// The losses.
  let field: Grid
  /// Lengths of gradients, and below which of them there is a plateau; nil if none is outlined.
  var plateau: (lengths: Grid, limit: Double)?
}

extension Theme {
  /// The color of a path among several on one field.
  func pathColor(_ index: Int) -> Color {
    index == 0 ? accent : color(ofSeries: index - 1)
  }
}
