import Drawings

/// The heading, the explanation and the small print of a page.
struct PageHeading {
  let plot: Plot
  let measurer: TextMeasurer
  let size: Size

  private var theme: Theme { plot.theme }

  private static func headerLines(_ plot: Plot, measurer: TextMeasurer, width: Double)
    -> (title: [String], subtitle: [String], keys: KeyRows)
  {
    let inner = width - 2 * plot.theme.margin
    return (
      measurer.lines(of: plot.title, plot.theme.title, width: inner),
      measurer.lines(of: plot.subtitle, plot.theme.heading, width: inner),
      KeyRows(keys: plot.keys, theme: plot.theme, measurer: measurer, width: inner)
    )
  }

  static func headerHeight(_ plot: Plot, measurer: TextMeasurer, width: Double) -> Double {
    let lines = headerLines(plot, measurer: measurer, width: width)
    let text =
      Double(lines.title.count) * plot.theme.title.leading
      + Double(lines.subtitle.count) * plot.theme.heading.leading
    let height = text + lines.keys.height
    return height > 0 ? height + plot.theme.label.size * 0.7 : 0
  }

  static func footerHeight(_ plot: Plot, measurer: TextMeasurer, width: Double) -> Double {
    let lines = measurer.lines(
      of: plot.note, plot.theme.small, width: width - 2 * plot.theme.margin)
    return lines.isEmpty
      ? 0 : Double(lines.count) * plot.theme.small.leading + plot.theme.label.size * 0.7
  }

  func drawHeader(into drawing: inout Drawing) {
    let lines = Self.headerLines(plot, measurer: measurer, width: size.width)
    var y = theme.margin
    for (text, style, color) in lines.title.map({ ($0, theme.title, theme.ink) })
      + lines.subtitle.map({ ($0, theme.heading, theme.quietInk) })
    {
      drawing.text(
        text, at: Point(theme.margin, y + style.size * 0.93), style, color, measuring: measurer)
      y += style.leading
    }
    lines.keys.draw(at: Point(theme.margin, y), into: &drawing)
  }

  func drawFooter(into drawing: inout Drawing) {
    let lines = measurer.lines(of: plot.note, theme.small, width: size.width - 2 * theme.margin)
    var y = size.height - theme.margin - Double(lines.count) * theme.small.leading
    for line in lines {
      y += theme.small.leading
      drawing.text(
        line, at: Point(theme.margin, y - theme.small.size * 0.3), theme.small, theme.quietInk,
        measuring: measurer)
    }
  }
}
