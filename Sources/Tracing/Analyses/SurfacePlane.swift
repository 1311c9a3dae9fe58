/// A plane through the parameters of a network: `θ(α, β) = origin + α·first + β·second`.
///
/// A picture of the loss on it is a slice: the loss goes on in all directions that are not shown.
/// The directions need be neither orthogonal nor of unit length.
public struct SurfacePlane: Equatable, Sendable {
  /// The parameters at `α = β = 0`, in the order of `Network.parameters`.
  public let origin: [Double]
  /// The change of the parameters for each unit of `α`.
  public let first: [Double]
  /// The change of the parameters for each unit of `β`.
  public let second: [Double]
  /// The shares of a path's variance along the two directions, 0...1; empty if not made from a path.
  public let explainedVariance: [Double]

  /// Makes a plane; all three lists must be of the same length.
  public init(
    origin: [Double], first: [Double], second: [Double], explainedVariance: [Double] = []
  ) {
    precondition(
      first.count == origin.count && second.count == origin.count,
      "directions of \(first.count) and \(second.count) numbers from \(origin.count) parameters")
    self.origin = origin
    self.first = first
    self.second = second
    self.explainedVariance = explainedVariance
  }

  /// A place relative to the plane.
  public struct Projection: Equatable, Sendable {
    /// The first coordinate of the nearest point of the plane.
    public let alpha: Double
    /// The second coordinate of the nearest point of the plane.
    public let beta: Double
    /// How far it is from there, in the unit of the parameters.
    public let distance: Double
  }

  /// The parameters of a point of the plane.
  public func parameters(alpha: Double, beta: Double) -> [Double] {
    var result = origin
    write(alpha: alpha, beta: beta, to: &result)
    return result
  }

  /// Writes the parameters of a point of the plane to a list of as many numbers.
  func write(alpha: Double, beta: Double, to parameters: inout [Double]) {
    for index in origin.indices {
      parameters[index] = origin[index] + alpha * first[index] + beta * second[index]
    }
  }

  /// The point of the plane that is nearest to some parameters, by least squares.
  ///
  /// NaN throughout if a parameter is not finite.
  public func project(_ parameters: [Double]) -> Projection {
    let offset = parameters.minus(origin)
    let (alpha, beta) = coordinates(of: offset)
    var square = 0.0
    for index in offset.indices {
      let rest = offset[index] - alpha * first[index] - beta * second[index]
      square += rest * rest
    }
    return Projection(alpha: alpha, beta: beta, distance: square.squareRoot())
  }

  /// The coordinates of the nearest vector `α·first + β·second` to a change of the parameters.
  ///
  /// Solves `[d₁·d₁ d₁·d₂; d₂·d₁ d₂·d₂] [α; β] = [d₁·v; d₂·v]`. Along a direction of length 0 the
  /// coordinate is 0; of two parallel directions the first takes all.
  public func coordinates(of change: [Double]) -> (alpha: Double, beta: Double) {
    let (square1, square2, mixed) = (first.dot(first), second.dot(second), first.dot(second))
    let (product1, product2) = (first.dot(change), second.dot(change))
    let determinant = square1 * square2 - mixed * mixed
    if square1 == 0 { return (0, square2 == 0 ? 0 : product2 / square2) }
    // Below this the determinant consists of rounding errors.
    if determinant <= 1e-14 * square1 * square2 { return (product1 / square1, 0) }
    return (
      (square2 * product1 - mixed * product2) / determinant,
      (square1 * product2 - mixed * product1) / determinant
    )
  }
}
