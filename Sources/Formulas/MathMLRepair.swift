/// What browsers need done to the MathML of KaTeX, which was written for older ones.
///
/// MathML Core, which browsers implement, knows neither bold variants of letters, nor the space that an
/// applied function wants, and takes a sign behind an operator for a difference.
/// - Source: MathML Core, sections 3.2.4 (operators) and 2.1.3 (global attributes); The Unicode Standard,
///   Mathematical Alphanumeric Symbols, U+1D400.
enum MathMLRepair {
  /// An element without children, the only kind that is changed.
  private struct Leaf {
    var name: Substring
    var attributes: Substring
    var text: Substring
    /// Where the next piece starts.
    var end: Substring.Index
  }

  /// What stands before an element.
  private enum Sibling {
    case none
    case `operator`(Substring)
    case atom

    /// Whether what follows is multiplied with it.
    var endsTerm: Bool {
      switch self {
      case .none: false
      case .operator(let sign): closers.contains(sign)
      case .atom: true
      }
    }
  }

  private static let closers: Set<Substring> = [")", "]", "}", "′", "!", "|", "∣", "∥"]

  /// The element `math`, for browsers of today.
  static func repaired(_ mathML: String) -> String {
    var result = ""
    var rest = mathML[...]
    // The last sibling on each level.
    var siblings: [Sibling] = [.none]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<annotation") {
        break
      } else if let leaf = leaf(of: rest) {
        rest = rest[leaf.end...]
        result += text(of: leaf, behind: siblings.last ?? .none, before: rest)
        siblings[siblings.count - 1] = leaf.name == "mo" ? .operator(leaf.text) : .atom
      } else {
        guard let close = rest.firstIndex(of: ">") else { break }
        let tag = rest[...close]
        if tag.hasPrefix("</") {
          if siblings.count > 1 { siblings.removeLast() }
          siblings[siblings.count - 1] = .atom
        } else if !tag.hasSuffix("/>") {
          siblings.append(.none)
        }
        result += tag
        rest = rest[rest.index(after: close)...]
      }
    }
    return withPrimes(result) + rest
  }

  /// Primes beside their letters: in an exponent, where KaTeX puts them, fonts raise them twice.
  private static func withPrimes(_ text: String) -> String {
    let ending = "′</mo></msup>"
    var parts = text.split(separator: ending, omittingEmptySubsequences: false).map { String($0) }
    for index in parts.indices.dropLast() {
      let pieces = parts[index].split(separator: "<msup>", omittingEmptySubsequences: false)
      guard let base = pieces.last, pieces.count > 1,
        base.count(where: { $0 == "<" }) == 3, base.hasPrefix("<mi>")
      else {
        parts[index] += ending
        continue
      }
      let letter = base[..<(base.firstRange(of: "<mo")?.lowerBound ?? base.endIndex)]
      parts[index] =
        pieces.dropLast().joined(separator: "<msup>")
        + "<mrow>\(letter)<mo lspace=\"0em\" rspace=\"0em\">′</mo></mrow>"
    }
    return parts.joined()
  }

  /// The element at the start of `text` if it holds nothing but text.
  private static func leaf(of text: Substring) -> Leaf? {
    guard let close = text.firstIndex(of: ">"), text[text.index(after: text.startIndex)] != "/"
    else { return nil }
    let tag = text[text.index(after: text.startIndex)..<close]
    let name = tag.prefix { $0 != " " && $0 != "/" }
    let body = text[text.index(after: close)...]
    let content = body.prefix { $0 != "<" }
    let ending = body[content.endIndex...]
    guard ["mi", "mn", "mo"].contains(name), ending.hasPrefix("</\(name)>") else { return nil }
    return Leaf(
      name: name, attributes: tag[name.endIndex...], text: content,
      end: ending.index(ending.startIndex, offsetBy: name.count + 3))
  }

  private static func text(
    of leaf: Leaf, behind sibling: Sibling, before rest: Substring
  ) -> String {
    var (attributes, content) = (String(leaf.attributes), String(leaf.text))
    if leaf.name == "mo" {
      if content == "\u{2061}" { return separator(before: rest) }
      if content == "−" || content == "±", case .operator(let sign) = sibling,
        !closers.contains(sign)
      {
        attributes += " form=\"prefix\""
      }
    } else {
      for style in MathAlphabet.allCases {
        let attribute = " mathvariant=\"\(style.rawValue)\""
        guard attributes.contains(attribute), let styled = style.styled(content) else { continue }
        attributes = attributes.replacing(attribute, with: "")
        content = styled
      }
    }
    let isFunction = leaf.name == "mi" && content.count > 1 && rest.hasPrefix("<mo>\u{2061}")
    let space = isFunction && sibling.endsTerm ? "<mspace width=\"0.1667em\"/>" : ""
    return "\(space)<\(leaf.name)\(attributes)>\(content)</\(leaf.name)>"
  }

  /// What stands between a function and what it is applied to: a thin space, unless that is in brackets.
  private static func separator(before rest: Substring) -> String {
    let next = leaf(of: rest)
    let isBracketed = next?.name == "mo" && ["(", "["].contains(next?.text ?? "")
    return isBracketed || rest.hasPrefix("</")
      ? "<mo>\u{2061}</mo>" : "<mspace width=\"0.1667em\"/>"
  }
}

/// The bold alphabets of Unicode for mathematics.
enum MathAlphabet: String, CaseIterable {
  case bold
  case boldItalic = "bold-italic"

  /// A single letter or digit in this style; nil for anything else.
  func styled(_ text: String) -> String? {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else { return nil }
    func at(_ start: UInt32, from first: Unicode.Scalar) -> String? {
      Unicode.Scalar(start + scalar.value - first.value).map { String($0) }
    }
    switch (self, scalar) {
    case (.bold, "A"..."Z"): return at(0x1D400, from: "A")
    case (.bold, "a"..."z"): return at(0x1D41A, from: "a")
    case (.bold, "0"..."9"): return at(0x1D7CE, from: "0")
    case (.bold, "Α"..."Ω"): return at(0x1D6A8, from: "Α")
    case (.bold, "α"..."ω"): return at(0x1D6C2, from: "α")
    case (.boldItalic, "A"..."Z"): return at(0x1D468, from: "A")
    case (.boldItalic, "a"..."z"): return at(0x1D482, from: "a")
    case (.boldItalic, "Α"..."Ω"): return at(0x1D71C, from: "Α")
    case (.boldItalic, "α"..."ω"): return at(0x1D736, from: "α")
    default: return nil
    }
  }
}
