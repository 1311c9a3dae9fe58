extension Elementary {
  /// The error function, `2/√π ∫₀ˣ e^(-t²) dt`.
  ///
  /// An odd polynomial of degree 19 for `|x| < 0.5`, the complement of `erfc` for the rest.
  /// Measured: 1.30 ulp.
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
  /// From 0.5 on, `exp(-x² + S) / (x + 5/4)`, where the small `S` is a polynomial of degree 26 in
  /// `(x - 2) / (x + 5/4)`. Subnormal above 26.5, 0 above 27.23. Measured: 1.83 ulp.
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

  /// The complement for `x ≥ 0.5`: `exp(-x² - 3/16 + S(x)) / (x + 5/4)`.
  ///
  /// The exponent, the exponential and the quotient are kept in two parts each, so that little more
  /// than the last addition rounds.
  @inline(__always)
  private static func erfcPositive(_ x: Lanes) -> Lanes {
    let a = x.limited(to: 27.5)
    let denominator = a + 1.25
    let t = (a - 2) / denominator
    // a² = upper² + rest, the square of 26 bits being exact.
    let upper = a.upperHalves
    let rest = (a - upper) * (a + upper)
    let large = -(upper * upper) - 0.1875
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
    let lostDenominator = lostBySum(a, Lanes(repeating: 1.25), denominator)
    let lost = ((start - exponential) + tail) - quotient * lostDenominator
    let inverse = (1 - t) * (1 / 3.25)
    return PowerOfTwo(shifted: shifted).scale(quotient + (remainder + lost) * inverse)
  }

  /// What `a + b` lost when it was rounded to `sum` (Knuth's two-sum).
  @inline(__always)
  private static func lostBySum(_ a: Lanes, _ b: Lanes, _ sum: Lanes) -> Lanes {
    let added = sum - a
    return (a - (sum - added)) + (b - added)
  }

  /// `S(x) = ln((x + 5/4) erfc(x) exp(x²)) + 3/16`, a polynomial of `t = (x - 2) / (x + 5/4)`.
  @inline(__always)
  private static func erfcExponent(_ t: Lanes) -> Lanes {
    let z = t * t
    let w = z * z
    var q = line(-0x1.8acde0c2a45e1p-24, -0x1.2aa21e9fd39f5p-27, t) + z * 0x1.787df85751d18p-27
    var upper = line(0x1.3643cd44fcb6fp-22, -0x1.ca14c37bab29ep-27, t)
    q = q * w + (line(-0x1.928bc62e9564bp-23, 0x1.4541ec68bcfc2p-22, t) + z * upper)
    upper = line(-0x1.529d3f50bf498p-20, -0x1.b366406055c4p-21, t)
    q = q * w + (line(0x1.613aa0129b6d1p-19, -0x1.608c1d2f9e8b2p-21, t) + z * upper)
    upper = line(0x1.ed7570c8efdfcp-18, 0x1.05389fa45b83cp-17, t)
    q = q * w + (line(-0x1.77d5d8fb22a15p-15, -0x1.64c760f061756p-17, t) + z * upper)
    upper = line(0x1.fe0ed880d75ap-15, -0x1.a1844bd23910ep-15, t)
    q = q * w + (line(0x1.2c06af8a41cbcp-12, 0x1.2c874721f033ap-12, t) + z * upper)
    upper = line(-0x1.20ec48a41ba0fp-9, -0x1.3ff166c769771p-11, t)
    q = q * w + (line(0x1.42bc83523ee4p-7, -0x1.be2736a0bc9a5p-11, t) + z * upper)
    upper = line(-0x1.b76d1784e431p-5, 0x1.4558967fe12c8p-6, t)
    return q * w + (line(0x1.3e2c2842970dcp-10, -0x1.6fa3a024cb8d5p-2, t) + z * upper)
  }
}
