/// A source line made fit for a terminal, and the blank text that puts a caret under a column.
struct Excerpt {
  /// The part of the line around the column, at most `widthLimit` wide.
  let line: String
  /// As wide as what precedes the column in `line`; tabs stay tabs.
  let indent: String

  /// Terminal columns that are quoted of a very long line.
  private static let widthLimit = 100
  private static let keptBefore = 60

  init(of source: String, column: Int) {
    let scalars = Array(source.unicodeScalars)
    let caret = min(max(0, column - 1), scalars.count)
    var start = 0
    var end = scalars.count
    if Excerpt.width(of: scalars[...]) > Excerpt.widthLimit {
      start = Excerpt.start(before: caret, in: scalars)
      end = Excerpt.end(from: start, in: scalars)
    }
    let head = start > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    line = head + Excerpt.shown(scalars[start..<end]) + tail
    var indent = start > 0 ? " " : ""
    for scalar in scalars[start..<caret] {
      indent += scalar == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(scalar))
    }
    self.indent = indent
  }

  private static func start(before caret: Int, in scalars: [Unicode.Scalar]) -> Int {
    var start = caret
    var width = 0
    while start > 0, width < keptBefore {
      start -= 1
      width += DisplayWidth.of(scalars[start])
    }
    return start
  }

  private static func end(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = start
    var width = 0
    while end < scalars.count, width < widthLimit {
      width += DisplayWidth.of(scalars[end])
      end += 1
    }
    return end
  }

  private static func width(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar == "\t" ? scalar : Printable.scalar(scalar)) }
    return String(text)
  }
}

/// The width of a character in a terminal: 0, 1 or 2 columns.
enum DisplayWidth {
  /// Wide and full-width characters: Hangul, kana, ideographs, full-width forms, common emoji.
  ///
  /// - Source: Unicode Standard Annex 11, East Asian Width, classes W and F, joined into runs.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    // Vowels and final consonants of decomposed Hangul join the consonant before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(value) } ? 2 : 1
    }
  }
}

/// Text from a file with everything taken out that could confuse a terminal.
enum Printable {
  /// `text` with control and direction characters replaced by visible ones.
  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(self.scalar(scalar)) }
    return String(result)
  }

  /// `scalar`, or the picture of a control character, or U+FFFD for one that reorders text.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// `text` on one line, cut to `limit` characters.
  static func short(_ text: String, limit: Int = 40) -> String {
    text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
  }
}
