/// Follows the characters of a scalar through its source: over quotes, escapes and folded lines.
///
/// Where the source does not read as expected, the location of the last character found is given,
/// so a location is never outside the scalar.
struct SourceTrail {
  private let text: LocatedText
  /// How far the text has been followed.
  private var index: String.Index
  /// Whether the source is no longer read as the text.
  private var isLost = false
  private var line: Int
  private var column: Int
  private var scalars: [Unicode.Scalar]

  init(of text: LocatedText) {
    self.text = text
    index = text.text.startIndex
    line = text.location.line
    column = text.location.column
    scalars = Array(text.source.line(line).unicodeScalars)
    guard text.isWhole else { return }
    switch text.style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: column += 1
    case .block:
      nextLine()
      skipBlanks()
    }
  }

  /// The location of the character at `target`, which must not lie before an earlier one.
  mutating func location(of target: String.Index) -> SourceLocation {
    let scalars = text.text.unicodeScalars
    while index < target, !isLost {
      isLost = !advance(over: scalars[index])
      index = scalars.index(after: index)
    }
    var end = self
    end.skipLineEnd()
    return text.source.location(line: end.line, column: end.column)
  }

  private var current: Unicode.Scalar? {
    scalars.indices.contains(column - 1) ? scalars[column - 1] : nil
  }

  private mutating func advance(over scalar: Unicode.Scalar) -> Bool {
    if scalar == " " || scalar == "\n", isAtLineEnd {
      return crossLines()
    }
    while isAtLineEnd {
      guard crossLines() else { return false }
    }
    if text.style == .doubleQuoted, current == "\\" {
      column += escapeLength
      return true
    }
    guard current == scalar else { return false }
    column += text.style == .singleQuoted && scalar == "'" ? 2 : 1
    return true
  }

  /// Whether only blanks are left in the line, or the backslash that joins it to the next.
  private var isAtLineEnd: Bool {
    let rest = scalars.dropFirst(column - 1)
    if text.style == .doubleQuoted, rest.elementsEqual(["\\"]) { return true }
    return rest.allSatisfy { $0 == " " || $0 == "\t" }
  }

  private mutating func skipLineEnd() {
    let start = self
    if text.style != .plain || column - 1 >= scalars.count, isAtLineEnd, !crossLines() {
      self = start
    }
  }

  private mutating func crossLines() -> Bool {
    guard line < text.source.lineCount else { return false }
    nextLine()
    skipBlanks()
    return true
  }

  private mutating func nextLine() {
    line += 1
    column = 1
    scalars = Array(text.source.line(line).unicodeScalars)
  }

  private mutating func skipBlanks() {
    while let scalar = current, scalar == " " || scalar == "\t" { column += 1 }
  }

  private var escapeLength: Int {
    switch scalars.dropFirst(column).first {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }
}
