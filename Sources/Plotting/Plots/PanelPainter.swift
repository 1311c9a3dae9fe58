/// Draws one panel in its rectangle: grid, marks, axes, headings, labels at line ends.
struct PanelPainter {
  let panel: Panel
  let theme: Theme
  let measurer: TextMeasurer
  let domains: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let area: Rectangle
  let showsXLabels: Bool
  let showsYLabels: Bool
  let ticks: (x: Ticks, y: Ticks)

  func draw(into drawing: inout Drawing) {
    let frame = self.frame
    drawGrid(frame, into: &drawing)
    var isClipping = false
    for mark in panel.marks {
      if mark.isClipped != isClipping {
        drawing.commands.append(mark.isClipped ? .pushClip(.rectangle(frame.area)) : .popClip)
        isClipping = mark.isClipped
      }
      mark.draw(frame, &drawing)
    }
    if isClipping { drawing.commands.append(.popClip) }
    drawAxes(frame, into: &drawing)
    drawHeading(frame, into: &drawing)
    drawFootnotes(frame, into: &drawing)
    drawEndLabels(frame, into: &drawing)
  }

  /// The ready scales; equal units shrink the longer side, centered, where the rectangle's form differs.
  private var frame: Frame {
    var area = area
    if panel.hasEqualUnits {
      let across = domains.x.upperBound - domains.x.lowerBound
      let up = domains.y.upperBound - domains.y.lowerBound
      let unit = min(area.width / across, area.height / up)
      let (width, height) = (unit * across, unit * up)
      area = Rectangle(
        x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width,
        height: height)
    }
    return Frame(
      area: area,
      x: Scale(domain: domains.x, from: area.x, to: area.right, transform: panel.x.transform),
      y: Scale(domain: domains.y, from: area.bottom, to: area.y, transform: panel.y.transform),
      theme: theme, measurer: measurer)
  }

  private func drawGrid(_ frame: Frame, into drawing: inout Drawing) {
    let area = frame.area
    var path = Path()
    if panel.x.hasGrid {
      for x in ticks.x.values.map({ frame.x($0) }) where x >= area.x - 0.1 && x <= area.right + 0.1
      {
        path.elements += [.move(Point(x, area.y)), .line(Point(x, area.bottom))]
      }
    }
    if panel.y.hasGrid {
      for y in ticks.y.values.map({ frame.y($0) }) where y >= area.y - 0.1 && y <= area.bottom + 0.1
      {
        path.elements += [.move(Point(area.x, y)), .line(Point(area.right, y))]
      }
    }
    if !path.elements.isEmpty {
      drawing.stroke(path, theme.grid, StrokeStyle(width: theme.hairline))
    }
  }

  private func drawAxes(_ frame: Frame, into drawing: inout Drawing) {
    let area = frame.area
    if panel.isEmphasized {
      drawing.stroke(.rectangle(area), theme.accent, StrokeStyle(width: theme.boldLine))
    } else if panel.x.isVisible, panel.y.isVisible {
      drawing.stroke(
        .rectangle(area), theme.frame, StrokeStyle(width: theme.hairline, join: .miter))
    } else if panel.x.isVisible {
      drawing.stroke(
        .polyline([Point(area.x, area.bottom), Point(area.right, area.bottom)]), theme.frame,
        StrokeStyle(width: theme.hairline))
    }
    let tickLength = theme.tick.size * 0.3
    let textGap = theme.tick.size * 0.6
    if panel.x.isVisible {
      for (value, label) in zip(ticks.x.values, ticks.x.labels) {
        let x = frame.x(value)
        guard x >= area.x - 0.1, x <= area.right + 0.1 else { continue }
        drawing.stroke(
          .polyline([Point(x, area.bottom), Point(x, area.bottom + tickLength)]), theme.frame,
          StrokeStyle(width: theme.hairline))
        guard showsXLabels else { continue }
        drawing.text(
          label, at: Point(x, area.bottom + textGap), theme.tick, theme.quietInk,
          horizontal: .middle, vertical: .top, measuring: measurer)
      }
      if showsXLabels, !panel.x.label.isEmpty {
        let y = area.bottom + textGap + theme.tick.size * 1.1 + theme.label.size * 0.95
        drawing.text(
          panel.x.label, at: Point(area.center.x, y), theme.label, theme.ink, horizontal: .middle,
          measuring: measurer)
      }
    }
    if panel.y.isVisible { drawYAxis(frame, tickLength, textGap, into: &drawing) }
  }

