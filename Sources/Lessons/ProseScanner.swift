/// Goes through Markdown line by line and keeps headings, figures and formulas.
struct ProseScanner {
  private(set) var headings: [Prose.Heading] = []
  private(set) var figures: [Prose.FigureReference] = []
  private(set) var images: [Prose.Image] = []
  private(set) var mentions: [LocatedText] = []
  private(set) var formulas: [Prose.Formula] = []
  private(set) var unclosedFormulas: [SourceLocation] = []

  private let source: SourceText
  private var fence: (mark: Character, length: Int)?
  private var isInComment = false

  init(_ source: SourceText) { self.source = source }

  mutating func scan() {
    var formulas = FormulaScanner(visibleLines(), of: source)
    formulas.scan()
    self.formulas = formulas.formulas
    unclosedFormulas = formulas.unclosed
    for line in formulas.lines where !line.visible.isEmpty {
      let text = source.line(line.number)
      addHeading(line.visible, in: text, number: line.number)
      addFigures(line.visible, in: text, number: line.number)
      addMentions(line.visible, number: line.number)
    }
  }

  private mutating func visibleLines() -> [FormulaScanner.Line] {
    var byte = 0
    return source.linesWithBreaks.enumerated().map { index, text in
      defer { byte += text.line.utf8.count + text.breakLength }
      return FormulaScanner.Line(
        visible: skipFence(text.line) ? [] : masked(text.line),
        scalars: Array(text.line.unicodeScalars), number: index + 1, byte: byte)
    }
  }

  private func located(_ text: some StringProtocol, line: Int, offset: Int) -> LocatedText {
    LocatedText(
      String(text), at: source.location(line: line, column: offset + 1), in: source)
  }

  /// Whether `line` belongs to fenced code, its fences included.
  private mutating func skipFence(_ line: String) -> Bool {
    guard !isInComment else { return false }
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let mark = rest.first ?? " "
    let length = mark == "`" || mark == "~" ? rest.prefix { $0 == mark }.count : 0
    let after = rest.dropFirst(length)
    if let open = fence {
      let closes = indent < 4 && mark == open.mark && length >= open.length
      if closes, after.allSatisfy({ $0 == " " || $0 == "\t" }) { fence = nil }
      return true
    }
    guard indent < 4, length >= 3, mark == "~" || !after.contains("`") else { return false }
    fence = (mark, length)
    return true
  }

