public import Drawings

/// Rows of a calculation in columns, with places left open to be written in.
public struct Worksheet: Sendable, Equatable {
  /// One place of a row.
  public enum Cell: Sendable, Equatable {
    /// Words.
    case words(String)
    /// An open place with what belongs there.
    case blank(String)
  }

  /// A row, or a heading between rows.
  public enum Line: Sendable, Equatable {
    /// A heading over what follows.
    case heading(String)
    /// A text across all columns.
    case remark(String)
    /// A row with a cell for each column.
    case row([Cell])
  }

  /// The lines from the top.
  public var lines: [Line]
  /// Whether the open places are filled, in the accent color.
  public var showsAnswers: Bool

  /// Makes a worksheet; all rows must have equally many cells.
  public init(lines: [Line], showsAnswers: Bool = false) {
    let counts = lines.compactMap { line -> Int? in
      if case .row(let cells) = line { cells.count } else { nil }
    }
    precondition(
      counts.allSatisfy { $0 == counts[0] }, "rows of a worksheet have unequally many cells")
    self.lines = lines
    self.showsAnswers = showsAnswers
  }

  /// The height that the sheet takes in a theme, in points.
  public func height(in theme: Theme) -> Double {
    lines.reduce(0) { $0 + $1.height(theme) }
  }

  /// The width that the sheet needs in a theme, in points.
  public func width(in theme: Theme, measuring measurer: TextMeasurer) -> Double {
    let columns = columnWidths(theme, measurer)
    let rows = columns.reduce(0, +) + theme.label.size * Double(max(0, columns.count - 1))
    return lines.reduce(rows) { width, line in
      switch line {
      case .heading(let text): max(width, measurer.width(text, theme.heading.bold))
      case .remark(let text): max(width, measurer.width(text, theme.label))
      case .row: width
      }
    }
  }

  /// The width of each column, the same whether answers are shown or not.
  func columnWidths(_ theme: Theme, _ measurer: TextMeasurer) -> [Double] {
    var widths: [Double] = []
    for case .row(let cells) in lines {
      for (column, cell) in cells.enumerated() {
        if widths.count <= column { widths.append(0) }
        widths[column] = max(widths[column], cell.width(theme, measurer))
      }
    }
    return widths
  }
}

extension Worksheet.Line {
  fileprivate func height(_ theme: Theme) -> Double {
    switch self {
    case .heading: theme.heading.size * 2.3
    case .remark: theme.label.size * 1.6
    case .row: theme.label.size * 2.2
    }
  }
}

extension Worksheet.Cell {
  /// Handwriting is wider than print: an open place is never narrow.
  fileprivate func width(_ theme: Theme, _ measurer: TextMeasurer) -> Double {
    switch self {
    case .words(let text): measurer.width(text, theme.label)
    case .blank(let answer):
      max(measurer.width(answer, theme.label.bold) + theme.label.size * 1.2, theme.label.size * 5)
    }
  }
}

extension Mark {
  /// A worksheet in the middle of the panel; the panel's scales do not matter.
  public static func worksheet(_ sheet: Worksheet) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let theme = frame.theme
      let widths = sheet.columnWidths(theme, frame.measurer)
      let natural = sheet.width(in: theme, measuring: frame.measurer)
      // Room left over goes to the places to write in, which are in the later columns.
      let extra =
        max(0, min(frame.area.width - natural, theme.label.size * 12))
        / Double(max(1, widths.count))
      let total = natural + extra * Double(widths.count)
      let left = frame.area.x + max(0, (frame.area.width - total) / 2)
      var y = frame.area.y
      for line in sheet.lines {
        let box = Rectangle(
          x: left, y: y, width: total, height: line.height(theme))
        drawing.line(
          line, in: box, widths: widths.map { $0 + extra }, of: sheet, frame)
        y = box.bottom
      }
    }
  }
}

extension Drawing {
  fileprivate mutating func line(
    _ line: Worksheet.Line, in box: Rectangle, widths: [Double], of sheet: Worksheet,
    _ frame: Frame
  ) {
    let (theme, measurer) = (frame.theme, frame.measurer)
    switch line {
    case .heading(let text):
      self.text(
        text, at: Point(box.x, box.bottom - theme.heading.size * 0.55), theme.heading.bold,
        theme.ink, measuring: measurer)
    case .remark(let text):
      self.text(
        text, at: Point(box.x, box.center.y), theme.label, theme.ink, vertical: .middle,
        measuring: measurer)
    case .row(let cells):
      var x = box.x
      for (cell, width) in zip(cells, widths) {
        let place = Rectangle(x: x, y: box.y, width: width, height: box.height)
        draw(cell, in: place, showsAnswer: sheet.showsAnswers, frame)
        x += width + theme.label.size
      }
    }
  }

  private mutating func draw(
    _ cell: Worksheet.Cell, in box: Rectangle, showsAnswer: Bool, _ frame: Frame
  ) {
    let theme = frame.theme
    switch cell {
    case .words(let text):
      self.text(
        text, at: Point(box.x, box.center.y), theme.label, theme.ink, vertical: .middle,
        measuring: frame.measurer)
    case .blank(let answer):
      let place = box.inset(top: box.height * 0.1, bottom: box.height * 0.1)
      let outline = Path.rectangle(place, radius: theme.label.size * 0.25)
      fill(outline, theme.panel)
      stroke(outline, theme.frame, StrokeStyle(width: theme.hairline))
      guard showsAnswer else { return }
      self.text(
        answer, at: Point(place.x + theme.label.size * 0.6, place.center.y), theme.label.bold,
        theme.accent, vertical: .middle, measuring: frame.measurer)
    }
  }
}
