public import Drawings

/// One cell of a table.
public struct TableCell: Sendable, Equatable {
  /// The words; one line.
  public var text: String
  /// The ink; nil for the theme's.
  public var color: Color?
  /// A color behind the cell; nil for none.
  public var fill: Color?
  /// Whether the words are heavy.
  public var isBold: Bool

  /// Makes a cell.
  public init(_ text: String, color: Color? = nil, fill: Color? = nil, isBold: Bool = false) {
    self.text = text
    self.color = color
    self.fill = fill
    self.isBold = isBold
  }
}

/// Rows of text under a heading row, in columns as wide as their words.
public struct Table: Sendable, Equatable {
  /// The heading of each column.
  public var headings: [String]
  /// The rows, each with as many cells as there are headings.
  public var rows: [[TableCell]]
  /// Which columns hold words rather than numbers, and are set from the left.
  public var textColumns: Set<Int>
  /// Rows after which a line is drawn, counted from 0.
  public var rulesAfter: Set<Int>

  /// Makes a table; each row must have as many cells as there are headings.
  public init(
    headings: [String], rows: [[TableCell]], textColumns: Set<Int> = [], rulesAfter: Set<Int> = []
  ) {
    precondition(
      rows.allSatisfy { $0.count == headings.count },
      "a row has other than \(headings.count) cells")
    self.headings = headings
    self.rows = rows
    self.textColumns = textColumns
    self.rulesAfter = rulesAfter
  }

  static func rowHeight(_ theme: Theme) -> Double { theme.label.size * 1.75 }

  /// The height that the table takes in a theme, in points.
  public func height(in theme: Theme) -> Double {
    Self.rowHeight(theme) * (Double(rows.count) + 1.15)
  }

  /// The width that the table needs in a theme, in points.
  public func width(in theme: Theme, measuring measurer: TextMeasurer) -> Double {
    columnWidths(theme, measurer).reduce(0, +) + Self.gap(theme) * Double(headings.count)
  }

  static func gap(_ theme: Theme) -> Double { theme.label.size * 1.4 }

  func columnWidths(_ theme: Theme, _ measurer: TextMeasurer) -> [Double] {
    headings.indices.map { column in
      let cells = rows.map { row in
        measurer.width(row[column].text, row[column].isBold ? theme.label.bold : theme.label)
      }
      return max(measurer.width(headings[column], theme.label.bold), cells.max() ?? 0)
    }
  }
}

extension Mark {
  /// A table that fills the panel's width; the panel's scales do not matter.
  public static func table(_ table: Table) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      TablePainter(table: table, frame: frame).draw(into: &drawing)
    }
  }
}

private struct TablePainter {
  let table: Table
  let frame: Frame

  private var theme: Theme { frame.theme }
  private var rowHeight: Double { Table.rowHeight(theme) }

  func draw(into drawing: inout Drawing) {
    let widths = table.columnWidths(theme, frame.measurer)
    let natural = widths.reduce(0, +) + Table.gap(theme) * Double(widths.count)
    // Room left over goes between the columns, but not so much that a row falls apart.
    let extra = min(
      max(0, frame.area.width - natural) / Double(max(widths.count, 1)), theme.label.size * 4)
    let gap = Table.gap(theme) + extra
    let total = widths.reduce(0, +) + gap * Double(widths.count)
    let left = frame.area.x + max(0, (frame.area.width - total) / 2)
    var lefts: [Double] = []
    var x = left
    for width in widths {
      lefts.append(x + gap / 2)
      x += width + gap
    }
    let right = x
    for (column, heading) in table.headings.enumerated() {
      write(
        TableCell(heading, isBold: true), column: column, left: lefts[column],
        width: widths[column], middle: frame.area.y + rowHeight * 0.5, into: &drawing)
    }
    rule(at: frame.area.y + rowHeight * 1.05, left, right, theme.ink, theme.line, into: &drawing)
    for (index, row) in table.rows.enumerated() {
      let top = frame.area.y + rowHeight * (Double(index) + 1.1)
      for (column, cell) in row.enumerated() {
        if let fill = cell.fill {
          let box = Rectangle(
            x: lefts[column] - gap / 2, y: top, width: widths[column] + gap, height: rowHeight)
          drawing.fill(.rectangle(box), fill)
        }
        write(
          cell, column: column, left: lefts[column], width: widths[column],
          middle: top + rowHeight / 2, into: &drawing)
      }
      let isLast = index == table.rows.count - 1
      let isStrong = isLast || table.rulesAfter.contains(index)
      rule(
        at: top + rowHeight, left, right, isStrong ? theme.frame : theme.grid, theme.hairline,
        into: &drawing)
    }
  }

  private func write(
    _ cell: TableCell, column: Int, left: Double, width: Double, middle: Double,
    into drawing: inout Drawing
  ) {
    let isText = table.textColumns.contains(column)
    drawing.text(
      cell.text, at: Point(isText ? left : left + width, middle),
      cell.isBold ? theme.label.bold : theme.label, cell.color ?? theme.ink,
      horizontal: isText ? .start : .end, vertical: .middle, measuring: frame.measurer)
  }

  private func rule(
    at y: Double, _ left: Double, _ right: Double, _ color: Color, _ width: Double,
    into drawing: inout Drawing
  ) {
    drawing.stroke(
      .polyline([Point(left, y), Point(right, y)]), color, StrokeStyle(width: width))
  }
}
