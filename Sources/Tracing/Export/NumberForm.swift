import JSON

/// How numbers are written in texts for people and for programs, independent of any locale.
public enum NumberForm {
  /// The fewest digits that read back as the same number, as in JSON; `NaN`, `Infinity` and `-Infinity`
  /// for what is not finite.
  public static func text(_ value: Double) -> String { JSONValue.digits(of: value) }

  /// At most six significant digits, for tables that are read by people.
  static func rounded(_ value: Double, digits: Int = 6) -> String {
    guard value.isFinite, value != 0 else { return text(value) }
    var (scaled, exponent) = (abs(value), 0)
    while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
    while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
    for _ in 1..<digits { scaled *= 10 }
    var whole = Int(scaled.rounded(.toNearestOrEven))
    if String(whole).count > digits { (whole, exponent) = (whole / 10, exponent + 1) }
    return (value < 0 ? "-" : "") + placed(String(whole), exponent: exponent)
  }

  /// Digits with a decimal point where the power of ten of the first digit wants it.
  private static func placed(_ digits: String, exponent: Int) -> String {
    guard (-5..<digits.count).contains(exponent) else {
      return trimmed(digits.prefix(1) + "." + digits.dropFirst()) + "e\(exponent)"
    }
    if exponent < 0 { return trimmed("0." + String(repeating: "0", count: -exponent - 1) + digits) }
    return trimmed(digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = String(text)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
