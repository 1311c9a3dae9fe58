import Drawings

/// The panels' places: columns and rows with the room that axes, headings and labels need.
struct GridCells {
  let columns: Int
  let rows: Int
  let panelWidth: Double
  let panelHeight: Double
  /// Whether the panels need more height than there is.
  let overflows: Bool
  /// Height of all rows with their margins.
  let totalHeight: Double
  /// Share of the height that all rows take.
  let coverage: Double
  /// What is written around each panel.
  let writings: [PanelWriting]

  /// Heights on the page in the middle between two rows.
  let cuts: [Double]

  private let widths: [Double]
  private let lefts: [Double]
  private let tops: [Double]
  private let origin: Point

  init(
    plot: Plot, measurer: TextMeasurer,
    domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)], columns: Int,
    available: Rectangle, fixedHeight: Bool
  ) {
    self.columns = columns
    rows = max(1, (plot.panels.count + columns - 1) / columns)
    let sizing = GridSizing(
      plot: plot, measurer: measurer, domains: domains, columns: columns, rows: rows,
      available: available, fixedHeight: fixedHeight)
    let fit = sizing.settledFit
    panelWidth = fit.widths.min() ?? 0
    panelHeight = fit.height
    overflows = fit.overflows
    totalHeight = fit.usedDown + fit.height * Double(rows)
    coverage = totalHeight / max(available.height, 1)
    writings = fit.writings
    widths = fit.widths

    // Panels narrower than their column stand in the middle of the page as a block.
    let block = widths.reduce(0, +) + fit.usedAcross
    let slackX = max(0, (available.width - block) / 2)
    let slackY = fixedHeight ? max(0, (available.height - totalHeight) / 2) : 0
    origin = Point(available.x + slackX, available.y + slackY)
    var x = 0.0
    var lefts: [Double] = []
    for column in 0..<columns {
      lefts.append(x + fit.left[column])
      x += fit.left[column] + widths[column] + fit.right[column] + Self.gap(plot.theme)
    }
    self.lefts = lefts
    var y = 0.0
    var tops: [Double] = []
    var cuts: [Double] = []
    for row in 0..<rows {
      if row > 0 { cuts.append(origin.y + y - Self.gap(plot.theme) / 2) }
      tops.append(y + fit.top[row])
      y += fit.top[row] + fit.height + fit.bottom[row] + Self.gap(plot.theme)
    }
    self.tops = tops
    self.cuts = cuts
  }

  /// Space between what belongs to one panel and what belongs to the next.
  static func gap(_ theme: Theme) -> Double { theme.label.size * 1.5 }

  /// The rectangle between the axes of panel `index`.
  func area(of index: Int) -> Rectangle {
    let (row, column) = (index / columns, index % columns)
    return Rectangle(
      x: origin.x + lefts[column], y: origin.y + tops[row], width: widths[column],
      height: panelHeight)
  }
}

/// Panels' sizes, and what is written around panels of about that size.
private struct GridFit {
  var widths: [Double]
  var height: Double
  var overflows = false
  var writings: [PanelWriting] = []
  var left: [Double] = []
  var right: [Double] = []
  var top: [Double] = []
  var bottom: [Double] = []
  var usedAcross = 0.0
  var usedDown = 0.0

  /// The lesser of both sizes, side by side.
  func smaller(_ other: GridFit) -> GridFit {
    GridFit(
      widths: zip(widths, other.widths).map { min($0, $1) }, height: min(height, other.height))
  }

  /// Whether sizes differ by less than anything written could notice.
  func isClose(to other: GridFit) -> Bool {
    (height - other.height).magnitude < 0.5
      && zip(widths, other.widths).allSatisfy { ($0 - $1).magnitude < 0.5 }
  }
}

