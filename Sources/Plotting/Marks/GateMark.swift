public import Drawings

/// A gate of a circuit: a circle with its operation inside, longer where the operation is.
public struct Gate: Sendable, Equatable {
  /// The middle of the left edge, in data units.
  public var place: Point
  /// The operation.
  public var symbol: String
  /// The color of the edge.
  public var outline: Color
  /// How large the gate is, 1 for the theme's sizes.
  public var scale: Double

  /// Makes a gate.
  public init(at place: Point, symbol: String, outline: Color, scale: Double = 1) {
    self.place = place
    self.symbol = symbol
    self.outline = outline
    self.scale = scale
  }

  /// Points from the middle to the upper edge.
  public static func radius(_ theme: Theme, scale: Double) -> Double {
    theme.label.size * 1.15 * scale
  }

  /// Points from the left to the right edge: a circle, or a longer form around a long operation.
  public static func width(
    of symbol: String, _ theme: Theme, scale: Double, measuring measurer: TextMeasurer
  ) -> Double {
    let style = TextStyle(size: theme.label.size * scale, isBold: true)
    return max(2 * radius(theme, scale: scale), measurer.width(symbol, style) + style.size * 0.9)
  }
}

extension Mark {
  /// Gates of a circuit.
  public static func gates(_ gates: [Gate]) -> Mark {
    Mark(extent: Extent(of: gates.map { $0.place }), isClipped: false) { frame, drawing in
      let theme = frame.theme
      for gate in gates {
        let left = frame.place(gate.place)
        guard left.isFinite else { continue }
        let radius = Gate.radius(theme, scale: gate.scale)
        let width = Gate.width(
          of: gate.symbol, theme, scale: gate.scale, measuring: frame.measurer)
        let box = Rectangle(x: left.x, y: left.y - radius, width: width, height: 2 * radius)
        let outline = Path.rectangle(box, radius: radius)
        drawing.fill(outline, theme.panel)
        drawing.stroke(outline, gate.outline, StrokeStyle(width: theme.line * 0.8))
        drawing.text(
          gate.symbol, at: box.center, TextStyle(size: theme.label.size * gate.scale, isBold: true),
          theme.ink, horizontal: .middle, vertical: .middle, measuring: frame.measurer)
      }
    }
  }
}