  private func drawYAxis(
    _ frame: Frame, _ tickLength: Double, _ textGap: Double, into drawing: inout Drawing
  ) {
    let area = frame.area
    var widest = 0.0
    for (value, label) in zip(ticks.y.values, ticks.y.labels) {
      let y = frame.y(value)
      guard y >= area.y - 0.1, y <= area.bottom + 0.1 else { continue }
      drawing.stroke(
        .polyline([Point(area.x - tickLength, y), Point(area.x, y)]), theme.frame,
        StrokeStyle(width: theme.hairline))
      guard showsYLabels else { continue }
      widest = max(widest, measurer.width(label, theme.tick))
      drawing.text(
        label, at: Point(area.x - textGap, y), theme.tick, theme.quietInk, horizontal: .end,
        vertical: .middle, measuring: measurer)
    }
    guard showsYLabels, !panel.y.label.isEmpty else { return }
    let x = area.x - textGap - widest - theme.label.size * 0.55
    drawing.text(
      panel.y.label, at: Point(x, area.center.y), theme.label, theme.ink, horizontal: .middle,
      rotation: -90, measuring: measurer)
  }

  private func drawHeading(_ frame: Frame, into drawing: inout Drawing) {
    var y = frame.area.y - theme.tick.size * 0.45
    if !panel.subtitle.isEmpty {
      drawing.text(
        panel.subtitle, at: Point(frame.area.x, y), theme.tick, theme.quietInk,
        measuring: measurer)
      y -= theme.tick.leading
    }
    drawing.text(
      panel.title, at: Point(frame.area.x, y), theme.heading.bold,
      panel.isEmphasized ? theme.accent : theme.ink, measuring: measurer)
  }

  private func drawFootnotes(_ frame: Frame, into drawing: inout Drawing) {
    guard !panel.footnotes.isEmpty else { return }
    var y = area.bottom + theme.small.size * 0.5
    if panel.x.isVisible, showsXLabels {
      y += theme.tick.size * 1.7 + (panel.x.label.isEmpty ? 0 : theme.label.size * 1.45)
    }
    for line in panel.footnotes {
      y += theme.small.leading
      drawing.text(
        line, at: Point(frame.area.x, y - theme.small.size * 0.35), theme.small, theme.ink,
        measuring: measurer)
    }
  }

  /// Labels at line ends keep the lines' order and are pushed apart until none touches another.
  private func drawEndLabels(_ frame: Frame, into drawing: inout Drawing) {
    let style = theme.tick.bold
    let spacing = style.size * 1.25
    var labels = panel.marks.compactMap(\.endLabel).map {
      (label: $0, y: min(max(frame.y($0.y), area.y), area.bottom))
    }
    labels.sort { $0.y < $1.y }
    for index in labels.indices.dropFirst() {
      labels[index].y = max(labels[index].y, labels[index - 1].y + spacing)
    }
    // Whatever was pushed below the panel goes back up.
    var limit = area.bottom
    for index in labels.indices.reversed() {
      labels[index].y = min(labels[index].y, limit)
      limit = labels[index].y - spacing
    }
    for (label, y) in labels {
      drawing.text(
        label.text, at: Point(frame.area.right + style.size * 0.5, y), style, label.color,
        vertical: .middle, measuring: measurer)
    }
  }
}
