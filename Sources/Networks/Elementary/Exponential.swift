extension Elementary {
  /// The exponential, `eˣ`.
  ///
  /// `x = k ln 2 + r`, then a polynomial of degree 13 in `r` and a scaling by `2ᵏ`. Infinity from
  /// 709.79 on, subnormal below -708.4, 0 below -745.14. Measured: 0.96 ulp.
  ///
  /// - Source: Cody & Waite 1980, Software Manual for the Elementary Functions, ch. 6.
  public static func exp(_ x: Double) -> Double {
    exp(Lanes(repeating: x))[0]
  }

  /// Writes `eˣ` of each element of `x` to `y`.
  public static func exp(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.exp(x, into: y, count: count)
  }

  /// The exponential less 1, `eˣ - 1`, without cancellation near 0.
  ///
  /// The polynomial of `exp` without its 1, directly for `|x| < 0.5`. Measured: 1.19 ulp.
  ///
  /// - Source: Cody & Waite 1980, Software Manual for the Elementary Functions, ch. 6.
  public static func expm1(_ x: Double) -> Double {
    expm1(Lanes(repeating: x))[0]
  }

  /// Writes `eˣ - 1` of each element of `x` to `y`.
  public static func expm1(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    Kernels.expm1(x, into: y, count: count)
  }

  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    // Past these limits the result is 0 or infinity anyway, and k keeps to 11 bits.
    let bounded = x.limited(to: 710).limited(from: -746)
    let reduced = Reduction(bounded)
    return reduced.power.scale(1 + expm1Reduced(reduced.remainder))
  }

  @inline(__always)
  static func expm1(_ x: Lanes) -> Lanes {
    let bounded = x.limited(to: 710).limited(from: -60)
    let small = x.magnitudes .< 0.5
    let reduced = Reduction(bounded.replacing(with: 0, where: small))
    let remainder = reduced.remainder.replacing(with: x, where: small)
    // (1 - 2⁻ᵏ + p) 2ᵏ; without k, that is p itself.
    let inverse = reduced.power.inverseScale(Lanes(repeating: 1))
    let result = reduced.power.scale((1 - inverse) + expm1Reduced(remainder))
    return result.replacing(with: x, where: x.magnitudes .< 0x1p-54)
  }

  /// `eʳ - 1` for `|r| ≤ 0.5`, to a relative error of 2⁻⁵⁷ before rounding.
  @inline(__always)
  static func expm1Reduced(_ r: Lanes) -> Lanes {
    r + r * r * exponentialTail(r)
  }

  /// `(eʳ - 1 - r) / r²` for `|r| ≤ 0.5`.
  @inline(__always)
  static func exponentialTail(_ r: Lanes) -> Lanes {
    let z = r * r
    var q = line(0x1.201f4798b4e48p-29, 0x1.626a6820214p-33, r)
    q = q * z + line(0x1.27e44e028d127p-22, 0x1.ae639d8886d33p-26, r)
    q = q * z + line(0x1.a01a01faca4dbp-16, 0x1.71de3a85c63fp-19, r)
    q = q * z + line(0x1.6c16c16c0153ap-10, 0x1.a01a01a00e94fp-13, r)
    q = q * z + line(0x1.5555555555591p-5, 0x1.1111111111121p-7, r)
    return q * z + line(0.5, 0x1.5555555555555p-3, r)
  }
}

/// A number as `k ln 2 + r`, with a whole `k` of at most 11 bits and `|r| ≤ ½ ln 2`.
///
/// - Source: Cody & Waite 1980, Software Manual for the Elementary Functions, ch. 6.
struct Reduction {
  /// What is left, `r`, rounded once.
  let remainder: Lanes
  /// The power of two, `2ᵏ`.
  let power: PowerOfTwo

  @inline(__always)
  init(_ x: Lanes) {
    let shifted = x * Reduction.perLogarithmOf2 + Reduction.rounder
    let k = shifted - Reduction.rounder
    remainder = Reduction.subtracting(k, from: x)
    power = PowerOfTwo(shifted: shifted)
  }

  /// `x - k ln 2`.
  @inline(__always)
  static func subtracting(_ k: Lanes, from x: Lanes) -> Lanes {
    (x - k * logarithmOf2) - k * logarithmOf2Rest
  }

  /// `1 / ln 2`.
  @inline(__always)
  static var perLogarithmOf2: Double { 0x1.71547652b82fep+0 }

  /// The first 32 bits of `ln 2`, so that the product with `k` is exact.
  @inline(__always)
  static var logarithmOf2: Double { 0x1.62e42feep-1 }

  /// The rest of `ln 2`.
  @inline(__always)
  static var logarithmOf2Rest: Double { 0x1.a39ef35793c76p-33 }

  /// `1.5·2⁵²`: adding it to a small number rounds that to a whole one and leaves it in the low bits.
  @inline(__always)
  static var rounder: Double { 0x1.8p52 }
}

/// A power `2ᵏ`, `|k| < 2000`, kept as two factors because one double may not hold it.
struct PowerOfTwo {
  private let first: LaneBits
  private let second: LaneBits

  /// Takes `k` from `k + 1.5·2⁵²`.
  @inline(__always)
  init(shifted: Lanes) {
    // The low bits hold k; 2046 is twice the bias of a double's exponent.
    let biased = shifted.bits &- (0x4338_0000_0000_0000 - 2046)
    first = biased &>> 1
    second = biased &- first
  }

  /// `x·2ᵏ`, rounded once if `x` is not far from 1.
  @inline(__always)
  func scale(_ x: Lanes) -> Lanes {
    x * Lanes(bits: first &<< 52) * Lanes(bits: second &<< 52)
  }

  /// `x·2⁻ᵏ`, rounded once if `x` is not far from 1.
  @inline(__always)
  func inverseScale(_ x: Lanes) -> Lanes {
    x * Lanes(bits: (2046 &- first) &<< 52) * Lanes(bits: (2046 &- second) &<< 52)
  }
}
