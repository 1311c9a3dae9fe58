/// Finds and describes the points of a domain where a function is level.
struct StationarySearch {
  let domain: [ClosedRange<Double>]
  let value: ScalarField.Value
  let slopes: ScalarField.Slopes
  let curvatures: ScalarField.Curvatures

  /// Starts of the search along each axis; stationary points closer than a few of their distances may
  /// be missed.
  private static let meshCount = 41
  /// A curvature of less than this share of the largest counts as none.
  private static let flatShare = 1e-6
  /// More degenerate points than this are taken for a line of them.
  private static let degenerateLimit = 8

  /// Describes the points at known positions, or all that are found, in order.
  func points(at known: [[Double]]?) -> [StationaryPoint] {
    let points = (known ?? search()).map(describe)
    return StationaryPoint.Kind.allCases.flatMap { kind in
      let ofKind = points.filter { $0.kind == kind }
      if kind == .degenerate && ofKind.count > Self.degenerateLimit { return [StationaryPoint]() }
      return ofKind.sorted { Self.isBefore($0, $1) }
    }
  }

  // MARK: Description

  private func describe(_ position: [Double]) -> StationaryPoint {
    let (x, y) = (position[0], position.count > 1 ? position[1] : 0)
    let second = curvatures(x, y)
    let hessian =
      position.count == 1
      ? Matrix([[second.xx]]) : Matrix([[second.xx, second.xy], [second.xy, second.yy]])
    let eigenvalues = SymmetricEigenvalues.of(hessian)
    return StationaryPoint(
      kind: Self.kind(of: eigenvalues), position: position, value: value(x, y),
      eigenvalues: eigenvalues)
  }

  private static func kind(of eigenvalues: [Double]) -> StationaryPoint.Kind {
    let largest = eigenvalues.reduce(0) { max($0, $1.magnitude) }
    let isCurved = eigenvalues.allSatisfy { $0.magnitude > flatShare * largest }
    guard isCurved else { return .degenerate }
    if eigenvalues.allSatisfy({ $0 > 0 }) { return .minimum }
    return eigenvalues.allSatisfy { $0 < 0 } ? .maximum : .saddle
  }

  /// Lower values first, then smaller coordinates; differences of rounding do not count.
  private static func isBefore(_ left: StationaryPoint, _ right: StationaryPoint) -> Bool {
    let keys = zip([left.value] + left.position, [right.value] + right.position)
    for (a, b) in keys {
      // A rule that WebAssembly has an instruction for.
      let (a, b) = (
        (a * 1e8).rounded(.toNearestOrEven), (b * 1e8).rounded(.toNearestOrEven)
      )
      if a != b { return a < b }
    }
    return false
  }

  // MARK: Search

  private func search() -> [[Double]] {
    var found: [[Double]] = []
    for x in mesh(0) {
      for y in domain.count == 2 ? mesh(1) : [0] {
        guard let position = newton(x, y), contains(position) else { continue }
        if !found.contains(where: { isSame($0, position) }) { found.append(position) }
      }
    }
    return found
  }

  private func mesh(_ axis: Int) -> [Double] {
    let (low, high) = (domain[axis].lowerBound, domain[axis].upperBound)
    return (0..<Self.meshCount).map {
      low + (high - low) * (Double($0) + 0.5) / Double(Self.meshCount)
    }
  }

  /// The point that Newton's method comes to from a start; nil if it does not settle.
  private func newton(_ startX: Double, _ startY: Double) -> [Double]? {
    var (x, y) = (startX, startY)
    for _ in 0..<60 {
      guard let step = step(x, y) else { return nil }
      x -= step.x
      y -= step.y
      let size = 1e-14 * max(1, x.magnitude, y.magnitude)
      guard step.x.magnitude > size || step.y.magnitude > size else {
        return domain.count == 1 ? [settled(x)] : [settled(x), settled(y)]
      }
    }
    return nil
  }

  /// How far from `(x, y)` the second-order expansion is level; nil if nowhere.
  private func step(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
    let (first, second) = (slopes(x, y), curvatures(x, y))
    if first.x == 0 && first.y == 0 { return (0, 0) }
    if domain.count == 1 {
      let step = first.x / second.xx
      return step.isFinite ? (step, 0) : nil
    }
    let determinant = second.xx * second.yy - second.xy * second.xy
    let stepX = (second.yy * first.x - second.xy * first.y) / determinant
    let stepY = (second.xx * first.y - second.xy * first.x) / determinant
    return stepX.isFinite && stepY.isFinite ? (stepX, stepY) : nil
  }

  /// A coordinate that is 0 but for rounding as 0.
  private func settled(_ coordinate: Double) -> Double {
    coordinate.magnitude < 1e-13 ? 0 : coordinate
  }

  private func contains(_ position: [Double]) -> Bool {
    zip(domain, position).allSatisfy { $0.contains($1) }
  }

  private func isSame(_ left: [Double], _ right: [Double]) -> Bool {
    domain.indices.allSatisfy { axis in
      let size = domain[axis].upperBound - domain[axis].lowerBound
      return (left[axis] - right[axis]).magnitude <= 1e-4 * size
    }
  }
}
