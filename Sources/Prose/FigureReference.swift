/// The two ways in which prose names a figure: it shows `figures/NAME.svg`, and it mentions `@fig-NAME`.
enum FigureReference {
  /// The figure whose image lies at `path`, and the extension of the path; nil for any other path.
  static func figure(at path: String) -> (name: String, format: String)? {
    let rest = path.dropFirst(prefixLength(of: path))
    guard rest.count < path.count, let dot = rest.lastIndex(of: "."), dot > rest.startIndex else {
      return nil
    }
    let format = String(rest[dot...].dropFirst())
    guard ["svg", "png", "pdf"].contains(format) else { return nil }
    return (String(rest[..<dot]), format)
  }

  /// The length of what stands before the name in the path of a figure; 0 for any other path.
  static func prefixLength(of path: some StringProtocol) -> Int {
    ["figures/", "./figures/"].first { path.hasPrefix($0) }?.count ?? 0
  }

  /// The places in a text where a figure is mentioned: from the `@` to the end of the name.
  ///
  /// A letter before the `@` makes it a mail address, and no name ends with a hyphen.
  static func mentions(in text: [UInt8]) -> [Range<Int>] {
    var mentions: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      guard text[index...].starts(with: "@fig-".utf8) else {
        index += 1
        continue
      }
      let name = text[(index + 5)...].prefix { isOfName($0) }
      let end = name.lastIndex { $0 != UInt8(ascii: "-") }
      if let end, !endsWithLetter(text[start..<index]) {
        mentions.append(index..<end + 1)
        start = end + 1
        index = end + 1
      } else {
        index += 5
      }
    }
    return mentions
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func endsWithLetter(_ text: ArraySlice<UInt8>) -> Bool {
    // No scalar takes more than four bytes.
    String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last?.properties.isAlphabetic
      ?? false
  }
}
