extension Elementary {
  /// The sine of an angle in radians; NaN of an infinite one.
  ///
  /// The angle is reduced to a quarter turn in whole numbers, exactly enough for every double; then
  /// polynomials of degree 13 and 14. Measured: 0.90 ulp.
  ///
  /// - Source: Payne & Hanek 1983, Radian Reduction for Trigonometric Functions.
  public static func sin(_ x: Double) -> Double {
    guard x.magnitude < .infinity else { return .nan }
    let angle = QuadrantAngle(x.magnitude)
    let value =
      switch angle.quadrant {
      case 0: angle.sine
      case 1: angle.cosine
      case 2: -angle.sine
      default: -angle.cosine
      }
    return x.sign == .minus ? -value : value
  }

  /// The cosine of an angle in radians; NaN of an infinite one.
  ///
  /// Reduced as in `sin`. Measured: 0.89 ulp.
  ///
  /// - Source: Payne & Hanek 1983, Radian Reduction for Trigonometric Functions.
  public static func cos(_ x: Double) -> Double {
    guard x.magnitude < .infinity else { return .nan }
    let angle = QuadrantAngle(x.magnitude)
    return switch angle.quadrant {
    case 0: angle.cosine
    case 1: -angle.sine
    case 2: -angle.cosine
    default: angle.sine
    }
  }
}

/// An angle as `quadrant · π/2 + upper + lower`, `|upper| ≤ π/4`.
struct QuadrantAngle {
  /// The number of quarter turns, modulo 4.
  let quadrant: Int
  private let upper: Double
  private let lower: Double

  /// Reduces an angle in radians, finite and not negative.
  init(_ x: Double) {
    if x < 0x1.921fb54442d18p-1 {
      (quadrant, upper, lower) = (0, x, 0)
      return
    }
    // x = significand · 2^exponent; quarter turns are x · 2/π, of which whole turns do not matter.
    // A window of 192 bits of 2/π, from where its product with the significand has the weight 2
    // downwards, gives the quadrant in two bits and the rest as a fraction.
    let exponent = Int(x.bitPattern &>> 52) - 1075
    let significand = UInt128(x.bitPattern & 0xf_ffff_ffff_ffff | 0x10_0000_0000_0000)
    let window = TwoOverPi.window(at: exponent - 2)
    let low = significand * UInt128(window.2)
    let middle = significand * UInt128(window.1) + (low &>> 64)
    let high = significand * UInt128(window.0) + (middle &>> 64)
    let turns = high &<< 64 | UInt128(UInt64(truncatingIfNeeded: middle))
    let fraction = turns &<< 2 | (low &>> 62) & 3
    // To the nearest quarter: from one half on, the rest is negative.
    let isUpperHalf = fraction.leadingZeroBitCount == 0
    quadrant = (Int(turns &>> 126) + (isUpperHalf ? 1 : 0)) & 3
    let distance = isUpperHalf ? 0 &- fraction : fraction
    // No double comes closer to a multiple of π/2 than about 2⁻⁶¹, so over 60 of 128 bits are left.
    let zeros = distance.leadingZeroBitCount
    let angle = (distance &<< UInt128(zeros)).multipliedFullWidth(by: TwoOverPi.inverse).high
    let first53 = Double(UInt64(truncatingIfNeeded: angle &>> 75))
    let next53 = Double(UInt64(truncatingIfNeeded: angle &>> 22) & 0x1f_ffff_ffff_ffff)
    let sign: Double = isUpperHalf ? -1 : 1
    upper = sign * first53 * QuadrantAngle.power(75 - 127 - zeros)
    lower = sign * next53 * QuadrantAngle.power(22 - 127 - zeros)
  }

  /// The power `2^exponent` of a normal double.
  private static func power(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) &<< 52)
  }

  /// The sine of `upper + lower`.
  var sine: Double {
    let z = upper * upper
    var q = 0x1.5e0916b55db48p-33
    q = q * z - 0x1.ae60056a84b17p-26
    q = q * z + 0x1.71de379129f2ep-19
    q = q * z - 0x1.a01a019e7f846p-13
    q = q * z + 0x1.1111111110ba1p-7
    q = q * z - 0x1.5555555555555p-3
    return upper + (upper * z * q + lower * (1 - 0.5 * z))
  }

  /// The cosine of `upper + lower`.
  var cosine: Double {
    let z = upper * upper
    var q = -0x1.907b9fa75dee8p-37
    q = q * z + 0x1.1eeb661c764f3p-29
    q = q * z - 0x1.27e4fa1529574p-22
    q = q * z + 0x1.a01a019f4c9c5p-16
    q = q * z - 0x1.6c16c16c1695ep-10
    q = q * z + 0x1.5555555555555p-5
    let half = 0.5 * z
    let main = 1 - half
    return main + (((1 - main) - half) + (z * z * q - upper * lower))
  }
}

/// The bits of 2/π, as many as the largest double needs.
private enum TwoOverPi {
  /// π/2 times 2¹²⁷.
  static let inverse: UInt128 = 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1

  /// The 192 bits from the one of weight 2^-(1 + place) downwards, highest first; `place ≥ -64`.
  static func window(at place: Int) -> (UInt64, UInt64, UInt64) {
    let (word, shift) = (place + 64).quotientAndRemainder(dividingBy: 64)
    if shift == 0 { return (words[word], words[word + 1], words[word + 2]) }
    return (
      words[word] &<< shift | words[word + 1] &>> (64 - shift),
      words[word + 1] &<< shift | words[word + 2] &>> (64 - shift),
      words[word + 2] &<< shift | words[word + 3] &>> (64 - shift)
    )
  }

  /// 64 zeros, then the bits of 2/π behind the binary point.
  private static let words: [UInt64] = [
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
    0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
    0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
  ]
}
