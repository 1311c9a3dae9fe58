extension Elementary {
  /// The natural logarithm, `ln x`.
  ///
  /// `x = 2ᵏ (1 + f)`, then `ln(1 + f)` as an odd polynomial of degree 15 in `f / (2 + f)`.
  /// -infinity at 0, NaN below. Measured: 0.88 ulp.
  ///
  /// - Source: Sun Microsystems 1993, fdlibm, `e_log.c`, for the method.
  public static func log(_ x: Double) -> Double {
    log(Lanes(repeating: x))[0]
  }

  /// Writes `ln x` of each element of `x` to `y`.
  public static func log(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.log(x, into: y, count: count)
  }

  /// The natural logarithm of 1 more, `ln(1 + x)`, without cancellation near 0.
  ///
  /// As `log`, with what the sum `1 + x` lost to rounding added as `lost / (1 + x)`. -infinity at -1,
  /// NaN below. Measured: 0.89 ulp.
  ///
  /// - Source: Sun Microsystems 1993, fdlibm, `s_log1p.c`, for the correction.
  public static func log1p(_ x: Double) -> Double {
    log1p(Lanes(repeating: x))[0]
  }

  /// Writes `ln(1 + x)` of each element of `x` to `y`.
  public static func log1p(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.log1p(x, into: y, count: count)
  }

  @inline(__always)
  static func log(_ x: Lanes) -> Lanes {
    let isSubnormal = x .< 0x1p-1022
    let normal = x.replacing(with: x * 0x1p54, where: isSubnormal)
    let shift = Lanes().replacing(with: 54, where: isSubnormal)
    let result = logNormal(normal, shift: shift, correction: Lanes())
    return withLimits(result, of: x, argument: x)
  }

  @inline(__always)
  static func log1p(_ x: Lanes) -> Lanes {
    let sum = 1 + x
    // What the addition lost (Knuth's two-sum), exact for every finite x.
    let part = sum - 1
    let lost = (x - part) + (1 - (sum - part))
    let result = logNormal(sum, shift: Lanes(), correction: lost / sum)
    return withLimits(result, of: sum, argument: x)
      .replacing(with: x, where: x.magnitudes .< 0x1p-54)
  }

  /// `ln x - shift ln 2 + correction` for a positive normal `x`.
  @inline(__always)
  private static func logNormal(_ x: Lanes, shift: Lanes, correction: Lanes) -> Lanes {
    // x = 2ᵏ (1 + f), √½ ≤ 1 + f < √2: the bits of √½ borrow from the exponent where needed.
    let biased = (x.bits &- 0x3fe6_a09e_667f_3bcd &+ 0x4000_0000_0000_0000) &>> 52
    let f = Lanes(bits: x.bits &- (biased &<< 52) &+ 0x4000_0000_0000_0000) - 1
    let k = (Lanes(bits: biased | 0x4330_0000_0000_0000) - (0x1p52 + 1024)) - shift
    // ln(1 + f) = 2s + s z L(z) with s = f / (2 + f), z = s²; and 2s = f - s f.
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    let rest = s * (half + z * logarithmTail(z)) + (k * Reduction.logarithmOf2Rest + correction)
    return k * Reduction.logarithmOf2 - ((half - rest) - f)
  }

  /// `(2 artanh s / s - 2) / z`, `z = s²`, for `|s| ≤ 0.172`.
  @inline(__always)
  private static func logarithmTail(_ z: Lanes) -> Lanes {
    let w = z * z
    var q = line(0x1.7462dc9f47f3dp-3, 0x1.39f936407d255p-3, z) + w * 0x1.2b97d8620ef42p-3
    q = q * w + line(0x1.2492492e60594p-2, 0x1.c71c62587d6b7p-3, z)
    return q * w + line(0x1.5555555555558p-1, 0x1.9999999994ef3p-2, z)
  }

  /// `result`, except where the logarithm of `x` is not finite.
  @inline(__always)
  private static func withLimits(_ result: Lanes, of x: Lanes, argument: Lanes) -> Lanes {
    result
      .replacing(with: -Double.infinity, where: x .== 0)
      .replacing(with: Double.nan, where: x .< 0)
      .replacing(with: argument, where: .!(argument .< Double.infinity))
  }
}
