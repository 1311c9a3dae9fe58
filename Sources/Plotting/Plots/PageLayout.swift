import Drawings

/// Where everything of a plot goes on a page of a certain size.
struct PageLayout {
  let plot: Plot
  let measurer: TextMeasurer
  let size: Size
  let columns: Int
  /// The domains of each panel after sharing.
  let domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]
  let cells: GridCells

  private var theme: Theme { plot.theme }

  /// The layout for the page that the plot asks for or, failing that, needs.
  static func fitting(_ plot: Plot, measurer: TextMeasurer) -> PageLayout {
    if let size = plot.size {
      return bestColumns(plot, measurer: measurer, size: size, fixedHeight: true)
    }
    guard plot.theme.keepsProportion else {
      let page = Size(plot.pageWidth ?? plot.theme.page.width, plot.theme.page.height)
      return bestColumns(plot, measurer: measurer, size: page, fixedHeight: false)
    }
    // A step is a twentieth of the page, so that every page keeps the proportion exactly. The least
    // step that fits is found by halving; past 5 times the page the figure wants fewer panels instead.
    let page = plot.theme.page
    func grown(_ step: Int) -> PageLayout {
      let factor = Double(20 + step)
      return bestColumns(
        plot, measurer: measurer,
        size: Size(page.width / 20 * factor, page.height / 20 * factor), fixedHeight: true)
    }
    var layout = grown(0)
    guard layout.isTooSmall else { return layout }
    var (tooSmall, fitting) = (0, 80)
    layout = grown(fitting)
    while fitting - tooSmall > 1 {
      let middle = (tooSmall + fitting) / 2
      let candidate = grown(middle)
      if candidate.isTooSmall {
        tooSmall = middle
      } else {
        (fitting, layout) = (middle, candidate)
      }
    }
    return layout
  }

  /// The number of columns that makes the panels largest.
  private static func bestColumns(
    _ plot: Plot, measurer: TextMeasurer, size: Size, fixedHeight: Bool
  ) -> PageLayout {
    let count = max(plot.panels.count, 1)
    if !plot.columnWeights.isEmpty || (plot.columns != nil && !fixedHeight) {
      return PageLayout(
        plot, measurer: measurer, size: size, fixedHeight: fixedHeight,
        columns: min(plot.columns ?? plot.columnWeights.count, count))
    }
    // More columns than this cannot be wide enough, whatever is written around them.
    let gap = GridCells.gap(plot.theme)
    let most = max(1, min(count, Int((size.width + gap) / (max(plot.minimumPanelWidth, 1) + gap))))
    // Of the numbers of columns that make as many rows, the least fills the last row best.
    // Panels that belong together in rows of the wished length stay together on a slide as well.
    let group = min(plot.columns ?? 1, count)
    let numbers = (1...max(most, group)).filter { columns in
      let rows = (count + columns - 1) / columns
      guard group > 1 else { return (count + rows - 1) / rows == columns }
      // A full grid stays one: what stands below what may be its meaning.
      return columns % group == 0 && (count % columns == 0 || count % group != 0)
    }
    let candidates = numbers.map { columns in
      PageLayout(
        plot, measurer: measurer, size: size, fixedHeight: fixedHeight, columns: columns)
    }
    if fixedHeight {
      // One thin row would leave most of the page empty.
      let filling = candidates.filter { $0.cells.coverage >= leastCoverage }
      let choice = filling.isEmpty ? candidates : filling
      let fitting = choice.filter { !$0.isTooSmall }
      return (fitting.isEmpty ? choice : fitting).max { $0.panelArea < $1.panelArea }
        ?? candidates[0]
    }
    // A page that grows downward: as many columns as stay wide enough.
    return candidates.last { $0.cells.panelWidth >= plot.minimumPanelWidth } ?? candidates[0]
  }

  private static let leastCoverage = 0.58

  private init(
    _ plot: Plot, measurer: TextMeasurer, size: Size, fixedHeight: Bool, columns: Int
  ) {
    self.plot = plot
    self.measurer = measurer
    self.columns = columns
    domains = Self.resolvedDomains(plot)
    let header = PageHeading.headerHeight(plot, measurer: measurer, width: size.width)
    let footer = PageHeading.footerHeight(plot, measurer: measurer, width: size.width)
    let margin = plot.theme.margin
    let available = Rectangle(
      x: margin, y: margin + header, width: size.width - 2 * margin,
      height: size.height - 2 * margin - header - footer)
    cells = GridCells(
      plot: plot, measurer: measurer, domains: domains, columns: columns, available: available,
      fixedHeight: fixedHeight)
    self.size =
      fixedHeight ? size : Size(size.width, margin * 2 + header + footer + cells.totalHeight)
  }

  /// Whether the panels are narrower than is useful or do not fit.
  var isTooSmall: Bool {
    cells.panelWidth < plot.minimumPanelWidth - 0.01 || cells.overflows
  }

  private var panelArea: Double { cells.overflows ? -1 : cells.panelWidth * cells.panelHeight }

  static func resolvedDomains(
    _ plot: Plot
  ) -> [(x: ClosedRange<Double>, y: ClosedRange<Double>)] {
    let extents = plot.panels.map { $0.extent }
    let all = extents.reduce(Extent()) { $0.union($1) }
    var domains = zip(plot.panels, extents).map { panel, extent in
      let (across, up) = (plot.sharesX ? all : extent, plot.sharesY ? all : extent)
      return (
        x: panel.x.resolvedDomain(across.x, leastPositive: across.leastPositiveX),
        y: panel.y.resolvedDomain(up.y, leastPositive: up.leastPositiveY)
      )
    }
    if plot.sharesX, let shared = domains.map({ $0.x }).reduce(nil, Extent.union) {
      for index in domains.indices { domains[index].x = shared }
    }
    if plot.sharesY, let shared = domains.map({ $0.y }).reduce(nil, Extent.union) {
      for index in domains.indices { domains[index].y = shared }
    }
    return domains
  }

  /// Draws heading, panels and small print.
  func drawing() -> Drawing {
    var drawing = Drawing(size: size, background: theme.background)
    let heading = PageHeading(plot: plot, measurer: measurer, size: size)
    heading.drawHeader(into: &drawing)
    for (index, panel) in plot.panels.enumerated() {
      painter(of: panel, at: index).draw(into: &drawing)
    }
    heading.drawFooter(into: &drawing)
    return drawing
  }

  private func painter(of panel: Panel, at index: Int) -> PanelPainter {
    PanelPainter(
      panel: panel, theme: theme, measurer: measurer, domains: domains[index],
      area: cells.area(of: index), writing: cells.writings[index])
  }
}
