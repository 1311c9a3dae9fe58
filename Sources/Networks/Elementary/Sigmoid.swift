extension Elementary {
  /// The hyperbolic tangent, `(eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)`.
  ///
  /// With `y = 2|x|` it is `y / R(y)`, or `1 - 2 / (eʸ + 1)` for larger `y`, `eʸ` being
  /// `(R + y) / (R - y)`, for the even function `R(y) = y coth(y/2)`; so one polynomial of degree 16
  /// and one division serve both. Measured: 1.67 ulp.
  ///
  /// - Source: Sun Microsystems 1993, fdlibm, `e_exp.c`, for the exponential from `R`.
  public static func tanh(_ x: Double) -> Double {
    tanh(Lanes(repeating: x))[0]
  }

  /// Writes the hyperbolic tangent of each element of `x` to `y`.
  public static func tanh(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.tanh(x, into: y, count: count)
  }

  /// The logistic function, `1 / (1 + e⁻ˣ)`.
  ///
  /// `1 / (1 + t)` or `t / (1 + t)` with `t = e^(-|x|)`, so that nothing overflows; subnormal below
  /// -708.4. Measured: 1.80 ulp.
  public static func sigmoid(_ x: Double) -> Double {
    sigmoid(Lanes(repeating: x))[0]
  }

  /// Writes the logistic function of each element of `x` to `y`.
  public static func sigmoid(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.sigmoid(x, into: y, count: count)
  }

  /// The smooth ramp `ln(1 + eˣ)`.
  ///
  /// `max(x, 0) + ln(1 + e^(-|x|))`, so that nothing overflows. Measured: 1.69 ulp.
  public static func softplus(_ x: Double) -> Double {
    softplus(Lanes(repeating: x))[0]
  }

  /// Writes `ln(1 + eˣ)` of each element of `x` to `y`.
  public static func softplus(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.softplus(x, into: y, count: count)
  }

  /// The logistic function computed as it is usually written, `1 / (1 + e⁻ᶻ)`.
  ///
  /// For lessons: from -709.79 down `e⁻ᶻ` is infinity, so that this is 0 before the true value is.
  public static func naiveSigmoid(_ z: Double) -> Double {
    1 / (1 + exp(-z))
  }

  /// The logistic function computed with a positive exponent, `eᶻ / (eᶻ + 1)`.
  ///
  /// For lessons: from 709.79 on this is NaN, infinity over infinity.
  public static func naiveSigmoidOfPositiveExponent(_ z: Double) -> Double {
    exp(z) / (exp(z) + 1)
  }

  @inline(__always)
  static func tanh(_ x: Lanes) -> Lanes {
    // For small y there is no reduction, r = y; from 44 on the result is 1 anyway.
    let y = (2 * x.magnitudes).limited(to: 44)
    let isSmall = y .< 1.1
    let shifted = y * Reduction.perLogarithmOf2 + Reduction.rounder
    let k = (shifted - Reduction.rounder).replacing(with: 0, where: isSmall)
    let r = Reduction.subtracting(k, from: y)
    let even = hyperbolicRatio(r)
    let power = Lanes(bits: (shifted.bits &+ 1023) &<< 52)
    let numerator = (2 * (even - r)).replacing(with: y, where: isSmall)
    let denominator = (power * (even + r) + (even - r)).replacing(with: even, where: isSmall)
    let quotient = numerator / denominator
    return (1 - quotient).replacing(with: quotient, where: isSmall).withSign(of: x)
  }

  @inline(__always)
  static func sigmoid(_ x: Lanes) -> Lanes {
    // With t = e^(-|x|): 1 / (1 + t), or t / (1 + t) if x is negative. What the sum loses to
    // rounding is taken back from t before t itself is rounded.
    let reduced = Reduction((-x.magnitudes).limited(from: -750))
    let power = reduced.power.scale(Lanes(repeating: 1))
    let rest = expm1Reduced(reduced.remainder)
    let t = (1 + rest) * power
    let sum = 1 + t
    let lost = (1 - sum) + t
    let corrected = (1 + (rest - lost)) * power
    return Lanes(repeating: 1).replacing(with: corrected, where: x .< 0) / sum
  }

  @inline(__always)
  static func softplus(_ x: Lanes) -> Lanes {
    x.limited(from: 0) + log1p(exp(-x.magnitudes))
  }

  /// `R(r) = r coth(r/2)` for `|r| ≤ 1.13`.
  @inline(__always)
  private static func hyperbolicRatio(_ r: Lanes) -> Lanes {
    let z = r * r
    let w = z * z
    var q = line(0x1.d3f5deb9626e6p-36, -0x1.4fd8bbd3c6b87p-41, z)
    q = q * w + line(0x1.66a8b7f5ecc9bp-25, -0x1.22740094aaf9ep-30, z)
    q = q * w + line(0x1.1566abbfb0652p-14, -0x1.bbd7789b165e8p-20, z)
    q = q * w + line(0x1.5555555555555p-3, -0x1.6c16c16c16925p-9, z)
    return 2 + z * q
  }
}
