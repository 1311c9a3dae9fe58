import Drawings
import Plotting
import Testing

struct HistogramGridMarkTests {
  private let cell = HistogramCell(
    heights: [0.5, 1, 0], caption: "0.63", comparison: "(0.60)", remark: "12%")

  private func grid(rows: Int = 2, columns: Int = 3, cells: Int = 3) -> HistogramGrid {
    HistogramGrid(
      columns: (0..<columns).map { "c\($0)" },
      rows: (0..<rows).map { row in
        HistogramRow(
          title: "r\(row)", subtitle: "±1", cells: [HistogramCell](repeating: cell, count: cells))
      }, color: .scarlet)
  }

  private func commands(_ grid: HistogramGrid) -> [DrawingCommand] {
    Sheet.commands(of: .histograms(grid))
  }

  @Test func `every histogram has its bars, and none where the height is 0`() {
    let bars = commands(grid()).compactMap { command -> Path? in
      if case .fill(let path, .scarlet) = command { path } else { nil }
    }
    #expect(bars.count == 6)
    // Two bars of four corners each.
    #expect(bars.allSatisfy { $0.corners.count >= 8 && $0.corners.count <= 10 })
  }

  @Test func `bars are as high beside one another as their heights`() throws {
    let grid = HistogramGrid(
      columns: [""], rows: [HistogramRow(title: "", cells: [HistogramCell(heights: [0.5, 1])])],
      color: .scarlet)
    let path = try #require(
      commands(grid).compactMap { command -> Path? in
        if case .fill(let path, .scarlet) = command { path } else { nil }
      }.first)
    let places = path.corners.map { $0.x }
    let middle = ((places.min() ?? 0) + (places.max() ?? 0)) / 2
    let base = path.corners.map { $0.y }.max() ?? 0
    let left = base - (path.corners.filter { $0.x < middle - 1 }.map { $0.y }.min() ?? 0)
    let right = base - (path.corners.filter { $0.x > middle + 1 }.map { $0.y }.min() ?? 0)
    #expect(abs(right / left - 2) < 1e-9)
  }

  @Test func `all that is printed stands there`() {
    let texts = commands(grid()).compactMap { $0.placedText?.content }
    for word in ["c0", "c2", "r0", "r1", "±1", "0.63", "(0.60)", "12%"] {
      #expect(texts.contains(word), "\(word)")
    }
  }

  @Test func `a row may have fewer histograms than there are columns`() {
    let texts = commands(grid(cells: 1)).compactMap { $0.placedText?.content }
    #expect(texts.contains("c2"))
    #expect(commands(grid(cells: 9)).filter { $0.placedText?.content == "0.63" }.count == 6)
  }

  @Test(arguments: Theme.all)
  func `height grows with the rows and width with the columns`(theme: Theme) {
    #expect(grid(rows: 9).height(in: theme) > 2 * grid(rows: 3).height(in: theme))
    #expect(
      grid(columns: 10).width(in: theme, measuring: .fixed)
        > 2 * grid(columns: 3).width(in: theme, measuring: .fixed))
  }

  @Test(arguments: Theme.all)
  func `in the width that it asks for no two captions touch`(theme: Theme) {
    let grid = grid(columns: 10, cells: 10)
    let size = Size(grid.width(in: theme, measuring: .fixed), grid.height(in: theme))
    let plot = Plot(
      theme: theme, size: Size(size.width + 2 * theme.margin, size.height + 2 * theme.margin),
      panels: [Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.histograms(grid)])])
    let texts = plot.drawing(measuring: .fixed).commands.compactMap { $0.placedText }
      .filter { $0.content == "(0.60)" }
    for (left, right) in zip(texts, texts.dropFirst()) where left.origin.y == right.origin.y {
      #expect(left.origin.x + left.width <= right.origin.x)
    }
    #expect(texts.count == 20)
  }
}
