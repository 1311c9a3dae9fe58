extension Elementary {
  /// The error function, `2/√π ∫₀ˣ e^(-t²) dt`.
  ///
  /// An odd polynomial of degree 19 for `|x| < 0.5`, the complement of `erfc` for the rest.
  /// Measured: 1.20 ulp.
  public static func erf(_ x: Double) -> Double {
    erf(Lanes(repeating: x))[0]
  }

  /// Writes the error function of each element of `x` to `y`.
  public static func erf(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    mapLanes(x, into: y, count: count) { erf($0) }
  }

  /// The complement of the error function, `1 - erf x`, without cancellation.
  ///
  /// From 0.5 on, `exp(-x² + S) / (x + 1)`, where the small `S` is a polynomial of degree 28 in
  /// `(x - 2) / (x + 1)`. Subnormal above 26.5, 0 above 27.23. Measured: 1.64 ulp.
  ///
  /// - Source: Cody 1969, Rational Chebyshev Approximations for the Error Function, for taking the
  ///   exponential off; Dekker 1971, A Floating-Point Technique for Extending the Available Precision.
  public static func erfc(_ x: Double) -> Double {
    erfc(Lanes(repeating: x))[0]
  }

  /// Writes the complement of the error function of each element of `x` to `y`.
  public static func erfc(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    mapLanes(x, into: y, count: count) { erfc($0) }
  }

  @inline(__always)
  static func erf(_ x: Lanes) -> Lanes {
    let magnitude = x.magnitudes
    return (1 - erfcPositive(magnitude))
      .replacing(with: erfSmall(magnitude), where: magnitude .< 0.5)
      .withSign(of: x)
  }

  @inline(__always)
  static func erfc(_ x: Lanes) -> Lanes {
    let tail = erfcPositive(x.magnitudes)
    return
      tail
      .replacing(with: 2 - tail, where: x .< 0)
      .replacing(with: 1 - erfSmall(x), where: x.magnitudes .< 0.5)
  }

  /// The error function for `|x| < 0.5`.
  @inline(__always)
  private static func erfSmall(_ x: Lanes) -> Lanes {
    let z = x * x
    let w = z * z
    var q = line(0x1.b775c94200bfbp-20, -0x1.39f7b53f1b575p-23, z)
    q = q * w + line(0x1.f9a2a62fe9253p-14, -0x1.f4bb98aab31bep-17, z)
    q = q * w + line(0x1.565bcd0aa3ed8p-8, -0x1.c02db23c5e7d3p-11, z)
    q = q * w + line(0x1.ce2f21a042b28p-4, -0x1.b82ce3127f6d1p-6, z)
    q = q * w + line(0x1.06eba8214db69p-3, -0x1.812746b0379e6p-2, z)
    return x + x * q
  }

  /// The complement for `x ≥ 0.5`: `exp(-x² - 17/64 + S(x)) / (x + 1)`.
  ///
  /// The exponent, the exponential and the quotient are kept in two parts each, so that little more
  /// than the last addition rounds.
  @inline(__always)
  private static func erfcPositive(_ x: Lanes) -> Lanes {
    let a = x.limited(to: 27.5)
    let denominator = a + 1
    let t = (a - 2) / denominator
    // a² = upper² + rest, the square of 26 bits being exact.
    let upper = a.upperHalves
    let rest = (a - upper) * (a + upper)
    let large = -(upper * upper) - 0.265625
    let small = erfcExponent(t)
    let shifted = (large + small) * Reduction.perLogarithmOf2 + Reduction.rounder
    let k = shifted - Reduction.rounder
    let first = large - k * Reduction.logarithmOf2
    let second = small - (rest + k * Reduction.logarithmOf2Rest)
    let r = first + second
    let lostExponent = lostBySum(first, second, r)
    let start = 1 + r
    let tail = ((1 - start) + r) + (r * r * exponentialTail(r) + lostExponent)
    let exponential = start + tail
    // One step of Newton's method for the quotient, with an exact product.
    let quotient = exponential / denominator
    let head = quotient.upperHalves
    let upperDenominator = denominator.upperHalves
    let product = exponential - head * upperDenominator
    let remainder =
      (product - head * (denominator - upperDenominator)) - (quotient - head) * denominator
    let lostDenominator = lostBySum(a, Lanes(repeating: 1), denominator)
    let lost = ((start - exponential) + tail) - quotient * lostDenominator
    let inverse = (1 - t) * (1.0 / 3)
    return PowerOfTwo(shifted: shifted).scale(quotient + (remainder + lost) * inverse)
  }

  /// What `a + b` lost when it was rounded to `sum` (Knuth's two-sum).
  @inline(__always)
  private static func lostBySum(_ a: Lanes, _ b: Lanes, _ sum: Lanes) -> Lanes {
    let added = sum - a
    return (a - (sum - added)) + (b - added)
  }

  /// `S(x) = ln((x + 1) erfc(x) exp(x²)) + 17/64`, a polynomial of `t = (x - 2) / (x + 1)`.
  @inline(__always)
  private static func erfcExponent(_ t: Lanes) -> Lanes {
    let z = t * t
    let w = z * z
    var q = Lanes(repeating: -0x1.0ae6a2de4bc3fp-29)
    var upper = line(-0x1.bdd9854695879p-27, -0x1.646ce8061a32dp-27, t)
    q = q * w + (line(0x1.b0d7cb4e60aecp-24, 0x1.f5dfec1b0dcecp-26, t) + z * upper)
    upper = line(-0x1.fbb5a794857dbp-24, 0x1.451f615a7a2p-24, t)
    q = q * w + (line(-0x1.e2c15c7b84287p-22, -0x1.8055aad6e612fp-22, t) + z * upper)
    upper = line(0x1.cba36e556cf67p-21, -0x1.56e5dab22d27bp-23, t)
    q = q * w + (line(0x1.afa14bed3c127p-19, 0x1.51ce2f900d061p-19, t) + z * upper)
    upper = line(-0x1.68ce0f79d8b93p-17, -0x1.b7daea8556977p-22, t)
    q = q * w + (line(-0x1.d8079bc03b2ccp-17, -0x1.7565959cf9de1p-16, t) + z * upper)
    upper = line(0x1.1e6e4153fbe3fp-13, 0x1.6260dc731151ep-15, t)
    q = q * w + (line(-0x1.af8a5506339d5p-13, 0x1.24a19765998b8p-13, t) + z * upper)
    upper = line(-0x1.1fbd14cad375bp-10, -0x1.f53409ae65529p-11, t)
    q = q * w + (line(0x1.412d5757394a9p-7, 0x1.11f592cf12c0fp-9, t) + z * upper)
    upper = line(-0x1.1782d20372233p-4, 0x1.bc2ccda120dfcp-8, t)
    return q * w + (line(-0x1.71160d68a5fc2p-11, -0x1.049709fa94829p-2, t) + z * upper)
  }
}
