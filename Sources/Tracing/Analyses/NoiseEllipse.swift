import Networks

/// A covariance of two coordinates as an ellipse of one standard deviation.
public struct NoiseEllipse: Equatable, Sendable {
  /// The middle: first and second coordinate.
  public let center: SIMD2<Double>
  /// The variance of the first coordinate.
  public let xx: Double
  /// The covariance of the two.
  public let xy: Double
  /// The variance of the second coordinate.
  public let yy: Double

  /// Makes an ellipse; numbers that are not finite make all that follows from them NaN.
  public init(center: SIMD2<Double>, xx: Double, xy: Double, yy: Double) {
    self.center = center
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// The standard deviation along the longer axis.
  public var majorDeviation: Double { (middle + radius).squareRoot() }

  /// The standard deviation along the shorter axis.
  public var minorDeviation: Double {
    // From the determinant: the difference of the two would lose the digits of a thin ellipse.
    let largest = middle + radius
    guard largest != 0 else { return 0 }
    let smallest = (xx * yy - xy * xy) / largest
    return smallest < 0 ? 0 : smallest.squareRoot()
  }

  /// The direction of the longer axis, of length 1, not pointing left; `(1, 0)` of a circle.
  public var majorDirection: SIMD2<Double> {
    guard radius > 0 else { return radius == 0 ? SIMD2(1, 0) : SIMD2(.nan, .nan) }
    // Half angles of the double angle with cosine (xx - yy)/2r and sine xy/r; of the two roots, the
    // larger is computed and the other follows without cancellation.
    let (cosine, sine) = ((xx - yy) / 2 / radius, xy / radius)
    let large = ((1 + cosine.magnitude) / 2).squareRoot()
    let small = sine.magnitude / (2 * large)
    let (x, y) = cosine >= 0 ? (large, small) : (small, large)
    return SIMD2(x, sine < 0 ? -y : y)
  }

  /// The angle from the first coordinate to the longer axis in radians, -π/2...π/2.
  public var angle: Double {
    let direction = majorDirection
    // Adding the sine of what is missing triples the digits in each round.
    var angle = direction.y
    for _ in 0..<6 {
      angle += direction.y * Elementary.cos(angle) - direction.x * Elementary.sin(angle)
    }
    return angle
  }

  /// Points of the outline at some standard deviations from the middle; the first is repeated last.
  public func outline(deviations: Double = 1, count: Int = 72) -> [SIMD2<Double>] {
    precondition(count >= 3, "an outline of \(count) points")
    let direction = majorDirection
    let along = direction * (deviations * majorDeviation)
    let across = SIMD2(-direction.y, direction.x) * (deviations * minorDeviation)
    return (0...count).map {
      let turn = 2 * Double.pi * Double($0 % count) / Double(count)
      return center + along * Elementary.cos(turn) + across * Elementary.sin(turn)
    }
  }

  private var middle: Double { (xx + yy) / 2 }

  /// Half the difference of the variances along the axes.
  private var radius: Double {
    let half = (xx - yy) / 2
    return (half * half + xy * xy).squareRoot()
  }
}
