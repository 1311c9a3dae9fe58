public import Networks

/// The loss on a grid of points of a plane through a network's parameters.
///
/// It is a slice: another slice through the same network may look otherwise, and the points of a
/// training's path lie off it. `follow` says how far.
public struct LossSurface: Equatable, Sendable {
  /// The plane.
  public let plane: SurfacePlane
  /// First coordinates of the grid.
  public let alphas: [Double]
  /// Second coordinates of the grid.
  public let betas: [Double]
  /// The mean loss at `alphas[i]` and `betas[j]`, `losses[i][j]`; perhaps NaN or infinite.
  public let losses: [[Double]]

  /// Computes the losses on a grid.
  public init(
    on plane: SurfacePlane, alphas: [Double], betas: [Double], with evaluator: LossEvaluator
  ) {
    self.plane = plane
    self.alphas = alphas
    self.betas = betas
    losses = Self.map(plane, alphas, betas, evaluator) { $0.loss(at: $1) }
  }

  /// The surface on a square grid around a network.
  ///
  /// - Parameters:
  ///   - network: The network in the middle.
  ///   - data: The rows of which the mean loss is taken.
  ///   - loss: The loss of one row.
  ///   - directions: The two directions.
  ///   - reach: How far the coordinates go to both sides of the network.
  ///   - resolution: The number of grid points in each direction, 1 or more; if odd, the network is
  ///     one of them.
  /// - Returns: The surface; around 0 if the parameters of the network are not finite.
  public static func around(
    _ network: Network, data: Dataset, loss: Loss, directions: SurfaceDirections,
    reach: Double = 1, resolution: Int = 51
  ) -> LossSurface {
    let plane = directions.plane(through: network)
    let center = plane.project(network.parameters)
    let middles = [center.alpha, center.beta].map { $0.isFinite ? $0 : 0 }
    return LossSurface(
      on: plane, alphas: grid(around: middles[0], reach, resolution),
      betas: grid(around: middles[1], reach, resolution),
      with: LossEvaluator(network, data: data, loss: loss))
  }

  /// The surface on a grid that holds a network and all points of paths.
  ///
  /// - Parameters:
  ///   - paths: Lists of parameters; those that are not finite are left out.
  ///   - network: The network that the plane goes through.
  ///   - data: The rows of which the mean loss is taken.
  ///   - loss: The loss of one row.
  ///   - directions: The two directions.
  ///   - margin: How much to add at each side, as a share of the extent of the points.
  ///   - resolution: The number of grid points in each direction, 2 or more.
  /// - Returns: The surface; along a direction in which nothing extends it reaches as far as along
  ///   the other, or 1 to both sides.
  public static func covering(
    _ paths: [[Double]], network: Network, data: Dataset, loss: Loss,
    directions: SurfaceDirections, margin: Double = 0.2, resolution: Int = 51
  ) -> LossSurface {
    let plane = directions.plane(through: network)
    let points = (paths + [network.parameters]).map { plane.project($0) }
      .filter { $0.alpha.isFinite && $0.beta.isFinite }
    let ranges = [points.map { $0.alpha }, points.map { $0.beta }].map { values in
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      return (center: (low + high) / 2, reach: (high - low) * (0.5 + margin))
    }
    let widest = max(ranges[0].reach, ranges[1].reach)
    let grids = ranges.map { range in
      // Less than this is rounding, not extent.
      let isFlat = !(range.reach > 1e-9 * widest)
      return grid(
        around: range.center, isFlat ? (widest > 0 ? widest : 1) : range.reach, resolution)
    }
    return LossSurface(
      on: plane, alphas: grids[0], betas: grids[1],
      with: LossEvaluator(network, data: data, loss: loss))
  }

  /// The lowest and the highest finite loss of the grid; nil if none is finite.
  public var range: ClosedRange<Double>? {
    let finite = losses.joined().filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low...high
  }

  /// The length of the whole gradient, not only of its part in the plane, at each grid point.
  ///
  /// - Parameter evaluator: The evaluator of the same network, data and loss.
  /// - Returns: Lengths in the order of `losses`; small ones mark plateaus.
  public func gradientLengths(with evaluator: LossEvaluator) -> [[Double]] {
    Self.map(plane, alphas, betas, evaluator) { $0.gradientLength(at: $1) }
  }

  /// A point of a path beside the plane.
  public struct PathPoint: Equatable, Sendable {
    /// Where it would be drawn, and how far off the plane it is.
    public let place: SurfacePlane.Projection
    /// The loss at the point itself.
    public let loss: Double
    /// The loss at the point of the plane where it is drawn.
    public let drawnLoss: Double
  }

  /// The points of a path of parameters with their own losses and those of the plane below them.
  ///
  /// - Parameters:
  ///   - path: Lists of parameters in the order of `Network.parameters`.
  ///   - evaluator: The evaluator of the same network, data and loss.
  /// - Returns: One point for each list.
  public func follow(_ path: [[Double]], with evaluator: LossEvaluator) -> [PathPoint] {
    var evaluator = evaluator
    return path.map { parameters in
      let place = plane.project(parameters)
      return PathPoint(
        place: place, loss: evaluator.loss(at: parameters),
        drawnLoss: evaluator.loss(at: plane.parameters(alpha: place.alpha, beta: place.beta)))
    }
  }

  private static func map(
    _ plane: SurfacePlane, _ alphas: [Double], _ betas: [Double], _ evaluator: LossEvaluator,
    _ quantity: (inout LossEvaluator, [Double]) -> Double
  ) -> [[Double]] {
    var evaluator = evaluator
    var parameters = plane.origin
    return alphas.map { alpha in
      betas.map { beta in
        plane.write(alpha: alpha, beta: beta, to: &parameters)
        return quantity(&evaluator, parameters)
      }
    }
  }

  /// Equally spaced coordinates, the middle one exactly `center`.
  static func grid(around center: Double, _ reach: Double, _ resolution: Int) -> [Double] {
    precondition(resolution >= 1, "a grid of \(resolution) points")
    let last = resolution - 1
    return (0...last).map {
      last == 0 ? center : center + reach * Double(2 * $0 - last) / Double(last)
    }
  }
}
