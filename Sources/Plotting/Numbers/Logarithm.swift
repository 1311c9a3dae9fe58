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
    guard x.isFinite, x.magnitude < 745 else { return x < 0 ? 0 : (x > 0 ? .infinity : x) }
    let k = (x / ln2).rounded(.toNearestOrEven)
    let r = x - k * ln2
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

  /// 10 to the power `x`, exact for small whole powers.
  static func power10(_ x: Double) -> Double {
    let whole = x.rounded(.toNearestOrEven)
    return whole == x && x.magnitude < 300 ? powerOfTen(Int(whole)) : exponential(x * ln10)
  }

  /// 10 to a whole power.
  static func powerOfTen(_ n: Int) -> Double {
    var result = 1.0
    for _ in 0..<n.magnitude { result *= 10 }
    return n < 0 ? 1 / result : result
  }

  private static let ln2 = 0.6931471805599453
  private static let ln10 = 2.302585092994046
}
