/// Characters that look like YAML's punctuation and are not: from Korean keyboards, word
/// processors and web pages.
enum Typography {
  /// A look-alike, what it is called, and what YAML wants in its place.
  struct LookAlike: Equatable {
    let character: Unicode.Scalar
    let name: String
    let wanted: String
  }

  static let all: [LookAlike] = [
    LookAlike(character: "：", name: "a full-width colon", wanted: "':' and a space"),
    LookAlike(character: "，", name: "a full-width comma", wanted: "','"),
    LookAlike(character: "、", name: "an ideographic comma", wanted: "','"),
    LookAlike(character: "［", name: "a full-width bracket", wanted: "'['"),
    LookAlike(character: "］", name: "a full-width bracket", wanted: "']'"),
    LookAlike(character: "｛", name: "a full-width brace", wanted: "'{'"),
    LookAlike(character: "｝", name: "a full-width brace", wanted: "'}'"),
    LookAlike(character: "「", name: "a corner bracket", wanted: "'[' or a quote"),
    LookAlike(character: "」", name: "a corner bracket", wanted: "']' or a quote"),
    LookAlike(character: "【", name: "a lenticular bracket", wanted: "'['"),
    LookAlike(character: "】", name: "a lenticular bracket", wanted: "']'"),
    LookAlike(character: "－", name: "a full-width hyphen", wanted: "'-'"),
    LookAlike(character: "−", name: "a minus sign of print", wanted: "'-'"),
    LookAlike(character: "–", name: "a dash", wanted: "'-'"),
    LookAlike(character: "＃", name: "a full-width hash", wanted: "'#'"),
    LookAlike(character: "．", name: "a full-width period", wanted: "'.'"),
    LookAlike(character: "“", name: "a curly quote", wanted: "'\"'"),
    LookAlike(character: "”", name: "a curly quote", wanted: "'\"'"),
    LookAlike(character: "‘", name: "a curly quote", wanted: "a straight quote"),
    LookAlike(character: "’", name: "a curly quote", wanted: "a straight quote"),
    LookAlike(character: "＂", name: "a full-width quote", wanted: "'\"'"),
    LookAlike(character: "\u{3000}", name: "a full-width space", wanted: "a space"),
    LookAlike(character: "\u{A0}", name: "a no-break space", wanted: "a space"),
    LookAlike(character: "\u{200B}", name: "an invisible space", wanted: "nothing"),
    LookAlike(character: "\u{FEFF}", name: "a byte-order mark", wanted: "nothing"),
  ]

  /// The first look-alike of `text`, and its offset in Unicode scalars.
  static func first(in text: String) -> (offset: Int, found: LookAlike)? {
    for (offset, scalar) in text.unicodeScalars.enumerated() where scalar.value > 0x7F {
      if let found = all.first(where: { $0.character == scalar }) { return (offset, found) }
      if (0xFF10...0xFF19).contains(scalar.value) {
        return (offset, LookAlike(character: scalar, name: "a full-width digit", wanted: "0 to 9"))
      }
    }
    return nil
  }

  /// A help line about the first look-alike of `text`; nil if there is none.
  static func help(for text: String) -> String? {
    first(in: text).map { help(for: $0.found) }
  }

  /// A help line about the punctuation in what should be a bare name; nil if there is none.
  static func help(forName name: String) -> String? {
    if let help = help(for: name) { return help }
    return name.contains(":") ? "a space belongs after ':'" : nil
  }

  /// A help line about `found`.
  static func help(for found: LookAlike) -> String {
    let hex = String(found.character.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let isVisible = !["\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}"].contains(found.character)
    let shown = isVisible ? "'\(found.character)' (\(code))" : code
    return "\(shown) is \(found.name); YAML wants \(found.wanted)"
  }
}