  /// The characters of `line`, with those of code spans and comments turned into NULs.
  private mutating func masked(_ line: String) -> [Unicode.Scalar] {
    var scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if isInComment || starts("<!--", in: scalars, at: index) {
        let end = find("-->", in: scalars, from: isInComment ? index : index + 4)
        isInComment = end == nil
        index = blank(&scalars, from: index, to: end.map { $0 + 3 } ?? scalars.count)
      } else if scalars[index] == "`" {
        let run = scalars[index...].prefix { $0 == "`" }.count
        if let end = closingRun(of: run, in: scalars, from: index + run) {
          index = blank(&scalars, from: index, to: end)
        } else {
          index += run
        }
      } else {
        index += scalars[index] == "\\" ? 2 : 1
      }
    }
    return scalars
  }

  private func blank(_ scalars: inout [Unicode.Scalar], from start: Int, to end: Int) -> Int {
    for index in start..<end { scalars[index] = "\0" }
    return end
  }

  private func closingRun(of length: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while let next = scalars[index...].firstIndex(of: "`") {
      let run = scalars[next...].prefix { $0 == "`" }.count
      index = next + run
      if run == length { return index }
    }
    return nil
  }

  private func starts(_ word: String, in scalars: [Unicode.Scalar], at index: Int) -> Bool {
    scalars[index...].starts(with: word.unicodeScalars)
  }

  private func find(_ word: String, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard start < scalars.count else { return nil }
    return (start..<scalars.count).first { starts(word, in: scalars, at: $0) }
  }

  private mutating func addHeading(_ visible: [Unicode.Scalar], in line: String, number: Int) {
    let indent = visible.prefix { $0 == " " }.count
    let level = visible.dropFirst(indent).prefix { $0 == "#" }.count
    guard indent < 4, (1...6).contains(level) else { return }
    let scalars = Array(line.unicodeScalars)
    var start = indent + level
    guard start < scalars.count, isBlank(scalars[start]) else { return }
    while start < scalars.count, isBlank(scalars[start]) { start += 1 }
    var end = scalars.count
    while end > start, isBlank(scalars[end - 1]) { end -= 1 }
    var close = end
    while close > start, scalars[close - 1] == "#" { close -= 1 }
    if close == start || isBlank(scalars[close - 1]) { end = close }
    while end > start, isBlank(scalars[end - 1]) { end -= 1 }
    let text = ProseScanner.text(scalars[start..<end])
    guard !text.isEmpty else { return }
    headings.append(
      Prose.Heading(level: level, text: located(text, line: number, offset: start)))
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private mutating func addFigures(_ visible: [Unicode.Scalar], in line: String, number: Int) {
    guard let end = visible.lastIndex(of: ")") else { return }
    let scalars = Array(line.unicodeScalars)
    var openings: [Int] = []
    var index = 0
    while index < end {
      switch visible[index] {
      case "\\": index += 1
      case "[": openings.append(index)
      case "]":
        guard let opening = openings.popLast(), isImage(opening, in: visible) else { break }
        guard visible[index + 1] == "(" else { break }
        let alternative = ProseScanner.text(scalars[(opening + 1)..<index])
        if let path = imagePath(in: visible, from: index + 2, to: end) {
          let place = located(alternative, line: number, offset: opening - 1)
          images.append(Prose.Image(alternative: place, path: path))
        }
        guard let (name, format) = figurePath(in: visible, from: index + 2, to: end)
        else { break }
        figures.append(
          Prose.FigureReference(
            name: located(
              ProseScanner.text(scalars[name]), line: number, offset: name.lowerBound),
            alternative: alternative,
            format: format))
      default: break
      }
      index += 1
    }
  }

  private func isImage(_ opening: Int, in visible: [Unicode.Scalar]) -> Bool {
    opening > 0 && visible[opening - 1] == "!" && (opening < 2 || visible[opening - 2] != "\\")
  }

  /// The path or address that begins at `start`, cut off where it is too long to be shown; nil if there
  /// is none.
  private func imagePath(in visible: [Unicode.Scalar], from start: Int, to limit: Int) -> String? {
    var begin = start
    while begin < limit, isBlank(visible[begin]) || visible[begin] == "<" { begin += 1 }
    let path = visible[min(begin, limit)..<min(limit, begin + 100)]
      .prefix { !isBlank($0) && $0 != ")" && $0 != ">" }
    return path.isEmpty ? nil : ProseScanner.text(path)
  }

  /// The places of a figure's name and the extension in a path that begins at `start`; nil for
  /// any other path.
  private func figurePath(in visible: [Unicode.Scalar], from start: Int, to limit: Int)
    -> (name: Range<Int>, format: String)?
  {
    var begin = start
    while begin < limit, isBlank(visible[begin]) || visible[begin] == "<" { begin += 1 }
    if starts("./", in: visible, at: begin) { begin += 2 }
    guard starts("figures/", in: visible, at: begin) else { return nil }
    begin += "figures/".count
    // Ids are shorter than this, and a line must not be read again for each of its brackets.
    let rest = visible[min(begin, limit)..<min(limit + 1, begin + 100)]
    guard let end = rest.firstIndex(where: { isBlank($0) || $0 == ")" || $0 == ">" }),
      let dot = rest[..<end].lastIndex(of: "."), dot > begin
    else { return nil }
    let format = ProseScanner.text(rest[(dot + 1)..<end])
    return ["svg", "png", "pdf"].contains(format) ? (begin..<dot, format) : nil
  }

  private mutating func addMentions(_ visible: [Unicode.Scalar], number: Int) {
    var index = 0
    while let start = find("@fig-", in: visible, from: index) {
      index = start + 5
      // A letter before the `@` makes it a mail address.
      guard start == 0 || !visible[start - 1].properties.isAlphabetic else { continue }
      var name = visible[index...].prefix {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
      index = name.endIndex
      while name.last == "-" { name.removeLast() }
      guard !name.isEmpty else { continue }
      mentions.append(located(ProseScanner.text(name), line: number, offset: start))
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
