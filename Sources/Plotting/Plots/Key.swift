public import Drawings

/// One entry of the explanation above the panels: what a shape, a line or a ramp stands for.
public enum Key: Sendable, Equatable {
  /// A dot of a class.
  case dot(DotShape, Color, String)
  /// A ringed dot.
  case ring(Color, String)
  /// A line.
  case line(Color, width: Double, dash: [Double], String)
  /// A filled area.
  case swatch(Color, String)
  /// A ramp with what its ends stand for and the name of the quantity.
  case ramp(ColorRamp, domain: ClosedRange<Double>, String)
  /// Words alone.
  case note(String)
}

/// Draws the keys of a plot in rows from the left.
struct KeyRows {
  let keys: [Key]
  let theme: Theme
  let measurer: TextMeasurer
  let width: Double

  private var style: TextStyle { theme.tick }
  private var rowHeight: Double { style.size * 2 }
  private var gap: Double { style.size * 1.6 }
  private var symbolWidth: Double { style.size * 1.9 }
  private var rampWidth: Double { style.size * 11 }

  /// Height of all rows in points; 0 without keys.
  var height: Double { Double(rows.count) * rowHeight }

  func draw(at origin: Point, into drawing: inout Drawing) {
    for (index, row) in rows.enumerated() {
      var x = origin.x
      let middle = origin.y + (Double(index) + 0.5) * rowHeight
      for key in row {
        draw(key, x: x, middle: middle, into: &drawing)
        x += width(of: key) + gap
      }
    }
  }

  private var rows: [[Key]] {
    var rows: [[Key]] = []
    var used = 0.0
    for key in keys.flatMap(pieces) {
      let needed = width(of: key)
      if rows.isEmpty || used + needed > width {
        rows.append([key])
        used = needed + gap
      } else {
        rows[rows.count - 1].append(key)
        used += needed + gap
      }
    }
    return rows
  }

  /// Words alone break into lines where they are wider than the page.
  private func pieces(of key: Key) -> [Key] {
    guard case .note(let text) = key else { return [key] }
    return measurer.lines(of: text, style, width: width).map { .note($0) }
  }

  private func width(of key: Key) -> Double {
    switch key {
    case .dot(_, _, let name), .ring(_, let name), .line(_, _, _, let name), .swatch(_, let name):
      return symbolWidth + measurer.width(name, style)
    case .ramp(_, let domain, let name):
      let ends = rampLabels(domain)
      return measurer.width(name, style) + measurer.width(ends.0, style)
        + measurer.width(ends.1, style) + rampWidth + style.size * 1.6
    case .note(let text): return measurer.width(text, style)
    }
  }

  private func rampLabels(_ domain: ClosedRange<Double>) -> (String, String) {
    let isPlain = domain.upperBound - domain.lowerBound >= 0.1
    func text(_ value: Double) -> String {
      // A low end that is not 0, as of a logarithmic ramp, is not written as 0.
      let short = NumberText.short(value, places: 2)
      return isPlain && (short != "0" || value == 0)
        ? short : NumberText.significant(value, digits: 2)
    }
    return (text(domain.lowerBound), text(domain.upperBound))
  }

  private func draw(_ key: Key, x: Double, middle: Double, into drawing: inout Drawing) {
    let center = Point(x + symbolWidth * 0.38, middle)
    let symbolEnd = x + symbolWidth * 0.78
    var name = ""
    switch key {
    case .dot(let shape, let color, let text):
      name = text
      drawing.fill(shape.path(center, radius: style.size * 0.42), color)
    case .ring(let color, let text):
      name = text
      drawing.stroke(
        .circle(center, radius: style.size * 0.5), color, StrokeStyle(width: theme.line))
    case .line(let color, let width, let dash, let text):
      name = text
      drawing.stroke(
        .polyline([Point(x, middle), Point(symbolEnd, middle)]), color,
        StrokeStyle(width: width, dash: dash))
    case .swatch(let color, let text):
      name = text
      let box = Rectangle(
        x: x, y: middle - style.size * 0.45, width: symbolWidth * 0.76, height: style.size * 0.9)
      drawing.fill(.rectangle(box, radius: 1), color)
    case .ramp(let ramp, let domain, let text):
      drawRamp(ramp, domain: domain, name: text, x: x, middle: middle, into: &drawing)
      return
    case .note(let text):
      drawing.text(
        text, at: Point(x, middle), style, theme.quietInk, vertical: .middle, measuring: measurer)
      return
    }
    drawing.text(
      name, at: Point(x + symbolWidth, middle), style, theme.ink, vertical: .middle,
      measuring: measurer)
  }

  private func drawRamp(
    _ ramp: ColorRamp, domain: ClosedRange<Double>, name: String, x: Double, middle: Double,
    into drawing: inout Drawing
  ) {
    let ends = rampLabels(domain)
    var x = x
    func write(_ text: String, _ color: Color) {
      drawing.text(
        text, at: Point(x, middle), style, color, vertical: .middle, measuring: measurer)
      x += measurer.width(text, style)
    }
    write(name, theme.ink)
    x += style.size * 0.8
    write(ends.0, theme.quietInk)
    x += style.size * 0.4
    let box = Rectangle(
      x: x, y: middle - style.size * 0.42, width: rampWidth, height: style.size * 0.84)
    drawing.commands.append(
      .image(Raster(columns: 256, rows: 1, pixels: ramp.table, isSmooth: false), box))
    drawing.stroke(.rectangle(box), theme.frame, StrokeStyle(width: theme.hairline))
    x += rampWidth + style.size * 0.4
    write(ends.1, theme.quietInk)
  }
}
