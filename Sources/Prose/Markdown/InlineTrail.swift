/// Goes through the content of a block beside the inlines that cmark read from it, so that each is found at
/// its place.
///
/// cmark says what comes next; what remains is to pass over marks, escapes, entities and what became
/// dashes and quotation marks of print. Whatever does not fit is given the place of the block.
struct InlineTrail {
  private let content: BlockContent
  private var index = 0
  private var isLost = false
  private var isInAutolink = false
  /// What entities stand for, by name; nil for what is none.
  private var entities: [String: String?] = [:]

  init(_ content: BlockContent) { self.content = content }

  /// The byte of the file that was come to.
  var place: Int { content.origins[isLost ? 0 : index] }

  private var bytes: [UInt8] { content.bytes }

  private mutating func expect(_ byte: UInt8) {
    guard !isLost, bytes[safely: index] == byte else {
      isLost = true
      return
    }
    index += 1
  }

  /// Passes over the mark before or after emphasized text.
  mutating func passEmphasis(length: Int) {
    for _ in 0..<length {
      expect(bytes[safely: index] == UInt8(ascii: "_") ? UInt8(ascii: "_") : UInt8(ascii: "*"))
    }
  }

  /// Passes over the end of a line and the blanks around it.
  mutating func passLineBreak() {
    if bytes[safely: index] == UInt8(ascii: "\\") {
      // Blanks after such a break are text.
      index += 1
      expect(UInt8(ascii: "\n"))
      return
    }
    while let byte = bytes[safely: index], byte.isSpace, byte != UInt8(ascii: "\n") { index += 1 }
    expect(UInt8(ascii: "\n"))
    while bytes[safely: index]?.isBlank == true { index += 1 }
  }

  /// Passes over a code span; gives the place of it with its backticks.
  mutating func passCode() -> Range<Int> {
    let start = place
    let length = run(of: UInt8(ascii: "`"), from: index)
    index += length
    while !isLost, index < bytes.count {
      let run = run(of: UInt8(ascii: "`"), from: index)
      index += max(1, run)
      if run == length, run > 0 { return start..<place }
    }
    isLost = true
    return start..<start
  }

  private func run(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while bytes[safely: end] == byte { end += 1 }
    return end - start
  }

  /// Passes over a tag or a comment; gives the places of its bytes and of its end.
  mutating func passHTML(_ literal: [UInt8]) -> [Int] {
    guard !isLost, bytes[index...].starts(with: literal) else {
      isLost = true
      return [Int](repeating: place, count: literal.count + 1)
    }
    defer { index += literal.count }
    return Array(content.origins[index...index + literal.count])
  }
}

extension InlineTrail {
  /// Passes over what opens a link or an image; gives the place of it.
  mutating func passOpening(isImage: Bool) -> Int {
    let start = place
    if isImage { expect(UInt8(ascii: "!")) }
    if !isImage, bytes[safely: index] == UInt8(ascii: "<") {
      isInAutolink = true
      index += 1
    } else {
      expect(UInt8(ascii: "["))
    }
    return start
  }

  /// Passes over what ends a link or an image.
  ///
  /// - Returns: The places of the end of its text, of its address if it stands there, and of the end of
  ///   it all.
  mutating func passClosing() -> (text: Int, address: Range<Int>?, end: Int) {
    let text = place
    if isInAutolink {
      isInAutolink = false
      expect(UInt8(ascii: ">"))
      return (text, nil, place)
    }
    expect(UInt8(ascii: "]"))
    guard !isLost else { return (text, nil, text) }
    let syntax = LinkSyntax(in: bytes, after: index)
    index = syntax.end
    let address = syntax.address.map {
      content.origins[$0.lowerBound]..<content.origins[$0.upperBound]
    }
    return (text, address, place)
  }
}

extension InlineTrail {
  /// Passes over text; gives the places of the bytes that became `literal`, and of its end.
  mutating func passText(_ literal: [UInt8]) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(literal.count + 1)
    while places.count < literal.count {
      if isEscape(of: literal[places.count]) {
        index += 1
        places.append(place)
        index += 1
        continue
      }
      guard !isLost, index < bytes.count, let piece = piece(becoming: literal[places.count...])
      else {
        isLost = true
        break
      }
      for _ in 0..<piece.count { places.append(place) }
      index += piece.length
    }
    while places.count <= literal.count { places.append(place) }
    return places
  }

  /// Whether a backslash stands next that only makes `byte` plain.
  private func isEscape(of byte: UInt8) -> Bool {
    !isInAutolink && byte.isPunctuation && bytes[safely: index] == UInt8(ascii: "\\")
      && bytes[safely: index + 1] == byte
  }

  /// The length of what stands next, and how many bytes of `text` it became; nil if it did not.
  private mutating func piece(becoming text: ArraySlice<UInt8>) -> (length: Int, count: Int)? {
    let byte = bytes[index]
    if let piece = changedPiece(becoming: text) { return piece }
    return byte == text.first ? (1, 1) : nil
  }

  /// As `piece`, but only for what does not stand for itself.
  private mutating func changedPiece(becoming text: ArraySlice<UInt8>)
    -> (length: Int, count: Int)?
  {
    switch bytes[index] {
    case UInt8(ascii: "&"):
      guard let (length, expansion) = entity(), text.starts(with: expansion) else { return nil }
      return (length, expansion.count)
    case _ where isInAutolink: return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return isPrint(text) ? (1, 3) : nil
    case UInt8(ascii: "."):
      return run(of: UInt8(ascii: "."), from: index) > 2 && isPrint(text) ? (3, 3) : nil
    case UInt8(ascii: "-"):
      let length = run(of: UInt8(ascii: "-"), from: index)
      return length > 1 && isPrint(text) ? (length, 3 * Self.dashCount(length)) : nil
    default: return nil
    }
  }

  /// Whether a text begins with a quotation mark, a dash or dots of print: from U+2010 to U+203F.
  private func isPrint(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: [0xE2, 0x80]) }

  /// How many dashes, long ones and short ones, so many hyphens become.
  private static func dashCount(_ hyphens: Int) -> Int {
    if hyphens.isMultiple(of: 3) { return hyphens / 3 }
    if hyphens.isMultiple(of: 2) { return hyphens / 2 }
    return hyphens % 3 == 2 ? (hyphens - 2) / 3 + 1 : (hyphens - 4) / 3 + 2
  }

  /// The entity that stands next: its length with `&` and `;`, and what it became.
  private mutating func entity() -> (length: Int, text: [UInt8])? {
    // The longest name has 31 letters.
    let rest = bytes[(index + 1)...].prefix(40)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") })
    else { return nil }
    let expansion = entities[name] ?? MarkdownDocument.expansion(ofEntity: name)
    entities[name] = .some(expansion)
    return expansion.map { (name.utf8.count + 2, Array($0.utf8)) }
  }
}
