/// The few logarithms and powers that scales need, without a C library so that every system agrees.
///
/// Accurate to about 4 ulp, which is far below what a page can show. The engine's own functions are
/// more exact; plots must not know the engine.
enum Logarithm {
  /// Natural logarithm of a positive finite number; −∞ at 0, NaN below.
  static func natural(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    // x = m · 2ᵉ with m in [√½, √2); ln m = 2 artanh((m − 1)/(m + 1)) by its power series.
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var sum = 0.0
    var divisor = 25.0
    while divisor >= 1 {
      sum = sum * square + 1 / divisor
      divisor -= 2
    }
    return 2 * t * sum + exponent * ln2
  }

  /// Logarithm to base 10.
  static func base10(_ x: Double) -> Double { natural(x) / ln10 }

  /// eˣ; 0 or infinity past the range of a double.
  static func exponential(_ x: Double) -> Double {
    guard x.isFinite, x.magnitude < 746 else { return x < 0 ? 0 : (x > 0 ? .infinity : x) }
    let k = (x / ln2).rounded(.toNearestOrEven)
    // ln 2 in two parts: k times the first is exact, so that large x lose no digits.
    let r = (x - k * ln2Head) - k * ln2Tail
    var sum = 1.0
    var n = 18.0
    while n >= 1 {
      sum = 1 + sum * r / n
      n -= 1
    }
    // Two steps, since 2ᵏ alone may be too large or too small where the result is not.
    let half = Int(k) / 2
    return sum * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
  }

  /// 10 to the power `x`; 0 or infinity past the range of a double.
  ///
  /// The whole part comes from the table, since e to a large power would magnify the rounding of x·ln 10.
  static func power10(_ x: Double) -> Double {
    guard x.magnitude < 400 else { return x < 0 ? 0 : (x > 0 ? .infinity : x) }
    let whole = x.rounded(.toNearestOrEven)
    let rest = x - whole
    return times(rest == 0 ? 1 : exponential(rest * ln10), powerOfTen: Int(whole))
  }

  /// 10 to a whole power, the nearest double for −22...22; 0 or infinity past the range of a double.
  static func powerOfTen(_ n: Int) -> Double { times(1, powerOfTen: n) }

  /// `value` times 10 to a whole power, also where that power alone is out of range.
  static func times(_ value: Double, powerOfTen n: Int) -> Double {
    var result = value
    var rest = min(n.magnitude, 700)
    while rest > 0 {
      let step = Int(min(rest, 308))
      let power = positivePower(step)
      result = n < 0 ? result / power : result * power
      rest -= UInt(step)
    }
    return result
  }

  /// The product of the table's entries named by the binary digits of `n`, 0...308.
  private static func positivePower(_ n: Int) -> Double {
    var result = 1.0
    for bit in 0..<squares.count where n & (1 << bit) != 0 { result *= squares[bit] }
    return result
  }

  /// 10 to the powers 1, 2, 4 and so on.
  private static let squares = [1e1, 1e2, 1e4, 1e8, 1e16, 1e32, 1e64, 1e128, 1e256]
  private static let ln2 = 0.6931471805599453
  private static let ln2Head = 0.6931471803691238
  private static let ln2Tail = 1.9082149292705877e-10
  private static let ln10 = 2.302585092994046
}