/// Finds the panels' sizes.
private struct GridSizing {
  let plot: Plot
  let measurer: TextMeasurer
  let domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]
  let columns: Int
  let rows: Int
  let available: Rectangle
  let fixedHeight: Bool

  /// Nothing is smaller, whatever the page.
  private static let leastSide = 10.0

  private var gap: Double { GridCells.gap(plot.theme) }

  /// What is written depends on the panels' size and the panels' size on what is written: from a guess,
  /// two or three rounds settle it, or else what is written fits the lesser of the last two sizes.
  var settledFit: GridFit {
    var fit = fit(guess)
    for _ in 0..<2 {
      let next = self.fit(fit)
      if next.isClose(to: fit) { return next }
      fit = self.fit(next.smaller(fit))
    }
    return fit
  }

  /// Panels that fill the page but for a little room around each.
  private var guess: GridFit {
    let around = plot.theme.label.size * 4
    return GridFit(
      widths: [Double](
        repeating: max(20, available.width / Double(columns) - around), count: columns),
      height: max(20, available.height / Double(rows) - around))
  }

  /// Writes around panels of the old sizes and shares out what room that leaves.
  private func fit(_ old: GridFit) -> GridFit {
    var fit = GridFit(widths: [], height: 0)
    let zeros = [Double](repeating: 0, count: max(columns, rows))
    (fit.left, fit.right, fit.top, fit.bottom) = (zeros, zeros, zeros, zeros)
    for (index, panel) in plot.panels.enumerated() {
      let (row, column) = (index / columns, index % columns)
      // Where the place below is empty, the axis may be written into it; but lines below the panels of
      // a row stay on one height.
      let isAboveNothing = row < rows - 1 && index + columns >= plot.panels.count
      let showsX =
        !plot.sharesX || row == rows - 1 || isAboveNothing && panel.footnotes.isEmpty
      let writing = PanelWriting(
        panel: panel, domains: domains[index], size: Size(old.widths[column], old.height),
        showsX: showsX,
        showsY: !plot.sharesY || column == 0, theme: plot.theme, measurer: measurer)
      fit.left[column] = max(fit.left[column], writing.left)
      fit.right[column] = max(fit.right[column], writing.right)
      fit.top[row] = max(fit.top[row], writing.top)
      let bottom = isAboveNothing && plot.sharesX ? writing.footnoteHeight : writing.bottom
      fit.bottom[row] = max(fit.bottom[row], bottom)
      fit.writings.append(writing)
    }
    fit.usedAcross = (fit.left + fit.right).reduce(0, +) + gap * Double(columns - 1)
    fit.usedDown = (fit.top + fit.bottom).reduce(0, +) + gap * Double(rows - 1)
    shareOut(&fit)
    return fit
  }

  private func shareOut(_ fit: inout GridFit) {
    let net = max(Self.leastSide * Double(columns), available.width - fit.usedAcross)
    let weights =
      plot.columnWeights.count == columns
      ? plot.columnWeights : [Double](repeating: 1, count: columns)
    let weightSum = weights.reduce(0, +)
    fit.widths = weights.map { net * $0 / weightSum }
    let narrowest = fit.widths.min() ?? net
    let netHeight = (available.height - fit.usedDown) / Double(rows)
    var leastHeight = fit.writings.reduce(20) { max($0, $1.leastHeight) }
    if let aspect {
      fit.height = fit.widths[0] * aspect
      if fixedHeight, fit.height > netHeight {
        fit.height = max(netHeight, Self.leastSide)
        let shrink = min(1, fit.height / aspect / fit.widths[0])
        fit.widths = fit.widths.map { $0 * shrink }
      }
    } else if case .height(let points) = plot.shape {
      fit.height = points
    } else if case .size(let size) = plot.shape {
      fit.widths = fit.widths.map { min($0, size.width) }
      fit.height = size.height
    } else {
      // Where nothing gives the form, panels are not made flatter than reads well.
      leastHeight = max(leastHeight, (fixedHeight ? plot.minimumPanelWidth : narrowest) * 0.6)
      fit.height = netHeight
    }
    fit.height = max(fit.height, leastHeight)
    if fixedHeight, fit.height > netHeight + 0.01 {
      fit.overflows = true
      fit.height = max(netHeight, Self.leastSide)
    }
  }

  /// Height over width where the form of the panels is given.
  private var aspect: Double? {
    if let domain = domains.first, plot.panels.allSatisfy({ $0.hasEqualUnits }) {
      let ratio =
        (domain.y.upperBound / 2 - domain.y.lowerBound / 2)
        / (domain.x.upperBound / 2 - domain.x.lowerBound / 2)
      // Data a thousand times as high as wide may not make a page of that form.
      return ratio.isFinite ? min(max(ratio, 0.125), 8) : 1
    }
    if case .aspect(let ratio) = plot.shape { return ratio }
    return nil
  }
}
