/// Numbers as lesson files write them: `12`, `-0.5`, `.5`, `1e-3`; no words, no other bases.
enum Numeral {
  /// The number that `text` writes; nil if it is not one; infinite if too large.
  static func number(_ text: String) -> Double? {
    isNumeral(text) ? Double(text.hasPrefix(".") ? "0" + text : padded(text)) : nil
  }

  /// The whole number that `text` writes, also as `2e3` or `20.0`; nil if it is none.
  static func integer(_ text: String) -> Int? {
    guard let number = number(text) else { return nil }
    if let exact = Int(text) { return exact }
    return Int(exactly: number)
  }

  /// `value` as a person writes it: no `.0`.
  static func text(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(value) < 1e15 { return String(whole) }
    return String(value)
  }

  private static func isNumeral(_ text: String) -> Bool {
    var rest = Substring(text)
    if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
    var digits = dropDigits(&rest)
    if rest.first == "." {
      rest.removeFirst()
      digits += dropDigits(&rest)
    }
    guard digits > 0 else { return false }
    if let mark = rest.first, mark == "e" || mark == "E" {
      rest.removeFirst()
      if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
      guard dropDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func dropDigits(_ rest: inout Substring) -> Int {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
    rest.removeFirst(digits)
    return digits
  }

  /// `text` with a zero on the bare side of its point, which the standard library wants.
  private static func padded(_ text: String) -> String {
    var result = ""
    var last: Character = " "
    for character in text {
      if character == ".", !last.isNumber { result += "0" }
      if last == ".", !character.isNumber { result += "0" }
      result.append(character)
      last = character
    }
    return last == "." ? result + "0" : result
  }
}
