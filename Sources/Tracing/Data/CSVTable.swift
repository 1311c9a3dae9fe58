import Lessons
import Wording

/// A text table with a header line: RFC 4180 with a comma, a semicolon or a tab between cells.
///
/// A byte order mark and either kind of line end are accepted; empty lines are left out. The
/// separator is the one of the three that the header has most of, outside quotes.
///
/// - Source: RFC 4180
struct CSVTable: Sendable {
  /// A cell with its place in the file, both counted from 1; columns count Unicode scalars.
  struct Cell: Equatable, Sendable {
    var text: String
    var line: Int
    var column: Int
  }

  let file: String
  let header: [Cell]
  /// Cells of each data row, as many as in the header.
  let rows: [[Cell]]
  /// What stands between cells: `,` or `;` or a tab.
  let separator: Unicode.Scalar
  private let source: SourceText

  /// Largest file that is read, in bytes.
  static let byteLimit = 50_000_000

  /// Reads a table.
  ///
  /// - Throws: `LessonError` at the place in the file if it is not UTF-8, has no header or no row,
  ///   a name twice, a quote that is not closed, or a row of another length than the header.
  init(parsing file: CSVSource.File) throws(LessonError) {
    guard file.bytes.count <= Self.byteLimit else {
      throw SourceText("", file: file.name).error(
        "this file has \(file.bytes.count) bytes; the limit is \(Self.byteLimit)", line: 1,
        column: 1, help: "keep the rows that the lesson needs")
    }
    try Self.checkLineCount(of: file)
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      // The strict reader of lesson text, which takes no large files, finds the first bad byte.
      if file.bytes.count <= SourceText.byteLimit {
        _ = try SourceText(bytes: file.bytes, file: file.name)
      }
      throw SourceText("", file: file.name).error(
        "this is not UTF-8 text", line: 1, column: 1, help: "save the file as UTF-8")
    }
    self.file = file.name
    source = SourceText(text, file: file.name)
    var parser = CSVParser(text: source.text, source: source)
    separator = parser.separator
    var records = try parser.records()
    guard !records.isEmpty else {
      throw source.error("the file is empty", line: 1, column: 1, help: "begin with column names")
    }
    header = records.removeFirst()
    rows = records
    try check()
  }

  /// Refuses a file of too many lines before it is taken apart, which takes ten times its size.
  private static func checkLineCount(of file: CSVSource.File) throws(LessonError) {
    guard file.bytes.count > file.rowLimit else { return }
    let lineCount = file.bytes.count { $0 == UInt8(ascii: "\n") }
    guard lineCount > file.rowLimit + 1 else { return }
    throw SourceText("", file: file.name).error(
      "this file has \(lineCount) lines; the limit is \(file.rowLimit)", line: 1, column: 1,
      help: "keep the rows that the lesson needs, or allow it with limits: {rows: \(lineCount)}")
  }

  /// An error at a cell.
  func error(_ message: String, at cell: Cell, help: String? = nil) -> LessonError {
    source.error(message, line: cell.line, column: cell.column, help: help)
  }

  private func check() throws(LessonError) {
    for (index, cell) in header.enumerated()
    where header[..<index].contains(where: { $0.text == cell.text }) {
      throw error("column '\(cell.text)' is there twice", at: cell)
    }
    guard let last = header.last else { return }
    guard !rows.isEmpty else { throw error("there is no row below the column names", at: last) }
    for row in rows where row.count != header.count {
      let cells = counted(row.count, "cell")
      throw error(
        "this row has \(cells) and the header \(header.count)",
        at: row[min(row.count, header.count + 1) - 1])
    }
  }
}

/// A walk over the characters of a CSV file.
private struct CSVParser {
  private let scalars: [Unicode.Scalar]
  let separator: Unicode.Scalar
  private let source: SourceText
  private var index = 0
  private var line = 1
  private var column = 1

  init(text: String, source: SourceText) {
    scalars = Array(text.unicodeScalars)
    separator = Self.separator(of: scalars)
    self.source = source
  }

  mutating func records() throws(LessonError) -> [[CSVTable.Cell]] {
    var records: [[CSVTable.Cell]] = []
    while index < scalars.count {
      if skipLineEnd() { continue }
      records.append(try record())
    }
    return records
  }

  private mutating func record() throws(LessonError) -> [CSVTable.Cell] {
    var cells = [try cell()]
    while index < scalars.count, scalars[index] == separator {
      advance()
      cells.append(try cell())
    }
    _ = skipLineEnd()
    return cells
  }

  private mutating func cell() throws(LessonError) -> CSVTable.Cell {
    while index < scalars.count, isBlank(scalars[index]) { advance() }
    let start = (line: line, column: column)
    var text = String.UnicodeScalarView()
    if index < scalars.count, scalars[index] == "\"" {
      text = try quoted()
      while index < scalars.count, isBlank(scalars[index]) { advance() }
      guard index == scalars.count || isEnd(scalars[index]) else {
        throw source.error(
          "expected the end of the cell after its closing quote", line: line, column: column,
          help: "write a quote inside a quoted cell twice")
      }
    } else {
      while index < scalars.count, !isEnd(scalars[index]) {
        text.append(scalars[index])
        advance()
      }
      while let last = text.last, isBlank(last) { text.removeLast() }
    }
    return CSVTable.Cell(text: String(text), line: start.line, column: start.column)
  }

  private mutating func quoted() throws(LessonError) -> String.UnicodeScalarView {
    let start = (line: line, column: column)
    var text = String.UnicodeScalarView()
    advance()
    while index < scalars.count {
      let scalar = scalars[index]
      advance()
      if scalar != "\"" {
        text.append(scalar)
      } else if index < scalars.count, scalars[index] == "\"" {
        text.append(scalar)
        advance()
      } else {
        return text
      }
    }
    throw source.error("this quote is never closed", line: start.line, column: start.column)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" && separator != "\t"
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }

  private mutating func skipLineEnd() -> Bool {
    let start = index
    if index < scalars.count, scalars[index] == "\r" { index += 1 }
    if index < scalars.count, scalars[index] == "\n" { index += 1 }
    guard index > start else { return false }
    (line, column) = (line + 1, 1)
    return true
  }

  private mutating func advance() {
    if scalars[index] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    index += 1
  }

  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var counts = [0, 0, 0]
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted && (scalar == "\n" || scalar == "\r") { break }
      if !isQuoted, let index = candidates.firstIndex(of: scalar) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}

extension SourceText {
  /// An error at a line and a column of this text, both counted from 1.
  fileprivate func error(_ message: String, line: Int, column: Int, help: String? = nil)
    -> LessonError
  {
    error(message, at: location(line: line, column: column), help: help)
  }
}
