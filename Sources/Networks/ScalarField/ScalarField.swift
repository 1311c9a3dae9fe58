/// A smooth function of one or two numbers, with its derivatives and the points where it is level.
///
/// Positions have one number for each dimension. Values that are not finite flow through.
public struct ScalarField: Sendable, Equatable, CustomStringConvertible {
  /// A function of `x` and `y`; one of `x` alone does not look at `y`.
  public typealias Value = @Sendable (_ x: Double, _ y: Double) -> Double
  /// The derivatives by `x` and `y`; that by `y` is 0 of a function of `x` alone.
  public typealias Slopes = @Sendable (_ x: Double, _ y: Double) -> (x: Double, y: Double)
  /// The second derivatives by `x` twice, by both, and by `y` twice.
  public typealias Curvatures =
    @Sendable (_ x: Double, _ y: Double) -> (xx: Double, xy: Double, yy: Double)

  /// The word for it in lesson files, such as `six-hump-camel`.
  public let name: String
  /// The function in plain text, of `x` or of `x` and `y`.
  public let formula: String
  /// The ranges to show, one for each dimension, 1 or 2.
  public let domain: [ClosedRange<Double>]
  /// All points of `domain` where the gradient is 0: minima, maxima, saddles, then degenerate ones.
  ///
  /// Those of a kind are in ascending order of value, equal ones of position. Where they are not known
  /// they are found by Newton's method from a mesh over the domain, which takes some milliseconds
  /// once; a line of degenerate points is left out.
  public let stationaryPoints: [StationaryPoint]
  private let valueAt: Value
  private let slopesAt: Slopes
  private let curvaturesAt: Curvatures

  /// Makes a function from its formula and derivatives.
  ///
  /// - Parameters:
  ///   - name: The word for it.
  ///   - formula: The function in plain text.
  ///   - domain: The ranges to show and to search for stationary points, one for each dimension.
  ///   - stationary: The positions of the stationary points; nil to search for them.
  ///   - value: The function.
  ///   - slopes: Its first derivatives.
  ///   - curvatures: Its second derivatives.
  public init(
    name: String, formula: String, domain: [ClosedRange<Double>], stationary: [[Double]]? = nil,
    value: @escaping Value, slopes: @escaping Slopes, curvatures: @escaping Curvatures
  ) {
    precondition(domain.count == 1 || domain.count == 2, "a field of \(domain.count) dimensions")
    self.name = name
    self.formula = formula
    self.domain = domain
    valueAt = value
    slopesAt = slopes
    curvaturesAt = curvatures
    let search = StationarySearch(
      domain: domain, value: value, slopes: slopes, curvatures: curvatures)
    stationaryPoints = search.points(at: stationary)
  }

  /// How many numbers a position has: 1 or 2.
  public var dimension: Int { domain.count }

  /// The name.
  public var description: String { name }

  /// The value at a position.
  public func value(_ position: [Double]) -> Double {
    let (x, y) = coordinates(position)
    return valueAt(x, y)
  }

  /// The derivatives by each coordinate at a position.
  public func gradient(_ position: [Double]) -> [Double] {
    let (x, y) = coordinates(position)
    let slopes = slopesAt(x, y)
    return dimension == 1 ? [slopes.x] : [slopes.x, slopes.y]
  }

  /// The second derivatives at a position, `[dimension x dimension]`.
  public func hessian(_ position: [Double]) -> Matrix {
    let (x, y) = coordinates(position)
    let curvatures = curvaturesAt(x, y)
    if dimension == 1 { return Matrix(rows: 1, columns: 1, values: [curvatures.xx]) }
    return Matrix([[curvatures.xx, curvatures.xy], [curvatures.xy, curvatures.yy]])
  }

  /// Whether both have the same name, formula and domain.
  public static func == (left: ScalarField, right: ScalarField) -> Bool {
    left.name == right.name && left.formula == right.formula && left.domain == right.domain
  }

  private func coordinates(_ position: [Double]) -> (Double, Double) {
    precondition(
      position.count == dimension,
      "a position of \(position.count) numbers in a field of dimension \(dimension)")
    return (position[0], dimension == 2 ? position[1] : 0)
  }
}

/// A point where the gradient of a function is 0.
public struct StationaryPoint: Sendable, Equatable {
  /// What the function does around it.
  public enum Kind: Sendable, Equatable, CaseIterable {
    /// It rises in every direction.
    case minimum
    /// It falls in every direction.
    case maximum
    /// It rises in some directions and falls in others.
    case saddle
    /// The second derivatives do not tell: one curvature is 0 or nearly so.
    case degenerate
  }

  /// What the function does around it.
  public let kind: Kind
  /// Where it is, one number for each dimension.
  public let position: [Double]
  /// The value there.
  public let value: Double
  /// The eigenvalues of the Hessian there, ascending: the curvatures along the principal axes.
  public let eigenvalues: [Double]
}
