/// What the inlines of a block were read from, and where each of its bytes stands in the file.
struct BlockContent {
  /// The content as cmark has it.
  let bytes: [UInt8]
  /// For each byte, and for the end, the byte of the file.
  let origins: [Int]

  /// The places in the file of what stands before lines of the content, but for the first.
  var lineMarks: [Range<Int>] {
    bytes.indices.dropLast().filter { bytes[$0] == UInt8(ascii: "\n") }.map {
      origins[$0]..<max(origins[$0], origins[$0 + 1])
    }
  }
}

/// Finds the contents of blocks in the lines that they were read from.
///
/// Places of inlines cannot be taken from cmark, which miscounts them after line breaks, within links and
/// in tables; its contents are exact, and each line of one is the end of a line of the file.
struct BlockFinder {
  private let prepared: PreparedText
  private let lines: MarkdownLines

  init(_ prepared: PreparedText) {
    self.prepared = prepared
    lines = MarkdownLines(Array(prepared.text.utf8))
  }

  /// The byte of the file at which line `number` starts.
  func start(ofLine number: Int) -> Int { prepared.origins[lines.range(number).lowerBound] }

  /// The bytes of the file that the lines of `numbers` take.
  func range(ofLines numbers: ClosedRange<Int>) -> Range<Int> {
    let end = lines.range(numbers.upperBound).upperBound
    let start = lines.range(numbers.lowerBound).lowerBound
    return prepared.origins[start]..<prepared.origins[max(start, end)]
  }

  /// The content of a paragraph or a heading; `lastLine` is its last line where cmark does not know it.
  func content(of node: MarkdownNode, endingIn lastLine: Int? = nil) -> BlockContent {
    let bytes = node.content
    let range = node.lines
    if node.kind == .heading, let origins = origins(ofTitle: bytes, node) {
      return BlockContent(bytes: bytes, origins: origins)
    }
    // An underline may be the last line of its heading or the one before it.
    let ends = node.kind == .heading ? [range.last - 1, range.last - 2] : [lastLine ?? range.last]
    for end in ends {
      if let origins = origins(of: bytes, endingIn: end) {
        return BlockContent(bytes: bytes, origins: origins)
      }
    }
    return unplaced(bytes, at: range.first)
  }

  /// The literal of a block of HTML, whose last line cmark may miscount.
  func content(ofHTML node: MarkdownNode) -> BlockContent {
    let bytes = Array(node.literal.utf8)
    let (first, count) = (node.lines.first, bytes.count { $0 == UInt8(ascii: "\n") })
    guard let origins = origins(of: bytes, endingIn: first + max(1, count) - 1) else {
      return unplaced(bytes, at: first)
    }
    return BlockContent(bytes: bytes, origins: origins)
  }

  /// A content whose place is not known is taken to stand at the start of a line.
  private func unplaced(_ bytes: [UInt8], at line: Int) -> BlockContent {
    let origin = start(ofLine: line)
    return BlockContent(bytes: bytes, origins: [Int](repeating: origin, count: bytes.count + 1))
  }

  /// The places of the content of a heading with `#`; nil for one with an underline.
  private func origins(ofTitle content: [UInt8], _ node: MarkdownNode) -> [Int]? {
    let line = lines.range(node.lines.first)
    var index = line.lowerBound + node.startColumn - 1
    let start = index
    while index < line.upperBound, lines.bytes[index] == UInt8(ascii: "#") { index += 1 }
    guard (1...6).contains(index - start) else { return nil }
    while index < line.upperBound, lines.bytes[index].isBlank { index += 1 }
    guard lines.bytes[index..<line.upperBound].starts(with: content) else { return nil }
    return (index...index + content.count).map { prepared.origins[$0] }
  }

  /// The places of a content whose last line is part of line `lastLine`; nil if it is not.
  private func origins(of content: [UInt8], endingIn lastLine: Int) -> [Int]? {
    var rows = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    guard lastLine >= rows.count else { return nil }
    var origins = [Int](repeating: 0, count: content.count + 1)
    for (row, number) in zip(rows, (lastLine - rows.count + 1)...) {
      guard place(row, atEndOf: lines.range(number), &origins) else { return nil }
    }
    if let end = rows.last?.endIndex { origins[content.count] = origins[end] }
    return origins
  }

  /// Lays a line of content over the end of a line of the file; false if it is not part of that.
  private func place(_ row: ArraySlice<UInt8>, atEndOf line: Range<Int>, _ origins: inout [Int])
    -> Bool
  {
    var index = line.upperBound
    var end = row.endIndex
    while end > row.startIndex, row[end - 1].isSpace { end -= 1 }
    while index > line.lowerBound, lines.bytes[index - 1].isSpace { index -= 1 }
    for place in end...row.endIndex { origins[place] = prepared.origins[index] }
    for place in (row.startIndex..<end).reversed() {
      guard index > line.lowerBound, lines.bytes[index - 1] == row[place] else { return false }
      index -= 1
      origins[place] = prepared.origins[index]
      // A paragraph directly before a table has lost the backslashes before its bars.
      let isBare = row[place] == UInt8(ascii: "|") && row[safely: place - 1] != UInt8(ascii: "\\")
      if isBare, index > line.lowerBound, lines.bytes[index - 1] == UInt8(ascii: "\\") {
        index -= 1
      }
    }
    return true
  }
}

extension BlockFinder {
  /// The contents of the cells of a row, which stands in line `number` within so many quotes.
  func contents(ofCells cells: [[UInt8]], inLine number: Int, quotes: Int, from column: Int?)
    -> [BlockContent]
  {
    let line = lines.range(number)
    var index = line.lowerBound
    if let column {
      index += column - 1
    } else {
      for _ in 0..<quotes {
        skipBlanks(&index, line)
        if lines.bytes[safely: index] == UInt8(ascii: ">") { index += 1 }
      }
    }
    skipBlanks(&index, line)
    return cells.map { cell in
      if index < line.upperBound, lines.bytes[index] == UInt8(ascii: "|") { index += 1 }
      skipBlanks(&index, line)
      guard let origins = origins(ofCell: cell, &index, line) else {
        return unplaced(cell, at: number)
      }
      skipBlanks(&index, line)
      return BlockContent(bytes: cell, origins: origins)
    }
  }

  private func skipBlanks(_ index: inout Int, _ line: Range<Int>) {
    while index < line.upperBound, lines.bytes[index].isSpace { index += 1 }
  }

  private func origins(ofCell cell: [UInt8], _ index: inout Int, _ line: Range<Int>) -> [Int]? {
    var origins: [Int] = []
    for byte in cell {
      guard index < line.upperBound else { return nil }
      origins.append(prepared.origins[index])
      if byte == UInt8(ascii: "|") && lines.bytes[index] == UInt8(ascii: "\\") { index += 1 }
      guard index < line.upperBound, lines.bytes[index] == byte else { return nil }
      index += 1
    }
    origins.append(prepared.origins[min(index, line.upperBound)])
    return origins
  }
}
