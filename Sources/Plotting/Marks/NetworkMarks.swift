public import Drawings

/// A connection between two units, in data units, with a look that carries its weight.
public struct Link: Sendable, Equatable {
  /// Where it begins.
  public var start: Point
  /// Where it ends.
  public var end: Point
  /// Points across.
  public var width: Double
  /// The color.
  public var color: Color
  /// Words on the line, such as the weight; empty for none.
  public var label: String
  /// How far along the line the words stand, 0 (start) to 1.
  public var labelPlace: Double
  /// The ink of the words; that of the line where nil.
  public var labelColor: Color?

  /// Makes a link.
  public init(
    from start: Point, to end: Point, width: Double, color: Color, label: String = "",
    labelPlace: Double = 0.5, labelColor: Color? = nil
  ) {
    self.start = start
    self.end = end
    self.width = width
    self.color = color
    self.label = label
    self.labelPlace = labelPlace
    self.labelColor = labelColor
  }
}

/// A unit of a network: a circle with a value inside and a name beside it.
public struct NetworkUnit: Sendable, Equatable {
  /// Where its center is, in data units.
  public var place: Point
  /// Points from the center to the edge.
  public var radius: Double
  /// The inside.
  public var fill: Color
  /// The edge.
  public var outline: Color
  /// The value inside; empty for none.
  public var value: String
  /// The ink of the value.
  public var ink: Color
  /// The name above; empty for none.
  public var name: String
  /// The quantity below, such as the bias; empty for none.
  public var footnote: String

  /// Makes a unit.
  public init(
    at place: Point, radius: Double, fill: Color, outline: Color, value: String = "", ink: Color,
    name: String = "", footnote: String = ""
  ) {
    self.place = place
    self.radius = radius
    self.fill = fill
    self.outline = outline
    self.value = value
    self.ink = ink
    self.name = name
    self.footnote = footnote
  }
}

extension Mark {
  /// Connections; the words of all of them stand above all lines.
  public static func links(_ links: [Link]) -> Mark {
    Mark(extent: Extent(of: links.flatMap { [$0.start, $0.end] }), isClipped: false) {
      frame, drawing in
      let placed = links.map { ($0, frame.place($0.start), frame.place($0.end)) }
        .filter { $1.isFinite && $2.isFinite }
      for (link, a, b) in placed {
        drawing.stroke(
          .polyline([a, b]), link.color, StrokeStyle(width: link.width, cap: .round))
      }
      for (link, a, b) in placed where !link.label.isEmpty {
        let place = Point(
          a.x + (b.x - a.x) * link.labelPlace, a.y + (b.y - a.y) * link.labelPlace)
        drawing.plateText(
          link.label, at: place, frame.theme.tick, link.labelColor ?? link.color,
          plate: frame.theme.background,
          measuring: frame.measurer)
      }
    }
  }

  /// Units of a network, above their connections.
  public static func units(_ units: [NetworkUnit]) -> Mark {
    Mark(extent: Extent(of: units.map { $0.place }), isClipped: false) { frame, drawing in
      let theme = frame.theme
      for unit in units {
        let center = frame.place(unit.place)
        guard center.isFinite else { continue }
        let circle = Path.circle(center, radius: unit.radius)
        drawing.fill(circle, unit.fill)
        drawing.stroke(circle, unit.outline, StrokeStyle(width: theme.line * 0.8))
        drawing.text(
          unit.value, at: center, theme.label, unit.ink, horizontal: .middle, vertical: .middle,
          measuring: frame.measurer)
        drawing.plateText(
          unit.name, at: center.moved(0, -unit.radius - theme.label.size * 0.45), theme.label.bold,
          theme.ink, plate: theme.background.opacity(0.86), vertical: .bottom,
          measuring: frame.measurer)
        drawing.plateText(
          unit.footnote, at: center.moved(0, unit.radius + theme.tick.size * 0.5), theme.tick,
          theme.quietInk, plate: theme.background.opacity(0.86), vertical: .top,
          measuring: frame.measurer)
      }
    }
  }
}

extension Theme {
  /// Dark or white text, whichever reads better on `fill`: a contrast of 4.5 at least, as WCAG 2.2 asks for.
  public func ink(on fill: Color) -> Color {
    let (dark, light) = (Color(hex: 0x14181D), Color(hex: 0xFFFFFF))
    let better = fill.contrast(with: dark) >= fill.contrast(with: light) ? dark : light
    // Where both fall short, plain black does not: 21 / 4.5 is more than 4.5.
    return fill.contrast(with: better) >= 4.5 ? better : Color(hex: 0x000000)
  }
}
