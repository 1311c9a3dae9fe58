import Plotting
import Wording

/// Numbers of a network as figures show them, each kind of number always alike.
enum Shown {
  /// A loss, to three significant digits.
  static func loss(_ value: Double) -> String { NumberText.significant(value, digits: 3) }
  /// A standard deviation or a length, to two significant digits, zeros included; from a thousand on
  /// with a power of ten, which is shorter than its zeros.
  static func deviation(_ value: Double) -> String {
    let size = value.magnitude
    return value.isFinite && (size >= 1000 || (size > 0 && size < 1e-3))
      ? NumberText.scientific(value, digits: 2, keepsZeros: true)
      : NumberText.significant(value, digits: 2)
  }
  /// A share as a percentage.
  static func share(_ value: Double) -> String { NumberText.percent(value) }
  /// A weight, a bias, an activation: two decimals.
  static func weight(_ value: Double) -> String { NumberText.fixed(value, places: 2) }
  /// A number of the perceptron rule, which are mostly whole: no more decimals than it has.
  ///
  /// A value too small for that is not printed as 0, which it is not.
  static func exact(_ value: Double) -> String {
    let text = NumberText.short(value, places: 4)
    return text == "0" && value != 0 ? NumberText.significant(value, digits: 2) : text
  }
  /// A derivative: as short as two decimals allow, else three of them.
  static func slope(_ value: Double) -> String {
    let short = NumberText.short(value, places: 2)
    return NumberText.short(value, places: 6) == short
      ? short : NumberText.fixed(value, places: 3)
  }
  /// A row or vector in parentheses: `(0, 1)`.
  static func vector(_ values: [Double]) -> String {
    "(" + values.map(exact).joined(separator: ", ") + ")"
  }
  /// An affine form `1.2 x₁ − 0.5 x₂ + 0.1`.
  static func affine(_ weights: [Double], _ names: [String], bias: Double) -> String {
    var text = ""
    for (weight, name) in zip(weights, names) { text += term(weight, name, isFirst: text.isEmpty) }
    return text + term(bias, "", isFirst: false)
  }

  /// A line of parts that is broken between them only.
  static func breakable(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\u{A0}")
      .replacing(every: "\u{A0}·\u{A0}", with: "\u{A0}· ")
  }

  private static func term(_ value: Double, _ name: String, isFirst: Bool) -> String {
    let size = weight(value.magnitude)
    // No-break spaces keep a sign with its term where a long form is wrapped.
    let sign = value < 0 ? (isFirst ? "−" : " −\u{A0}") : (isFirst ? "" : " +\u{A0}")
    return sign + size + (name.isEmpty ? "" : "\u{A0}" + name)
  }
}
