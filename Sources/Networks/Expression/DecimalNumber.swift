/// A number as digits: `significand · 10^exponent`.
///
/// Reading it brings no C library in, so that it also works in a browser.
struct DecimalNumber {
  private var significand: UInt64 = 0
  private var exponent = 0

  /// Reads digits, at most one point among them, perhaps with `e` and a whole exponent behind.
  ///
  /// Digits behind the first 19 that count are dropped.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var isBehindPoint = false
    for (place, scalar) in zip(scalars.indices, scalars) {
      if scalar == "." {
        isBehindPoint = true
      } else if scalar == "e" || scalar == "E" {
        exponent += Self.whole(scalars[(place + 1)...])
        break
      } else if significand <= (UInt64.max - 9) / 10 {
        significand = significand * 10 + UInt64(Self.digit(scalar))
        if isBehindPoint { exponent -= 1 }
      } else if !isBehindPoint {
        exponent += 1
      }
    }
  }

  /// The nearest double if `exponent` is -19 to 19, as of all usual numbers; else within 20 ulp.
  ///
  /// Infinity of a number that is too large.
  var value: Double {
    guard significand > 0 else { return 0 }
    if exponent.magnitude <= 19 { return nearestDouble }
    var (result, rest) = (Double(significand), Int(exponent.magnitude))
    while rest > 0, result > 0, result < .infinity {
      let power = Double(Self.powerOfTen(min(rest, 19)))
      result = exponent > 0 ? result * power : result / power
      rest -= 19
    }
    return result
  }

  private var nearestDouble: Double {
    let power = UInt128(Self.powerOfTen(Int(exponent.magnitude)))
    if exponent >= 0 { return Double(UInt128(significand) * power) }
    // The quotient has at least 63 bits; its last one tells that something is left over.
    let shift = UInt128(significand).leadingZeroBitCount
    let (quotient, rest) = (UInt128(significand) << shift).quotientAndRemainder(dividingBy: power)
    let scale = Double(sign: .plus, exponent: -shift, significand: 1)
    return Double(rest == 0 ? quotient : quotient | 1) * scale
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value) - 48 }

  /// A whole number with a sign or without, at most 9999 in size.
  private static func whole(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var result = 0
    for scalar in scalars where scalar != "-" && scalar != "+" {
      result = min(result * 10 + digit(scalar), 9999)
    }
    return scalars.first == "-" ? -result : result
  }
}
