import Drawings

/// Numbers as a reader expects them in a figure: a true minus sign (U+2212), no exponent letters.
public enum NumberText {
  /// `value` rounded to `places` decimals, as in `−0.25`; trailing zeros stay.
  ///
  /// A value that rounds to zero has no sign. NaN gives `NaN`, infinities `∞` and `−∞`. Magnitudes
  /// of 10^15 and more are written with an exponent.
  public static func fixed(_ value: Double, places: Int) -> String {
    if let text = nonFinite(value) { return text }
    guard value.magnitude < 1e15 else { return scientific(value, digits: 3) }
    guard places > 0 else {
      let whole = Int64(value.magnitude.rounded(.toNearestOrEven))
      return (value < 0 && whole > 0 ? minus : "") + String(whole)
    }
    // Whole part and rest apart, so that many decimals of a large number keep all their digits; more
    // than 18 of them would not fit an integer, and no double has them.
    let places = min(places, 18)
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    var whole = Int64(value.magnitude)
    var rest = DecimalRounding.product(value.magnitude - Double(whole), Double(scale))
    if rest >= scale { (whole, rest) = (whole + 1, rest - scale) }
    let sign = value < 0 && (whole > 0 || rest > 0) ? minus : ""
    let decimals = String(rest)
    let zeros = String(repeating: "0", count: places - decimals.count)
    return sign + String(whole) + "." + zeros + decimals
  }

  /// `value` with at most `places` decimals and no trailing zeros: `0.5`, `−3`, `0.125`.
  public static func short(_ value: Double, places: Int) -> String {
    var text = fixed(value, places: places)
    guard places > 0, text.contains("."), !text.contains("×") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// `value` with about `digits` significant digits; plain where that stays readable, else `3.2×10⁻⁷`.
  public static func significant(_ value: Double, digits: Int = 3) -> String {
    if let text = nonFinite(value) { return text }
    guard value != 0 else { return "0" }
    let exponent = decimalExponent(of: value)
    guard exponent > -4, exponent < 6 else { return scientific(value, digits: digits) }
    let text = fixed(value, places: max(0, digits - 1 - exponent))
    // 0.0996 to two digits is 0.10: rounding may lead to the next power of ten.
    let limit = fixed(Logarithm.powerOfTen(exponent + 1), places: max(0, digits - 1 - exponent))
    guard digits - 1 - exponent > 0, text == limit || text == minus + limit else { return text }
    return fixed(value, places: digits - 2 - exponent)
  }

  /// `value` as `m×10ⁿ` with `digits` significant digits; the factor 1 is left out: `10⁻³`.
  ///
  /// With `keepsZeros` the factor has all its digits, as in `5.0×10⁻¹⁰`, so that numbers in a row show
  /// the same precision.
  public static func scientific(
    _ value: Double, digits: Int, keepsZeros: Bool = false
  ) -> String {
    if let text = nonFinite(value) { return text }
    guard value != 0 else { return "0" }
    var exponent = decimalExponent(of: value)
    var mantissa = Logarithm.times(value.magnitude, powerOfTen: -exponent)
    let rounding = Logarithm.powerOfTen(digits - 1)
    mantissa = (mantissa * rounding).rounded(.toNearestOrEven) / rounding
    if mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    let sign = value < 0 ? minus : ""
    let power = "10" + superscript(exponent)
    if keepsZeros { return sign + fixed(mantissa, places: digits - 1) + "×" + power }
    return mantissa == 1 ? sign + power : sign + short(mantissa, places: digits - 1) + "×" + power
  }

  /// `share` of 1 as a percentage without decimals: `75%`.
  public static func percent(_ share: Double) -> String { fixed(share * 100, places: 0) + "%" }

  /// An integer in superscript digits: `⁻³`.
  public static func superscript(_ value: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return spelled(value, digits: digits, minus: "⁻")
  }

  /// An integer in subscript digits: `₁₂`.
  public static func `subscript`(_ value: Int) -> String {
    let digits = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
    return spelled(value, digits: digits, minus: "₋")
  }

  /// A whole number with thin spaces between groups of three digits from 10 000 on: `12 345`.
  public static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    guard digits.count > 4 else { return value < 0 ? minus + digits : digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{2009}" }
      text.append(digit)
    }
    return value < 0 ? minus + text : text
  }

  static let minus = "\u{2212}"

  /// The power of ten of the leading digit of a finite value other than 0.
  static func decimalExponent(of value: Double) -> Int {
    var exponent = Int(Logarithm.base10(value.magnitude).rounded(.down))
    // The logarithm may round across a power of ten; two comparisons settle it.
    if Logarithm.times(value.magnitude, powerOfTen: -exponent - 1) >= 1 { exponent += 1 }
    if Logarithm.times(value.magnitude, powerOfTen: -exponent) < 1 { exponent -= 1 }
    return exponent
  }

  private static func nonFinite(_ value: Double) -> String? {
    if value.isNaN { return "NaN" }
    return value.isInfinite ? (value < 0 ? minus + "∞" : "∞") : nil
  }

  private static func spelled(_ value: Int, digits: [String], minus: String) -> String {
    var rest = value.magnitude
    var text = ""
    repeat {
      text = digits[Int(rest % 10)] + text
      rest /= 10
    } while rest > 0
    return value < 0 ? minus + text : text
  }
}
