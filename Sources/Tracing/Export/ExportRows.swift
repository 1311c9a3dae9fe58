import Wording

/// A table of a fixed number of columns, for programs and for a terminal.
struct ExportRows {
  /// What a cell holds.
  enum Cell {
    case text(String)
    case integer(Int)
    case number(Double)
    case nothing
  }

  let names: [String]
  var rows: [[Cell]] = []

  init(names: [String]) { self.names = names }

  /// The rows with a comma between cells, and a line feed at the end of each line.
  ///
  /// Numbers read back as the same numbers. A text with a comma or a quote is quoted.
  ///
  /// - Source: RFC 4180
  var commaSeparated: String {
    let lines = rows.map { row in row.map { Self.exact($0) } }
    return ([names] + lines).map { line in
      line.map { Self.quoted($0) }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The rows in columns flush right, numbers with six digits.
  var aligned: String { ([names] + rows.map { row in row.map { Self.short($0) } }).aligned }

  private static func exact(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let value): NumberForm.text(value)
    case .nothing: ""
    }
  }

  private static func short(_ cell: Cell) -> String {
    if case .number(let value) = cell { NumberForm.rounded(value) } else { exact(cell) }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing(every: "\"", with: "\"\""))\""
  }
}

extension ExportRows.Cell {
  init(_ value: Double?) { self = value.map { .number($0) } ?? .nothing }
  init(_ value: Int?) { self = value.map { .integer($0) } ?? .nothing }
}
