/// Formulas on their way through Markdown, which would take their signs for its own.
///
/// Each is one sign of private use while the rest is read, and becomes MathML in the text, or the TeX
/// that it was in code and in links.
struct FormulaPlaces {
  /// The prose with a sign in the place of each formula.
  let prose: String
  private let first: UInt32
  private typealias Piece = (tex: String, mathML: String)
  private let pieces: [Piece]

  /// - Parameters:
  ///   - prose: Markdown.
  ///   - formulas: The formulas of `prose`, in order, none within another.
  init(_ prose: String, _ formulas: [FormulaReport]) {
    let bytes = Array(prose.utf8)
    first = Self.freeSigns(formulas.count, in: prose)
    var text = ""
    var pieces: [Piece] = []
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

  /// Gives code and links the TeX that they were written with.
  func restoreTeX(in tree: MarkdownTree) {
    guard !pieces.isEmpty else { return }
    for node in tree.root.descendants {
      switch node.kind {
      case "code", "code_block", "html_inline", "html_block":
        if hasSign(node.literal) { node.literal = plain(node.literal) }
      case "link", "image":
        if hasSign(node.target) { node.target = plain(node.target) }
        if hasSign(node.hint) { node.hint = plain(node.hint) }
      default: break
      }
    }
  }

  /// The HTML with a formula in the place of each sign; signs are left in text alone by then.
  ///
  /// A formula keeps the parenthesis before it and the comma or the particle behind it on its line.
  func withFormulas(_ html: String) -> String {
    guard !pieces.isEmpty else { return html }
    var result = String.UnicodeScalarView()
    var rest = html.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard let number = number(of: scalar) else {
        result.append(scalar)
        continue
      }
      let formula = pieces[number]
      guard !formula.tex.hasPrefix("$$") else {
        result.append(contentsOf: Self.line(formula).unicodeScalars)
        continue
      }
      let tail = Self.tail(of: rest)
      let opens = result.last.map { "([“‘".unicodeScalars.contains($0) } ?? false
      guard !tail.isEmpty || opens else {
        result.append(contentsOf: formula.mathML.unicodeScalars)
        continue
      }
      let before = opens ? String(result.removeLast()) : ""
      rest = rest.dropFirst(tail.count)
      let whole = "<span class=\"formula\">\(before)\(formula.mathML)\(String(tail))</span>"
      result.append(contentsOf: whole.unicodeScalars)
    }
    return String(result)
  }

  /// A formula on a line of its own: a long one scrolls where it is too wide, also by keyboard.
  private static func line(_ formula: Piece) -> String {
    guard formula.tex.count > 40, formula.mathML.hasPrefix("<math") else { return formula.mathML }
    return "<math tabindex=\"0\"" + formula.mathML.dropFirst("<math".count)
  }

  /// What belongs to the formula before it: up to the next blank, tag or entity, if that is not far.
  private static func tail(of text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    let run = text.prefix { scalar in
      !scalar.properties.isWhitespace && scalar != "<" && scalar != "&" && scalar.value < 0xF0000
    }
    return run.count <= 8 ? run : run.prefix(1)
  }

  /// The text with the TeX of its formulas.
  func plain(_ text: String) -> String { replacing(text) { $0.tex[...] } }

  /// The text with the TeX of its formulas but for their dollar signs: words for a reader.
  func bare(_ text: String) -> String {
    replacing(text) { piece in
      let start = piece.tex.drop { $0 == "$" }
      return start.dropLast(start.reversed().prefix { $0 == "$" }.count)
    }
  }

  /// The text with its formulas as the letters and signs that they show.
  func spoken(_ text: String) -> String {
    replacing(text) { piece in
      var letters = ""
      var rest = (piece.mathML.split(separator: "<annotation").first ?? "")[...]
      while let open = rest.firstIndex(of: "<") {
        letters += rest[..<open]
        guard let close = rest[open...].firstIndex(of: ">") else { break }
        rest = rest[rest.index(after: close)...]
      }
      // A hat stands above its letter.
      return letters.replacing("^", with: "\u{302}")[...]
    }
  }

  private func replacing(_ text: String, by words: (Piece) -> Substring) -> String {
    guard !pieces.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let number = number(of: scalar) {
        result.append(contentsOf: words(pieces[number]).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func hasSign(_ text: String) -> Bool {
    text.unicodeScalars.contains { number(of: $0) != nil }
  }

  private func number(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.value >= first, scalar.value - first < UInt32(pieces.count) else { return nil }
    return Int(scalar.value - first)
  }
}
