/// Formulas on their way through Markdown, which would take their signs for its own.
///
/// Each is one sign of private use while the rest is read, and becomes MathML in the text, or the TeX
/// that it was in code and in links.
struct FormulaPlaces {
  /// The prose with a sign in the place of each formula.
  let prose: String
  private let first: UInt32
  private let pieces: [(tex: String, mathML: String)]

  /// - Parameters:
  ///   - prose: Markdown.
  ///   - formulas: The formulas of `prose`, in order, none within another.
  init(_ prose: String, _ formulas: [FormulaReport]) {
    let bytes = Array(prose.utf8)
    first = Self.freeSigns(formulas.count, in: prose)
    var text = ""
    var pieces: [(tex: String, mathML: String)] = []
    var done = 0
    for formula in formulas {
      let range = formula.range
      guard range.lowerBound >= done, range.upperBound <= bytes.count,
        let sign = Unicode.Scalar(first + UInt32(pieces.count))
      else { continue }
      text += String(decoding: bytes[done..<range.lowerBound], as: UTF8.self)
      text.unicodeScalars.append(sign)
      pieces.append((String(decoding: bytes[range], as: UTF8.self), formula.mathML))
      done = range.upperBound
    }
    self.prose = text + String(decoding: bytes[done...], as: UTF8.self)
    self.pieces = pieces
  }

  /// The first of `count` signs of private use that the prose itself does without.
  private static func freeSigns(_ count: Int, in prose: String) -> UInt32 {
    let start: UInt32 = 0xF0000
    let used = prose.unicodeScalars.lazy.map { $0.value }.filter { $0 >= start }
    guard let last = used.max(), last + UInt32(count) < 0x10FFFD else { return start }
    return max(start, last + 1)
  }

  /// Puts the formulas into the tree.
  func restore(in tree: MarkdownTree) {
    guard !pieces.isEmpty else { return }
    for node in tree.root.descendants {
      switch node.kind {
      case "text":
        guard number(in: node.literal) != nil else { continue }
        node.replace(with: split(node.literal))
      case "code", "code_block", "html_inline", "html_block":
        guard number(in: node.literal) != nil else { continue }
        node.literal = plain(node.literal)
      case "link", "image":
        guard number(in: node.target) != nil else { continue }
        node.target = plain(node.target)
      default: break
      }
    }
  }

  /// The text with the TeX of its formulas.
  func plain(_ text: String) -> String { replacing(text) { $0[...] } }

  /// The text with the TeX of its formulas but for their dollar signs: words for a reader.
  func bare(_ text: String) -> String {
    replacing(text) { tex in
      let start = tex.drop { $0 == "$" }
      return start.dropLast(start.reversed().prefix { $0 == "$" }.count)
    }
  }

  private func replacing(_ text: String, by tex: (String) -> Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let number = number(of: scalar) {
        result.append(contentsOf: tex(pieces[number].tex).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func number(in text: String) -> Int? {
    text.unicodeScalars.lazy.compactMap { number(of: $0) }.first
  }

  private func number(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.value >= first, scalar.value - first < UInt32(pieces.count) else { return nil }
    return Int(scalar.value - first)
  }

  private func split(_ text: String) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var plain = String.UnicodeScalarView()
    func flush() {
      if !plain.isEmpty { nodes.append(.text(String(plain))) }
      plain = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if let number = number(of: scalar) {
        flush()
        nodes.append(.inlineHTML(pieces[number].mathML))
      } else {
        plain.append(scalar)
      }
    }
    flush()
    return nodes
  }
}
