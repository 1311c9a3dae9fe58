import Networks

/// Where a descent can have come to.
public enum DescentEnd: Equatable, Sendable {
  /// At a minimum; the index counts the minima of the field alone, in its order.
  case minimum(Int)
  /// At a saddle or maximum, where an exactly symmetric start leads; the index counts the
  /// stationary points of the field that are no minima, in its order.
  case saddle(Int)
  /// Out of every picture: a coordinate is not finite, or beyond `Descent.limit`.
  case diverged
  /// At none of the stationary points that the field lists: on the way, or jumping about.
  case unsettled

  /// The number that stands for it in a map of basins: an index, or -1, -2 or -3.
  ///
  /// A minimum's index of 0 or more; -1 diverged, -2 at a saddle or maximum, -3 not settled.
  public var label: Int {
    switch self {
    case .minimum(let index): index
    case .diverged: -1
    case .saddle: -2
    case .unsettled: -3
    }
  }
}

/// The stationary points of a field, for telling at which of them a descent ended.
struct DescentEndings {
  private let minima: [[Double]]
  private let others: [[Double]]

  init(of field: ScalarField) {
    minima = field.stationaryPoints.filter { $0.kind == .minimum }.map { $0.position }
    others = field.stationaryPoints.filter { $0.kind != .minimum }.map { $0.position }
  }

  /// What it means to end at a position.
  func end(at position: [Double]) -> DescentEnd {
    guard Self.isUsable(position) else { return .diverged }
    if let index = nearest(minima, to: position) { return .minimum(index) }
    if let index = nearest(others, to: position) { return .saddle(index) }
    return .unsettled
  }

  /// `DescentEnd.label` of what it means to end at a position whose coordinates stand at `index` and after.
  func label(of coordinates: [Double], at index: Int, dimension: Int) -> Int {
    let places = index..<index + dimension
    guard places.allSatisfy({ coordinates[$0].magnitude <= Descent.limit }) else {
      return DescentEnd.diverged.label
    }
    // Almost all positions are near to nothing, which is found without an array for each.
    let reach = Descent.reachedDistance * Descent.reachedDistance
    for points in [minima, others] {
      for point in points {
        var square = 0.0
        for axis in 0..<dimension {
          let difference = point[axis] - coordinates[index + axis]
          square += difference * difference
        }
        if square <= reach * 1.01 { return end(at: Array(coordinates[places])).label }
      }
    }
    return DescentEnd.unsettled.label
  }

  /// Whether all coordinates are finite and not beyond the limit.
  static func isUsable(_ position: [Double]) -> Bool {
    position.allSatisfy { $0.magnitude <= Descent.limit }
  }

  /// The nearest of some points if it is near enough to count as reached.
  private func nearest(_ points: [[Double]], to position: [Double]) -> Int? {
    var best: (index: Int, square: Double)?
    for (index, point) in points.enumerated() {
      let square = zip(point, position).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      if square < best?.square ?? .infinity { best = (index, square) }
    }
    guard let best, best.square.squareRoot() <= Descent.reachedDistance else { return nil }
    return best.index
  }
}
