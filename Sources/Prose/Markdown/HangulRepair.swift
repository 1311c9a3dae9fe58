/// The repair of Markdown that closes bold text or a quotation directly before Hangul.
///
/// CommonMark does not close `**경사하강법(gradient descent)**은`, because a mark between punctuation
/// and a letter opens there. Korean puts its particles exactly so. A character of punctuation after the
/// mark makes it close; it is taken out again of everything that is parsed.
/// - Source: commonmark-spec issue 650; CommonMark 0.29, section 6.4.
enum HangulRepair {
  /// Punctuation of cuneiform, which no lesson in Korean needs.
  static let sign: Unicode.Scalar = "\u{12474}"

  /// The indices before which the sign belongs: after every `**`, `"` and `'` that follows closing
  /// punctuation and stands before Hangul; none if the text has the sign already.
  static func places(in scalars: [Unicode.Scalar]) -> [Int] {
    guard !scalars.contains(sign) else { return [] }
    var places: [Int] = []
    var index = 0
    while index < scalars.count {
      let length = closerLength(in: scalars, at: index)
      index += max(1, length)
      guard length > 0, index < scalars.count, scalars[index].isHangul else { continue }
      places.append(index)
    }
    return places
  }

  /// The length of a mark that follows closing punctuation at `index`; 0 if there is none.
  private static func closerLength(in scalars: [Unicode.Scalar], at index: Int) -> Int {
    let length: Int
    switch scalars[index] {
    case "\"", "'": length = 1
    case "*": length = scalars[index...].prefix { $0 == "*" }.count == 2 ? 2 : 0
    default: return 0
    }
    // Last, since what kind of character one is takes longest to be found.
    return index > 0 && isClosingPunctuation(scalars[index - 1]) ? length : 0
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
}

extension Unicode.Scalar {
  /// Whether it is a syllable or a letter of Korean.
  public var isHangul: Bool {
    switch value {
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: true
    default: false
    }
  }
}
