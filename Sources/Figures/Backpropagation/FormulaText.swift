import Plotting

/// A formula of a lesson file as it is printed: `L = (σ(w·x₀ + b) − y)²`.
enum FormulaText {
  /// The name of a variable, its number lowered: `x₁`.
  static func name(_ name: String) -> String {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let letters = name.dropLast(digits)
    guard digits > 0, !letters.isEmpty, digits < 4, let number = Int(name.suffix(digits)) else {
      return name
    }
    return letters + NumberText.subscript(number)
  }

  /// A whole formula.
  static func printed(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(word.count)
        result += word == "sigmoid" ? "σ" : name(String(word))
      } else if first.isNumber {
        let number = rest.prefix { $0.isNumber || $0 == "." }
        rest = rest.dropFirst(number.count)
        result += number
      } else if first == "^", let power = wholePower(rest.dropFirst()) {
        rest = rest.dropFirst(1 + power.count)
        result += NumberText.superscript(Int(power) ?? 0)
      } else {
        rest = rest.dropFirst()
        result += first == "*" ? "·" : first == "-" ? "−" : String(first)
      }
    }
    return result
  }

  /// The digits of a whole exponent; nil of any other.
  private static func wholePower(_ text: Substring) -> String? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    return digits.isEmpty || digits.contains(".") || digits.count > 3 ? nil : String(digits)
  }
}
