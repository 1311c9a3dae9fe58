import Networks

/// The rule that the rows of a generated shape follow, apart from their noise.
public struct GroundTruth: Equatable, Sendable {
  /// The shape that the rows were drawn from.
  public let shape: DatasetShape
  /// Its parameters by name, all of them.
  public let parameters: [String: Double]

  /// Names of the shapes of two classes whose boundary is known.
  public static var shapesWithBoundary: [String] {
    DatasetShape.all.filter { GroundTruth(of: $0, [:])?.margin != nil }.map { $0.name }
  }

  /// The rule of a shape with these parameters; nil if it is a table, or has no rule of this form.
  init?(of shape: DatasetShape, _ parameters: [String: Double]) {
    self.shape = shape
    self.parameters = parameters
    if value == nil, margin == nil { return nil }
  }

  /// The function without noise at the raw inputs; nil for classes.
  public var value: (@Sendable ([Double]) -> Double)? {
    switch shape {
    case .sine: { Elementary.sin($0[0]) }
    case .line: { 2 * $0[0] - 1 }
    case .playgroundPlane: { ($0[0] + $0[1]) / 10 }
    case .playgroundMultiGauss: { DatasetShape.bump($0[0], $0[1]) }
    default: nil
    }
  }

  /// A function of two raw inputs that is positive where the second of two classes is at home, and
  /// 0 on the boundary; nil where there is none.
  ///
  /// Where noise moves labels, it is the rule of labels without noise. Where noise moves points, the
  /// class is that of the nearer of the two curves or centers, from which the least noise leads here.
  public var margin: (@Sendable (_ x: Double, _ y: Double) -> Double)? {
    switch shape {
    case .playgroundCircle: return { 2.5 - ($0 * $0 + $1 * $1).squareRoot() }
    case .playgroundXor: return { $0 * $1 }
    case .playgroundGauss: return { $0 + $1 }
    case .circles:
      let middle = (1 + (parameters["factor"] ?? 0.5)) / 2
      return { middle - ($0 * $0 + $1 * $1).squareRoot() }
    case .moons: return { Self.outerMoon($0, $1) - Self.outerMoon(1 - $0, 0.5 - $1) }
    default: return nil
    }
  }

  /// The distance from the upper half of the circle of radius 1 around the origin.
  ///
  /// The other moon is this one turned about (1/2, 1/4).
  private static func outerMoon(_ x: Double, _ y: Double) -> Double {
    if y >= 0 { return ((x * x + y * y).squareRoot() - 1).magnitude }
    let side = x.magnitude - 1
    return (side * side + y * y).squareRoot()
  }
}
