public import Drawings

/// One small histogram of a grid, with what is printed around it.
public struct HistogramCell: Sendable, Equatable {
  /// Heights of the bars from left to right, each 0...1 of the tallest.
  public var heights: [Double]
  /// The line above; empty for none.
  public var caption: String
  /// A second, quieter line above; empty for none.
  public var comparison: String
  /// A few letters inside, on top of the bars; empty for none.
  public var remark: String

  /// Makes a cell.
  public init(
    heights: [Double], caption: String = "", comparison: String = "", remark: String = ""
  ) {
    self.heights = heights
    self.caption = caption
    self.comparison = comparison
    self.remark = remark
  }

  /// A place of the grid that is left empty.
  public static let empty = HistogramCell(heights: [])
}

/// A row of small histograms and what it is called at the side.
///
/// A row with a statement shows that sentence where its histograms would stand.
public struct HistogramRow: Sendable, Equatable {
  /// The name.
  public var title: String
  /// What stands below the name, such as the ends of the row's axis; empty for none.
  public var subtitle: String
  /// The histograms from left to right.
  public var cells: [HistogramCell]
  /// What there is to say in place of histograms; empty for none.
  public var statement: String

  /// Makes a row.
  public init(
    title: String, subtitle: String = "", cells: [HistogramCell], statement: String = ""
  ) {
    self.title = title
    self.subtitle = subtitle
    self.cells = cells
    self.statement = statement
  }
}

/// Small histograms in rows and columns, close together so that many fit on a page.
public struct HistogramGrid: Sendable, Equatable {
  /// The headings of the columns.
  public var columns: [String]
  /// The rows from top to bottom.
  public var rows: [HistogramRow]
  /// The color of the bars.
  public var color: Color

  /// Makes a grid; a row may have fewer cells than there are columns.
  public init(columns: [String], rows: [HistogramRow], color: Color) {
    self.columns = columns
    self.rows = rows
    self.color = color
  }

  /// The height that the grid takes in a theme, in points.
  public func height(in theme: Theme) -> Double {
    let sizes = HistogramGridSizes(theme)
    return rows.reduce(sizes.heading) { $0 + sizes.height(of: $1, in: self) }
  }

  /// The least width that the words need in a theme, in points.
  public func width(in theme: Theme, measuring measurer: TextMeasurer) -> Double {
    let sizes = HistogramGridSizes(theme)
    return sizes.side(of: self, measurer)
      + Double(columns.count) * (sizes.leastCell(of: self, measurer) + sizes.gap)
  }
}

extension Mark {
  /// A grid of small histograms that fills the panel; the panel's scales do not matter.
  public static func histograms(_ grid: HistogramGrid) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      HistogramGridPainter(grid: grid, frame: frame, sizes: HistogramGridSizes(frame.theme))
        .draw(into: &drawing)
    }
  }
}

/// Lengths of a grid in a theme, in points.
private struct HistogramGridSizes {
  let theme: Theme

  init(_ theme: Theme) { self.theme = theme }

  var gap: Double { theme.small.size * 0.7 }
  var heading: Double { theme.tick.leading * 1.3 }
  var bars: Double { theme.small.size * 3.2 }
  private var below: Double { theme.small.size * 0.9 }

  func lines(of grid: HistogramGrid) -> Int {
    let cells = grid.rows.flatMap { $0.cells }
    return (cells.contains { !$0.caption.isEmpty } ? 1 : 0)
      + (cells.contains { !$0.comparison.isEmpty } ? 1 : 0)
  }

  /// Height of a row, less where a sentence stands for the histograms.
  func height(of row: HistogramRow, in grid: HistogramGrid) -> Double {
    row.statement.isEmpty
      ? Double(lines(of: grid)) * theme.small.leading + bars + below : statement + below
  }

  var statement: Double { theme.small.size * 2.6 }

  /// Width of the names at the side.
  func side(of grid: HistogramGrid, _ measurer: TextMeasurer) -> Double {
    let names = grid.rows.map {
      max(
        measurer.width($0.title, theme.tick.bold), measurer.width($0.subtitle, theme.small))
    }
    return (names.max() ?? 0) + gap * 1.5
  }

  func leastCell(of grid: HistogramGrid, _ measurer: TextMeasurer) -> Double {
    let headings = grid.columns.map { measurer.width($0, theme.tick) }
    let words = grid.rows.flatMap { $0.cells }.flatMap { [$0.caption, $0.comparison] }
      .map { measurer.width($0, theme.small) }
    return max(headings.max() ?? 0, words.max() ?? 0, theme.small.size * 4)
  }
}

private struct HistogramGridPainter {
  let grid: HistogramGrid
  let frame: Frame
  let sizes: HistogramGridSizes

  private var theme: Theme { frame.theme }

