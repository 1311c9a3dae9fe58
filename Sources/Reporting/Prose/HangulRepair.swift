/// The repair of Markdown that closes bold text or a quotation directly before Hangul.
///
/// CommonMark does not close `**경사하강법(gradient descent)**은`, because a mark between punctuation
/// and a letter opens there. Korean puts its particles exactly so. A sign of punctuation behind the
/// mark makes it close; the sign is taken out of the HTML again.
/// - Source: commonmark-spec issue 650; CommonMark 0.29, section 6.4.
enum HangulRepair {
  /// Punctuation of cuneiform, which no lesson in Korean needs.
  private static let sign: Unicode.Scalar = "\u{12474}"

  /// `text` with the sign behind every `**`, `"` and `'` that follows closing punctuation and stands
  /// before Hangul; the same text if it has the sign of its own.
  static func prepared(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.contains(sign) else { return text }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let length = closerLength(in: scalars, at: index)
      result.append(contentsOf: scalars[index..<index + max(1, length)])
      index += max(1, length)
      guard length > 0, index < scalars.count, isHangul(scalars[index]) else { continue }
      result.append(sign)
    }
    return String(result)
  }

  /// The HTML made of `prepared(text)` without the signs, in whatever form they stand in it.
  static func finished(_ html: String, of text: String) -> String {
    guard !text.unicodeScalars.contains(sign) else { return html }
    return html.without(String(sign)).without("%F0%92%91%B4")
  }

  /// The length of a mark that follows closing punctuation at `index`; 0 if there is none.
  private static func closerLength(in scalars: [Unicode.Scalar], at index: Int) -> Int {
    guard index > 0, isClosingPunctuation(scalars[index - 1]) else { return 0 }
    switch scalars[index] {
    case "\"", "'": return 1
    case "*":
      let run = scalars[index...].prefix { $0 == "*" }.count
      return run == 2 ? 2 : 0
    default: return 0
    }
  }

  private static func isClosingPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: return true
    case .otherPunctuation: return scalar != "\\" && scalar != "*"
    case .mathSymbol, .currencySymbol, .modifierSymbol, .dashPunctuation, .connectorPunctuation:
      return scalar.isASCII && scalar != "<"
    default: return false
    }
  }

  /// Whether it is a syllable or a letter of Korean.
  static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: true
    default: false
    }
  }
}

extension String {
  /// The text with every `piece` taken out.
  fileprivate func without(_ piece: String) -> String {
    var rest = self[...]
    var result = ""
    while let range = rest.firstRange(of: piece) {
      result += rest[..<range.lowerBound]
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
