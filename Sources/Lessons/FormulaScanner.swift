/// Finds formulas in the visible part of Markdown: what is no code and no comment.
///
/// The rules are those of Pandoc, so that prices stay prices: behind the first dollar sign and before
/// the last one stands no blank, behind the last one no digit, and no formula goes over an empty line.
/// - Source: Pandoc user's guide, extension `tex_math_dollars`.
struct FormulaScanner {
  /// A line of the text: what of it is visible, and where it starts.
  struct Line {
    /// NUL where something is hidden; empty for a line that is part of fenced code.
    var visible: [Unicode.Scalar]
    let scalars: [Unicode.Scalar]
    let number: Int
    /// Bytes of UTF-8 before it.
    let byte: Int
  }

  /// A place in the text.
  private struct Place: Comparable {
    var line: Int
    var column: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.line, one.column) < (other.line, other.column)
    }
  }

  private(set) var formulas: [Prose.Formula] = []
  /// Two dollar signs that nothing closes.
  private(set) var unclosed: [SourceLocation] = []
  private(set) var lines: [Line]
  private let source: SourceText

  init(_ lines: [Line], of source: SourceText) {
    self.lines = lines
    self.source = source
  }

  /// Finds the formulas and hides them from `lines`.
  mutating func scan() {
    var place = Place(line: 0, column: 0)
    while place.line < lines.count {
      guard let opening = nextDollar(from: place, inParagraph: false) else { return }
      let isDisplay = isDollar(at: opening, 1)
      let start = Place(line: opening.line, column: opening.column + (isDisplay ? 2 : 1))
      if let end = isDisplay ? closingPair(from: start) : closingDollar(from: start) {
        add(from: opening, start, end, isDisplay: isDisplay)
        place = Place(line: end.line, column: end.column + (isDisplay ? 2 : 1))
      } else {
        if isDisplay { unclosed.append(location(opening)) }
        place = start
      }
    }
  }

  private func location(_ place: Place) -> SourceLocation {
    source.location(line: lines[place.line].number, column: place.column + 1)
  }

  private func isDollar(at place: Place, _ distance: Int) -> Bool {
    let visible = lines[place.line].visible
    let index = place.column + distance
    return visible.indices.contains(index) && visible[index] == "$"
  }

  /// The next dollar sign without a backslash before it, in the same paragraph if so asked for.
  private func nextDollar(from start: Place, inParagraph: Bool) -> Place? {
    var (line, column) = (start.line, start.column)
    while line < lines.count {
      let visible = lines[line].visible
      if inParagraph, line > start.line, visible.allSatisfy(isBlank) { return nil }
      while column < visible.count {
        if visible[column] == "$" { return Place(line: line, column: column) }
        column += visible[column] == "\\" ? 2 : 1
      }
      (line, column) = (line + 1, 0)
    }
    return nil
  }

  private func closingPair(from start: Place) -> Place? {
    var place = start
    while let next = nextDollar(from: place, inParagraph: true) {
      if isDollar(at: next, 1) { return next }
      place = Place(line: next.line, column: next.column + 1)
    }
    return nil
  }

  private func closingDollar(from start: Place) -> Place? {
    let first = lines[start.line].visible
    guard first.indices.contains(start.column), !isBlank(first[start.column]) else { return nil }
    var place = start
    while let next = nextDollar(from: place, inParagraph: true) {
      let visible = lines[next.line].visible
      let isOpen = next.column == 0 || isBlank(visible[next.column - 1])
      let isPrice =
        next.column + 1 < visible.count && ("0"..."9").contains(visible[next.column + 1])
      if !isOpen && !isPrice && next > start { return next }
      place = Place(line: next.line, column: next.column + 1)
    }
    return nil
  }

  /// Whether nothing is to be seen there.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\0"
  }

  private mutating func add(
    from opening: Place, _ start: Place, _ end: Place, isDisplay: Bool
  ) {
    let length = isDisplay ? 2 : 1
    var rows: [String] = []
    var starts: [SourceLocation] = []
    for line in start.line...end.line {
      let from = line == start.line ? start.column : 0
      let to = line == end.line ? end.column : lines[line].scalars.count
      rows.append(Self.text(lines[line].scalars[from..<to]))
      starts.append(location(Place(line: line, column: from)))
    }
    formulas.append(
      Prose.Formula(
        tex: rows.joined(separator: "\n"), isDisplay: isDisplay,
        range: byte(of: opening)..<byte(of: Place(line: end.line, column: end.column + length)),
        lineStarts: starts))
    for line in opening.line...end.line {
      let from = line == opening.line ? opening.column : 0
      let to = line == end.line ? end.column + length : lines[line].visible.count
      for column in from..<to { lines[line].visible[column] = "\0" }
    }
  }

  private func byte(of place: Place) -> Int {
    let line = lines[place.line]
    return line.byte + Self.text(line.scalars[..<place.column]).utf8.count
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
