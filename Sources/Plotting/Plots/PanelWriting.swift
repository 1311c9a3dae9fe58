import Drawings

/// What is written around a panel, broken into lines that fit, and the room that it takes.
struct PanelWriting {
  let title: [String]
  let subtitle: [String]
  let footnotes: [String]
  let xLabel: [String]
  let yLabel: [String]
  let xTicks: Ticks
  let yTicks: Ticks
  /// Width of the widest number at the left, 0 where none is written.
  let yTickWidth: Double
  let showsX: Bool
  let showsY: Bool

  private let theme: Theme
  private let endLabelWidth: Double
  private let endLabelCount: Int
  /// How far numbers below stand out at the left and at the right.
  private let overhang: (left: Double, right: Double)

  /// Writes around a panel of `size`; lines may stand out a little, less than panels are apart.
  init(
    panel: Panel, domains: (x: ClosedRange<Double>, y: ClosedRange<Double>), size: Size,
    showsX: Bool, showsY: Bool, theme: Theme, measurer: TextMeasurer
  ) {
    self.theme = theme
    self.showsX = showsX && panel.x.isVisible
    self.showsY = showsY && panel.y.isVisible
    let area = panel.drawnArea(
      in: Rectangle(x: 0, y: 0, width: size.width, height: size.height), domains)
    let reach = theme.label.size * 0.9
    let headingWidth = size.width - area.x + reach
    title = measurer.lines(of: panel.title, theme.heading.bold, width: headingWidth)
    subtitle = measurer.lines(of: panel.subtitle, theme.tick, width: headingWidth)
    footnotes = panel.footnotes.flatMap {
      measurer.lines(of: $0, theme.small, width: headingWidth)
    }
    xLabel =
      self.showsX
      ? measurer.lines(of: panel.x.label, theme.label, width: size.width + 2 * reach) : []
    yLabel =
      self.showsY
      ? measurer.lines(of: panel.y.label, theme.label, width: size.height + 2 * reach) : []

    xTicks = panel.x.resolvedTicks(
      domains.x, length: area.width, spacing: theme.tick.size * 5,
      room: Self.acrossRoom(theme, measurer))
    yTicks = panel.y.resolvedTicks(
      domains.y, length: area.height, spacing: theme.tick.size * 3.6, room: Self.upRoom(theme))
    yTickWidth =
      self.showsY ? yTicks.labels.map { measurer.width($0, theme.tick) }.max() ?? 0 : 0
    let scale = Scale(
      domain: domains.x, from: area.x, to: area.right, transform: panel.x.transform)
    overhang =
      self.showsX
      ? Self.overhang(xTicks, scale, width: size.width, theme, measurer) : (left: 0, right: 0)
    let endLabels = panel.marks.compactMap { $0.endLabel }
    endLabelCount = endLabels.count
    endLabelWidth = endLabels.map { measurer.width($0.text, theme.tick.bold) }.max() ?? 0
  }

  /// The room that a number below takes along its axis.
  static func acrossRoom(_ theme: Theme, _ measurer: TextMeasurer) -> (String) -> Double {
    { measurer.width($0, theme.tick) + theme.tick.size * 0.5 }
  }

  /// The room that a number at the left takes along its axis.
  static func upRoom(_ theme: Theme) -> (String) -> Double { { _ in theme.tick.size * 1.2 } }

  private static func overhang(
    _ ticks: Ticks, _ scale: Scale, width: Double, _ theme: Theme, _ measurer: TextMeasurer
  ) -> (left: Double, right: Double) {
    var result = (left: 0.0, right: 0.0)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let place = scale(value)
      guard place >= scale.start - 0.1, place <= scale.end + 0.1 else { continue }
      let half = measurer.width(label, theme.tick) / 2
      result.left = max(result.left, half - place)
      result.right = max(result.right, half - (width - place))
    }
    return result
  }

  /// Gap between a panel and its numbers.
  var textGap: Double { theme.tick.size * 0.6 }

  /// Height of the numbers below.
  var xTickHeight: Double {
    showsX && xTicks.labels.contains { !$0.isEmpty } ? theme.tick.size * 1.1 + textGap : 0
  }

  /// Height of the numbers and the label below.
  var xAxisHeight: Double {
    xLabel.isEmpty
      ? xTickHeight
      : xTickHeight + theme.label.size * 1.45 + Double(xLabel.count - 1) * theme.label.leading
  }

  /// Distance between the middles of two labels at line ends.
  var endLabelSpacing: Double { theme.tick.bold.size * 1.25 }

  /// The least height at which the labels at line ends stay apart.
  var leastHeight: Double { Double(max(0, endLabelCount - 1)) * endLabelSpacing }

  var left: Double {
    var room = showsY ? yTickWidth + textGap : 0
    if !yLabel.isEmpty {
      room += theme.label.size * 1.5 + Double(yLabel.count - 1) * theme.label.leading
    }
    return max(room, overhang.left)
  }

  var right: Double {
    max(endLabelCount > 0 ? endLabelWidth + theme.tick.size * 0.8 : 0, overhang.right)
  }

  var top: Double {
    let lines =
      Double(title.count) * theme.heading.leading + Double(subtitle.count) * theme.tick.leading
    return lines > 0 ? lines + theme.tick.size * 0.25 : 0
  }

  var bottom: Double { xAxisHeight + footnoteHeight }

  /// Height of the lines below the axis.
  var footnoteHeight: Double {
    footnotes.isEmpty
      ? 0 : Double(footnotes.count) * theme.small.leading + theme.small.size * 0.5
  }
}

extension Panel {
  /// The rectangle that the data fill in `area`: all of it, or, where units are equal, the largest one
  /// in its middle of the right form.
  func drawnArea(
    in area: Rectangle, _ domains: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  ) -> Rectangle {
    // Halves, since the length of a range may not be finite.
    let across = domains.x.upperBound / 2 - domains.x.lowerBound / 2
    let up = domains.y.upperBound / 2 - domains.y.lowerBound / 2
    let unit = min(area.width / across, area.height / up)
    guard hasEqualUnits, across > 0, up > 0, unit.isFinite, unit > 0 else { return area }
    let (width, height) = (unit * across, unit * up)
    return Rectangle(
      x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width,
      height: height)
  }
}