  func draw(into drawing: inout Drawing) {
    let (area, gap) = (frame.area, sizes.gap)
    let side = sizes.side(of: grid, frame.measurer)
    let count = Double(max(grid.columns.count, 1))
    let cellWidth = max((area.width - side) / count - gap, 1)
    let lefts = grid.columns.indices.map { area.x + side + Double($0) * (cellWidth + gap) }
    for (column, heading) in grid.columns.enumerated() {
      drawing.text(
        heading, at: Point(lefts[column] + cellWidth / 2, area.y + theme.tick.size), theme.tick,
        theme.quietInk, horizontal: .middle, measuring: frame.measurer)
    }
    let above = Double(sizes.lines(of: grid)) * theme.small.leading
    var next = area.y + sizes.heading
    for row in grid.rows {
      let top = next
      next += sizes.height(of: row, in: grid)
      guard row.statement.isEmpty else {
        state(row, left: lefts.first ?? area.x + side, top: top, into: &drawing)
        continue
      }
      let base = top + above + sizes.bars
      name(row, bottom: base, into: &drawing)
      for (column, cell) in row.cells.prefix(grid.columns.count).enumerated()
      where cell != .empty {
        let box = Rectangle(
          x: lefts[column], y: base - sizes.bars, width: cellWidth, height: sizes.bars)
        draw(cell, in: box, above: top, into: &drawing)
      }
    }
  }

  /// A sentence on the ground of the histograms that it stands for.
  private func state(
    _ row: HistogramRow, left: Double, top: Double, into drawing: inout Drawing
  ) {
    let box = Rectangle(
      x: left, y: top, width: frame.area.right - sizes.gap - left, height: sizes.statement)
    drawing.fill(.rectangle(box), theme.panel)
    for (text, x, style, color) in [
      (row.title, frame.area.x, theme.tick.bold, theme.ink),
      (row.statement, left + sizes.gap, theme.tick, theme.quietInk),
    ] {
      drawing.text(
        text, at: Point(x, box.center.y), style, color, vertical: .middle,
        measuring: frame.measurer)
    }
  }

  private func name(_ row: HistogramRow, bottom: Double, into drawing: inout Drawing) {
    var y = bottom - sizes.bars * 0.5 + theme.tick.bold.capHeight / 2
    if !row.subtitle.isEmpty { y -= theme.small.leading * 0.5 }
    drawing.text(
      row.title, at: Point(frame.area.x, y), theme.tick.bold, theme.ink,
      measuring: frame.measurer)
    drawing.text(
      row.subtitle, at: Point(frame.area.x, y + theme.small.leading), theme.small,
      theme.quietInk, measuring: frame.measurer)
  }

  private func draw(
    _ cell: HistogramCell, in box: Rectangle, above top: Double, into drawing: inout Drawing
  ) {
    drawing.fill(.rectangle(box), theme.panel)
    var path = Path()
    let width = box.width / Double(max(cell.heights.count, 1))
    for (index, height) in cell.heights.enumerated() where height > 0 {
      let bar = max(min(height, 1) * box.height, theme.hairline)
      path.elements +=
        Path.rectangle(
          Rectangle(
            x: box.x + Double(index) * width, y: box.bottom - bar, width: width, height: bar)
        ).elements
    }
    if !path.elements.isEmpty { drawing.fill(path, grid.color) }
    drawing.stroke(
      .polyline([Point(box.x, box.bottom), Point(box.right, box.bottom)]), theme.frame,
      StrokeStyle(width: theme.hairline))
    var y = top + theme.small.size
    for (text, color) in [(cell.caption, theme.ink), (cell.comparison, theme.quietInk)]
    where !text.isEmpty {
      drawing.text(
        text, at: Point(box.center.x, y), theme.small, color, horizontal: .middle,
        measuring: frame.measurer)
      y += theme.small.leading
    }
    if !cell.remark.isEmpty {
      drawing.plateText(
        cell.remark,
        at: Point(
          box.x + remarkShare(in: box) * box.width,
          box.y + min(box.height / 2, theme.small.size * 1.1)), theme.small, theme.accent,
        plate: theme.panel.opacity(0.85), measuring: frame.measurer)
    }
  }

  /// Where remarks cover the least of the bars, as a share of a histogram's width: in the middle, or
  /// else toward one end, and in all histograms alike.
  private func remarkShare(in box: Rectangle) -> Double {
    let cells = grid.rows.flatMap { $0.cells }.filter { !$0.remark.isEmpty && !$0.heights.isEmpty }
    let widest = cells.map { frame.measurer.width($0.remark, theme.small) }.max() ?? 0
    let half = widest / 2 / box.width
    let inset = min(half + 0.09, 0.5)
    func covered(at share: Double) -> Double {
      cells.reduce(0) { sum, cell in
        let count = Double(cell.heights.count)
        let first = max(Int((share - half) * count), 0)
        let last = min(Int((share + half) * count), cell.heights.count - 1)
        return sum + (first <= last ? cell.heights[first...last].max() ?? 0 : 0)
      }
    }
    return [0.5, 1 - inset, inset].min { covered(at: $0) < covered(at: $1) } ?? 0.5
  }
}
