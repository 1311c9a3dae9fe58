/// The smallest piece of an expression that means something, and where it stands.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    /// An exponent written with raised digits.
    case raised(Double)
    case plus, minus, times, over, power
    case open, close, comma, equals
    case end
  }

  let kind: Kind
  /// The first scalar and the one after the last.
  let range: Range<Int>
}

/// Cuts the text of an expression into tokens.
///
/// Signs that a keyboard or a word processor may give stand for the plain ones: `× · ∗` for `*`,
/// `−` and `–` for `-`, `÷` for `/`, raised digits as in `x²` for a power.
struct ExpressionTokenizer {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// All tokens of a text, the last of them `end`.
  static func tokens(of scalars: [Unicode.Scalar]) throws(ExpressionError) -> [ExpressionToken] {
    var tokenizer = ExpressionTokenizer(scalars)
    var tokens: [ExpressionToken] = []
    while true {
      let token = try tokenizer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(ExpressionError) -> ExpressionToken {
    while let scalar = current, Self.isSpace(scalar) { place += 1 }
    let start = place
    guard let scalar = current else {
      return ExpressionToken(kind: .end, range: place..<place)
    }
    let kind: ExpressionToken.Kind
    if Self.isDigit(scalar) || scalar == "." {
      kind = .number(try number())
    } else if Self.isLetter(scalar) {
      kind = .name(name())
    } else if Self.raisedSign(scalar) != nil {
      kind = .raised(try raisedNumber())
    } else {
      kind = try symbol(scalar)
      place += 1
    }
    return ExpressionToken(kind: kind, range: start..<place)
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func symbol(_ scalar: Unicode.Scalar) throws(ExpressionError) -> ExpressionToken.Kind {
    switch scalar {
    case "+": return .plus
    case "-", "\u{2212}", "\u{2013}": return .minus
    case "*" where place + 1 < scalars.count && scalars[place + 1] == "*":
      throw ExpressionError("'**' is not a sign", at: place, help: "write ^ for a power, as in x^2")
    case "*", "\u{d7}", "\u{b7}", "\u{22c5}", "\u{2217}": return .times
    case "/", "\u{f7}", "\u{2215}": return .over
    case "^": return .power
    case "(": return .open
    case ")": return .close
    case ",": return .comma
    case "=": return .equals
    case "[", "{", "]", "}":
      throw ExpressionError(
        "'\(scalar)' is not a sign of an expression", at: place, help: "use ( and )")
    default:
      throw ExpressionError(
        "'\(scalar)' is not a sign of an expression", at: place,
        help: "the signs are + - * / ^ ( ) and the comma")
    }
  }

  /// Digits, with a point and an exponent or without.
  private mutating func number() throws(ExpressionError) -> Double {
    let start = place
    skipDigits()
    var digitCount = place - start
    if current == "." {
      place += 1
      skipDigits()
      digitCount = place - start - 1
    }
    if let exponent = endOfExponent() { place = exponent }
    let value = DecimalNumber(scalars[start..<place]).value
    guard digitCount > 0, value.isFinite else {
      var text = ""
      for scalar in scalars[start..<place] { text.unicodeScalars.append(scalar) }
      throw ExpressionError("'\(text)' is not a number", at: start, help: "such as 0.5 or 1e-3")
    }
    return value
  }

  private mutating func skipDigits() {
    while let scalar = current, Self.isDigit(scalar) { place += 1 }
  }

  /// The place behind `e-3` at the current place; nil if no exponent stands there.
  private func endOfExponent() -> Int? {
    guard current == "e" || current == "E" else { return nil }
    var end = place + 1
    if end < scalars.count, scalars[end] == "-" || scalars[end] == "+" { end += 1 }
    let firstDigit = end
    while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
    return end > firstDigit ? end : nil
  }

  private mutating func name() -> String {
    var name = ""
    while let scalar = current, Self.isLetter(scalar) || Self.isDigitOfName(scalar) {
      name.unicodeScalars.append(scalar)
      place += 1
    }
    return name
  }

  private mutating func raisedNumber() throws(ExpressionError) -> Double {
    let start = place
    var (value, isNegative, digits) = (0.0, false, 0)
    while let scalar = current, let sign = Self.raisedSign(scalar) {
      if sign < 0 && place > start { break }
      if sign < 0 {
        isNegative = true
      } else {
        value = value * 10 + Double(sign)
        digits += 1
      }
      place += 1
    }
    guard digits > 0, digits < 16 else {
      throw ExpressionError("a raised number of \(digits) digits", at: start, help: "write x^2")
    }
    return isNegative ? -value : value
  }
}

extension ExpressionTokenizer {
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x2009, 0x202f: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  /// Latin and Greek letters, Hangul syllables and `_`; a table would be large and bring no more.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5a, 0x61...0x7a, 0x5f: true
    case 0xd7, 0xf7: false
    case 0xc0...0x24f, 0x370...0x3ff, 0xac00...0xd7a3: true
    default: false
    }
  }

  /// Digits, lowered digits, and marks over a letter as in ŷ.
  private static func isDigitOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x2080...0x2089, 0x300...0x36f: true
    default: false
    }
  }

  /// The digit that a raised sign stands for, -1 for the raised minus; nil for any other sign.
  private static func raisedSign(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2070: 0
    case 0xb9: 1
    case 0xb2: 2
    case 0xb3: 3
    case 0x2074...0x2079: Int(scalar.value) - 0x2070
    case 0x207b: -1
    default: nil
    }
  }
}
