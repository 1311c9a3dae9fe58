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
  /// The ticks of each panel.
  let ticks: [(x: Ticks, y: Ticks)]

  private let plot: Plot
  private let widths: [Double]
  private let lefts: [Double]
  private let tops: [Double]
  private let origin: Point

  init(
    plot: Plot, measurer: TextMeasurer,
    domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)], columns: Int,
    available: Rectangle, fixedHeight: Bool
  ) {
    self.plot = plot
    self.columns = columns
    let count = plot.panels.count
    rows = max(1, (count + columns - 1) / columns)
    let gap = plot.theme.label.size * 1.5

    // Tick labels depend on the panels' size and the panels' size on the labels: one guess suffices,
    // since only the number of ticks comes from it.
    let guess = Size(
      max(20, available.width / Double(columns) - plot.theme.label.size * 4),
      max(20, available.height / Double(rows) - plot.theme.label.size * 4))
    let margins = PanelMargins(
      plot: plot, measurer: measurer, domains: domains, columns: columns, rows: rows, guess: guess)
    ticks = margins.ticks

    let usedAcross =
      margins.left.reduce(0, +) + margins.right.reduce(0, +) + gap * Double(columns - 1)
    let net = max(10, available.width - usedAcross)
    let weights =
      plot.columnWeights.count == columns
      ? plot.columnWeights : [Double](repeating: 1, count: columns)
    let weightSum = weights.reduce(0, +)
    var widths = weights.map { net * $0 / weightSum }

    let usedDown = margins.top.reduce(0, +) + margins.bottom.reduce(0, +) + gap * Double(rows - 1)
    let netHeight = (available.height - usedDown) / Double(rows)
    var aspect: Double?
    var height = netHeight
    if let domain = domains.first, plot.panels.allSatisfy(\.hasEqualUnits) {
      aspect =
        (domain.y.upperBound - domain.y.lowerBound) / (domain.x.upperBound - domain.x.lowerBound)
    } else if case .aspect(let ratio) = plot.shape {
      aspect = ratio
    }
    if let aspect {
      height = widths[0] * aspect
      if fixedHeight, height > netHeight {
        height = max(netHeight, 10)
        let shrunk = height / aspect
        widths = widths.map { min($0, shrunk * $0 / widths[0]) }
      }
    } else if case .height(let points) = plot.shape {
      height = points
    }
    panelWidth = widths.min() ?? net
    panelHeight = height
    overflows = fixedHeight && (height > netHeight + 0.01 || netHeight < 20)
    totalHeight = usedDown + height * Double(rows)
    self.widths = widths

    // Panels narrower than their column stand in the middle of the page as a block.
    let block = widths.reduce(0, +) + usedAcross
    let slackX = max(0, (available.width - block) / 2)
    let slackY = fixedHeight ? max(0, (available.height - totalHeight) / 2) : 0
    origin = Point(available.x + slackX, available.y + slackY)
    var x = 0.0
    var lefts: [Double] = []
    for column in 0..<columns {
      lefts.append(x + margins.left[column])
      x += margins.left[column] + widths[column] + margins.right[column] + gap
    }
    self.lefts = lefts
    var y = 0.0
    var tops: [Double] = []
    for row in 0..<rows {
      tops.append(y + margins.top[row])
      y += margins.top[row] + height + margins.bottom[row] + gap
    }
    self.tops = tops
  }

  /// The rectangle between the axes of panel `index`.
  func area(of index: Int) -> Rectangle {
    let (row, column) = (index / columns, index % columns)
    return Rectangle(
      x: origin.x + lefts[column], y: origin.y + tops[row], width: widths[column],
      height: panelHeight)
  }

  /// Whether panel `index` writes its numbers below: always, unless the one below it does.
  func showsX(_ index: Int) -> Bool { !plot.sharesX || index + columns >= plot.panels.count }

  /// Whether panel `index` writes its numbers at the left: always, unless the one before it does.
  func showsY(_ index: Int) -> Bool { !plot.sharesY || index % columns == 0 }
}

/// The room around the panels of each column and row.
private struct PanelMargins {
  var left: [Double]
  var right: [Double]
  var top: [Double]
  var bottom: [Double]
  var ticks: [(x: Ticks, y: Ticks)] = []

  init(
    plot: Plot, measurer: TextMeasurer,
    domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)], columns: Int, rows: Int,
    guess: Size
  ) {
    let theme = plot.theme
    left = [Double](repeating: 0, count: columns)
    right = left
    top = [Double](repeating: 0, count: rows)
    bottom = top
    let textGap = theme.tick.size * 0.6
    for (index, panel) in plot.panels.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let xTicks = panel.x.resolvedTicks(
        domains[index].x, length: guess.width, spacing: theme.tick.size * 5)
      let yTicks = panel.y.resolvedTicks(
        domains[index].y, length: guess.height, spacing: theme.tick.size * 3.6)
      ticks.append((xTicks, yTicks))
      var sides = (left: 0.0, right: 0.0, top: 0.0, bottom: 0.0)
      if panel.y.isVisible, !plot.sharesY || column == 0 {
        let widest = yTicks.labels.map { measurer.width($0, theme.tick) }.max() ?? 0
        sides.left = widest + textGap
        if !panel.y.label.isEmpty { sides.left += theme.label.size * 1.5 }
      }
      let isLowest = !plot.sharesX || index + columns >= plot.panels.count
      if panel.x.isVisible, isLowest {
        if xTicks.labels.contains(where: { !$0.isEmpty }) {
          sides.bottom = theme.tick.size * 1.1 + textGap
        }
        if !panel.x.label.isEmpty { sides.bottom += theme.label.size * 1.45 }
        sides.right = xTicks.labels.last.map { measurer.width($0, theme.tick) * 0.4 } ?? 0
      }
      sides.bottom += Double(panel.footnotes.count) * theme.small.leading
      if !panel.footnotes.isEmpty { sides.bottom += theme.small.size * 0.5 }
      if !panel.title.isEmpty { sides.top += theme.heading.leading }
      if !panel.subtitle.isEmpty { sides.top += theme.tick.leading }
      if sides.top > 0 { sides.top += theme.tick.size * 0.25 }
      let endLabels = panel.marks.compactMap(\.endLabel)
      if let widest = endLabels.map({ measurer.width($0.text, theme.tick.bold) }).max() {
        sides.right = max(sides.right, widest + theme.tick.size * 0.8)
      }
      left[column] = max(left[column], sides.left)
      right[column] = max(right[column], sides.right)
      top[row] = max(top[row], sides.top)
      bottom[row] = max(bottom[row], sides.bottom)
    }
  }
}
