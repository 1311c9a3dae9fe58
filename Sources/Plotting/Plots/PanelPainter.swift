import Drawings

/// Draws one panel in its rectangle: grid, marks, axes, headings, labels at line ends.
struct PanelPainter {
  let panel: Panel
  let theme: Theme
  let measurer: TextMeasurer
  let domains: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let area: Rectangle
  let writing: PanelWriting

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

  /// The ready scales.
  private var frame: Frame {
    let drawn = panel.drawnArea(in: area, domains)
    return Frame(
      area: drawn,
      x: Scale(domain: domains.x, from: drawn.x, to: drawn.right, transform: panel.x.transform),
      y: Scale(domain: domains.y, from: drawn.bottom, to: drawn.y, transform: panel.y.transform),
      theme: theme, measurer: measurer)
  }

  private func drawGrid(_ frame: Frame, into drawing: inout Drawing) {
    let area = frame.area
    var path = Path()
    if panel.x.hasGrid {
      for x in writing.xTicks.values.map({ frame.x($0) })
      where x >= area.x - 0.1 && x <= area.right + 0.1 {
        path.elements += [.move(Point(x, area.y)), .line(Point(x, area.bottom))]
      }
    }
    if panel.y.hasGrid {
      for y in writing.yTicks.values.map({ frame.y($0) })
      where y >= area.y - 0.1 && y <= area.bottom + 0.1 {
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
    if panel.x.isVisible { drawXAxis(frame, into: &drawing) }
    if panel.y.isVisible { drawYAxis(frame, into: &drawing) }
  }

  private var tickLength: Double { theme.tick.size * 0.3 }

  private func drawXAxis(_ frame: Frame, into drawing: inout Drawing) {
    let area = frame.area
    let ticks = writing.xTicks.thinned(
      along: frame.x, room: PanelWriting.acrossRoom(theme, measurer))
    for (value, label) in zip(ticks.values, ticks.labels) {
      let x = frame.x(value)
      guard x >= area.x - 0.1, x <= area.right + 0.1 else { continue }
      drawing.stroke(
        .polyline([Point(x, area.bottom), Point(x, area.bottom + tickLength)]), theme.frame,
        StrokeStyle(width: theme.hairline))
      guard writing.showsX else { continue }
      drawing.text(
        label, at: Point(x, area.bottom + writing.textGap), theme.tick, theme.quietInk,
        horizontal: .middle, vertical: .top, measuring: measurer)
    }
    var y = area.bottom + writing.xTickHeight + theme.label.size * 0.95
    for line in writing.xLabel {
      drawing.text(
        line, at: Point(area.center.x, y), theme.label, theme.ink, horizontal: .middle,
        measuring: measurer)
      y += theme.label.leading
    }
  }

  private func drawYAxis(_ frame: Frame, into drawing: inout Drawing) {
    let area = frame.area
    let ticks = writing.yTicks.thinned(along: frame.y, room: PanelWriting.upRoom(theme))
    for (value, label) in zip(ticks.values, ticks.labels) {
      let y = frame.y(value)
      guard y >= area.y - 0.1, y <= area.bottom + 0.1 else { continue }
      drawing.stroke(
        .polyline([Point(area.x - tickLength, y), Point(area.x, y)]), theme.frame,
        StrokeStyle(width: theme.hairline))
      guard writing.showsY else { continue }
      drawing.text(
        label, at: Point(area.x - writing.textGap, y), theme.tick, theme.quietInk,
        horizontal: .end, vertical: .middle, measuring: measurer)
    }
    var x = area.x - writing.textGap - writing.yTickWidth - theme.label.size * 0.55
    for line in writing.yLabel.reversed() {
      drawing.text(
        line, at: Point(x, area.center.y), theme.label, theme.ink, horizontal: .middle,
        rotation: -90, measuring: measurer)
      x -= theme.label.leading
    }
  }

  private func drawHeading(_ frame: Frame, into drawing: inout Drawing) {
    var y = frame.area.y - theme.tick.size * 0.45
    for line in writing.subtitle.reversed() {
      drawing.text(
        line, at: Point(frame.area.x, y), theme.tick, theme.quietInk, measuring: measurer)
      y -= theme.tick.leading
    }
    for line in writing.title.reversed() {
      drawing.text(
        line, at: Point(frame.area.x, y), theme.heading.bold,
        panel.isEmphasized ? theme.accent : theme.ink, measuring: measurer)
      y -= theme.heading.leading
    }
  }

  private func drawFootnotes(_ frame: Frame, into drawing: inout Drawing) {
    var y = frame.area.bottom + writing.xAxisHeight + theme.small.size * 0.5
    for line in writing.footnotes {
      y += theme.small.leading
      drawing.text(
        line, at: Point(frame.area.x, y - theme.small.size * 0.35), theme.small, theme.ink,
        measuring: measurer)
    }
  }

  /// Labels at line ends keep the lines' order and are pushed apart until none touches another.
  private func drawEndLabels(_ frame: Frame, into drawing: inout Drawing) {
    let style = theme.tick.bold
    let spacing = writing.endLabelSpacing
    var labels = panel.marks.compactMap { $0.endLabel }.map { label in
      // A value that the scale has no place for, such as 0 on a logarithmic one, is below all others.
      let y = frame.y(label.y)
      return (label: label, y: y.isNaN ? area.bottom : min(max(y, area.y), area.bottom))
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
