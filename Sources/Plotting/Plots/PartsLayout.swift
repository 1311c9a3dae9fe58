import Drawings

/// Whole plots side by side on one page, each with its own heading, explanation and small print.
///
/// On paper each part is as high as it needs to be, and rows as high as their highest part. On a page
/// of fixed proportion all parts fill equal cells, and the page grows until none of them is too small.
struct PartsLayout {
  private let plot: Plot
  private let measurer: TextMeasurer
  let size: Size
  /// Each part laid out, and where its upper left corner stands.
  private var placed: [(layout: PageLayout, corner: Point)] = []
  private var isTooSmall = false

  /// The layout for the page that the plot asks for or, failing that, needs.
  static func fitting(_ plot: Plot, measurer: TextMeasurer) -> PartsLayout {
    if let size = plot.size { return PartsLayout(cells: plot, measurer: measurer, size: size) }
    guard plot.theme.keepsProportion else {
      return PartsLayout(
        rows: plot, measurer: measurer, width: plot.pageWidth ?? plot.theme.page.width)
    }
    let page = plot.theme.page
    func grown(_ step: Int) -> PartsLayout {
      let factor = Double(20 + step) / 20
      return PartsLayout(
        cells: plot, measurer: measurer, size: Size(page.width * factor, page.height * factor))
    }
    var layout = grown(0)
    var step = 0
    while layout.isTooSmall, step < 80 {
      step += 4
      layout = grown(step)
    }
    return layout
  }

  /// Heights on the page in the middle between two rows.
  var cuts: [Double] {
    let tops = Set(placed.map { $0.corner.y }).sorted()
    return tops.dropFirst().map { $0 + plot.theme.margin - Self.gap(plot.theme) / 2 }
  }

  func drawing() -> Drawing {
    var drawing = Drawing(size: size, background: plot.theme.background)
    let page = PageHeading(plot: plot, measurer: measurer, size: size)
    page.drawHeader(into: &drawing)
    for (layout, corner) in placed { drawing.place(layout.drawing(), at: corner) }
    page.drawFooter(into: &drawing)
    return drawing
  }

  private static func gap(_ theme: Theme) -> Double { theme.label.size * 2.2 }

  /// The outer width of a part, of which the page's margin around it is cut away again.
  private static func cellWidth(_ plot: Plot, _ columns: Int, width: Double) -> Double {
    (width - 2 * plot.theme.margin - Double(columns - 1) * gap(plot.theme)) / Double(columns)
      + 2 * plot.theme.margin
  }

  /// Parts of their natural heights on a page of a given width.
  private init(rows plot: Plot, measurer: TextMeasurer, width: Double) {
    self.plot = plot
    self.measurer = measurer
    let columns = max(1, min(plot.columns ?? 2, plot.parts.count))
    let theme = plot.theme
    let cell = Self.cellWidth(plot, columns, width: width)
    let layouts = plot.parts.map { part in
      var part = part
      part.size = nil
      // What is wide and low on a whole page would be a mere strip on a part of it.
      if columns > 1, case .aspect(let ratio) = part.shape { part.shape = .aspect(max(ratio, 0.8)) }
      part.pageWidth = cell
      return PageLayout.fitting(part, measurer: measurer)
    }
    let header = PageHeading.headerHeight(plot, measurer: measurer, width: width)
    let footer = PageHeading.footerHeight(plot, measurer: measurer, width: width)
    var y = header
    for row in stride(from: 0, to: layouts.count, by: columns) {
      let range = row..<min(row + columns, layouts.count)
      var x = 0.0
      for index in range {
        placed.append((layouts[index], Point(x, y)))
        x += cell - 2 * theme.margin + Self.gap(theme)
      }
      let height = layouts[range].map { $0.size.height }.max() ?? 0
      y += height - 2 * theme.margin + Self.gap(theme)
    }
    let height = y - Self.gap(theme) + 2 * theme.margin + footer
    size = Size(width, layouts.isEmpty ? header + footer + 2 * theme.margin : height)
  }

  /// Parts in equal cells of a given page.
  private init(cells plot: Plot, measurer: TextMeasurer, size: Size) {
    self.plot = plot
    self.measurer = measurer
    self.size = size
    let columns = max(1, min(plot.columns ?? 2, plot.parts.count))
    let theme = plot.theme
    let header = PageHeading.headerHeight(plot, measurer: measurer, width: size.width)
    let footer = PageHeading.footerHeight(plot, measurer: measurer, width: size.width)
    let rows = max(1, (plot.parts.count + columns - 1) / columns)
    let cell = Size(
      Self.cellWidth(plot, columns, width: size.width),
      (size.height - 2 * theme.margin - header - footer - Double(rows - 1) * Self.gap(theme))
        / Double(rows) + 2 * theme.margin)
    for (index, part) in plot.parts.enumerated() {
      var part = part
      part.size = cell
      if case .aspect(let ratio) = part.shape, ratio < 0.8 { part.shape = .fill }
      let layout = PageLayout.fitting(part, measurer: measurer)
      isTooSmall = isTooSmall || layout.isTooSmall
      let corner = Point(
        Double(index % columns) * (cell.width - 2 * theme.margin + Self.gap(theme)),
        header + Double(index / columns) * (cell.height - 2 * theme.margin + Self.gap(theme)))
      placed.append((layout, corner))
    }
  }
}
