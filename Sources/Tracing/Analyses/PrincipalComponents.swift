import Networks

/// The two orthogonal directions of unit length along which a path varies most.
///
/// The mean of the path is taken off first, as usual of principal components; so it does not matter
/// whether positions are counted from 0 or from the end of the path, and the shares are shares of
/// the variance about the mean. Other programs count from the end and do not center: their first
/// component then points from the mean to the end.
///
/// - Source: Lorch 2016, Visualizing Deep Network Training Trajectories with PCA; Li, Xu, Taylor,
///   Studer & Goldstein 2018, section 7
public struct PrincipalComponents: Equatable, Sendable {
  /// The direction of largest variance; the path starts on its positive side, seen from the end.
  public let first: [Double]
  /// The direction of largest variance among those orthogonal to `first`.
  public let second: [Double]
  /// The shares of the total variance along both, 0...1; both 0 if the path does not move.
  public let explainedVariance: [Double]

  /// Finds the components of a path of points with so many coordinates.
  ///
  /// Points with a number that is not finite are left out. Of a path of more than 400 points in more
  /// than 400 dimensions, 400 points at equal steps give the directions, and all points the shares.
  /// A path along a straight line, or one that does not move, leaves directions open: they are axes
  /// made orthogonal to what is found.
  ///
  /// - Parameters:
  ///   - path: Points in order; repeated points weigh as often as they occur.
  ///   - dimension: How many coordinates each point has, 2 or more.
  public init(of path: [[Double]], dimension: Int) {
    precondition(dimension >= 2, "a plane in \(dimension) dimensions")
    for point in path {
      precondition(point.count == dimension, "a point of \(point.count) numbers, not \(dimension)")
    }
    let points = path.filter { $0.allSatisfy { $0.isFinite } }
    let mean = (0..<dimension).map { axis in
      points.reduce(0) { $0 + $1[axis] } / Double(max(points.count, 1))
    }
    let centered = points.map { $0.minus(mean) }
    let total = centered.reduce(0) { $0 + $1.dot($1) }
    var directions: [[Double]] = []
    let sample = dimension > Self.largestSize ? Self.thinned(centered) : centered
    for direction in Self.principalDirections(of: sample, dimension: dimension) {
      if let unit = Self.unit(direction, orthogonalTo: directions) { directions.append(unit) }
    }
    while directions.count < 2 {
      directions.append(Self.axis(orthogonalTo: directions, dimension: dimension))
    }
    let travelled = (points.first ?? mean).minus(points.last ?? mean)
    directions = directions.map { Self.pointing($0, along: travelled) }
    first = directions[0]
    second = directions[1]
    explainedVariance = directions.map { direction in
      let along = centered.reduce(0) { $0 + $1.dot(direction) * $1.dot(direction) }
      return total > 0 ? min(1, along / total) : 0
    }
  }

  /// The time for eigenvectors grows with the third power of this: here it is about a second.
  private static let largestSize = 400

  private static func thinned(_ points: [[Double]]) -> [[Double]] {
    guard points.count > largestSize else { return points }
    return (0..<largestSize).map { points[$0 * (points.count - 1) / (largestSize - 1)] }
  }

  /// At most two eigenvectors of the covariance with the largest eigenvalues, of any length.
  ///
  /// Of fewer points than coordinates, they come from the products of the points with each other,
  /// which have the same eigenvalues.
  private static func principalDirections(
    of points: [[Double]], dimension: Int
  ) -> [[Double]] {
    guard points.count > 1 else { return [] }
    let matrix = Matrix(points)
    let fromPoints = points.count < dimension
    let products =
      fromPoints
      ? matrix.multiplied(byTransposeOf: matrix) : matrix.transposedMultiplied(by: matrix)
    let (values, vectors) = SymmetricEigenvalues.decomposition(products)
    guard let largest = values.last, largest > 0 else { return [] }
    return (1...2).compactMap { rank in
      let place = values.count - rank
      // Eigenvalues below this are rounding errors of the largest.
      guard values[place] > 1e-12 * largest else { return nil }
      let vector = vectors.column(place)
      guard fromPoints else { return vector }
      return (0..<dimension).map { axis in
        points.indices.reduce(0) { $0 + vector[$1] * points[$1][axis] }
      }
    }
  }

  /// A direction of length 1 without its parts along others; nil if nothing is left.
  private static func unit(_ direction: [Double], orthogonalTo others: [[Double]]) -> [Double]? {
    var rest = direction
    for other in others + others { rest = rest.minus(other.times(rest.dot(other))) }
    let length = rest.length
    return length > 1e-10 * direction.length ? rest.times(1 / length) : nil
  }

  /// The first coordinate axis that is far from the others, made orthogonal to them.
  private static func axis(orthogonalTo others: [[Double]], dimension: Int) -> [Double] {
    let sizes = (0..<dimension).map { axis in
      others.reduce(0) { $0 + $1[axis].magnitude }
    }
    let place = sizes.firstIndex(of: sizes.min() ?? 0) ?? 0
    let axis = (0..<dimension).map { $0 == place ? 1.0 : 0 }
    return unit(axis, orthogonalTo: others) ?? axis
  }

  /// The direction or its opposite: the one with a part along another, or a first number above 0.
  private static func pointing(_ direction: [Double], along other: [Double]) -> [Double] {
    let part = direction.dot(other)
    let sign = part.magnitude > 1e-12 * other.length ? part : direction.first { $0 != 0 } ?? 1
    return sign < 0 ? direction.times(-1) : direction
  }
}
