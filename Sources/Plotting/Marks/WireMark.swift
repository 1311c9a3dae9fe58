public import Drawings

/// A wire of a circuit: a line from left to right with a value above it and a gradient below it.
///
/// The writing stands on one level stretch of the line, the run. What flows forward is upright and
/// above, what flows backward slanted and below, so that no color is needed to tell them apart.
public struct Wire: Sendable, Equatable {
  /// The corners from the source to the target, in data units.
  public var corners: [Point]
  /// Where the run that carries the writing begins, in data units.
  public var runStart: Point
  /// Where the run ends, at the same height.
  public var runEnd: Point
  /// What is written on the run.
  public var writing: WireWriting
  /// Whether the line ends in an arrowhead.
  public var hasHead: Bool
  /// The color of the line.
  public var color: Color
  /// Points across.
  public var width: Double

  /// Makes a wire.
  public init(
    corners: [Point], runStart: Point, runEnd: Point, writing: WireWriting = WireWriting(),
    hasHead: Bool = true, color: Color, width: Double
  ) {
    self.corners = corners
    self.runStart = runStart
    self.runEnd = runEnd
    self.writing = writing
    self.hasHead = hasHead
    self.color = color
    self.width = width
  }
}

/// What stands on a wire; each part may be empty.
public struct WireWriting: Sendable, Equatable {
  /// The name before the beginning of the run.
  public var name = ""
  /// The value, above.
  public var value = ""
  /// The gradient, below.
  public var gradient = ""
  /// How the gradient came about, below it and smaller.
  public var product = ""
  /// The local derivative, in a box at the end of the run.
  public var slope = ""
  /// The name after the end of the run.
  public var endName = ""
  /// How large the writing is, 1 for the theme's sizes.
  public var scale = 1.0

  /// Makes a writing without words.
  public init() {}

  /// Points that the name takes before the run, with a gap; 0 without one.
  public func nameWidth(_ theme: Theme, measuring measurer: TextMeasurer) -> Double {
    room(name, style(theme.label).bold, gap: 0.35, measurer)
  }

  /// Points that the name takes after the run, with a gap; 0 without one.
  public func endNameWidth(_ theme: Theme, measuring measurer: TextMeasurer) -> Double {
    room(endName, style(theme.label).bold, gap: 0.35, measurer)
  }

  /// Points that the run needs so that nothing on it touches.
  public func runWidth(_ theme: Theme, measuring measurer: TextMeasurer) -> Double {
    let numbers = max(
      measurer.width(value, style(theme.label)),
      measurer.width(gradient, style(theme.label).slanted))
    let across = numbers + boxWidth(theme, measurer) + theme.label.size * 0.9 * scale
    return max(across, measurer.width(product, style(theme.tick).slanted), theme.label.size * 2)
  }

  /// Points above the line that the writing takes.
  public static func heightAbove(_ theme: Theme, scale: Double) -> Double {
    theme.label.size * 1.15 * scale
  }

  /// Points below the line that the writing takes, with the product or without.
  public static func depthBelow(_ theme: Theme, scale: Double, hasProduct: Bool) -> Double {
    (theme.label.size * 1.25 + (hasProduct ? theme.tick.size * 1.3 : 0)) * scale
  }

  func style(_ style: TextStyle) -> TextStyle {
    TextStyle(size: style.size * scale, isBold: style.isBold, isSlanted: style.isSlanted)
  }

  /// Points across the box of the local derivative; 0 without one.
  func boxWidth(_ theme: Theme, _ measurer: TextMeasurer) -> Double {
    room(slope, style(theme.tick).slanted, gap: 0.6, measurer)
  }

  private func room(
    _ text: String, _ style: TextStyle, gap: Double, _ measurer: TextMeasurer
  ) -> Double {
    text.isEmpty ? 0 : measurer.width(text, style) + style.size * gap
  }
}

extension Mark {
  /// Wires of a circuit; the words of all of them stand above all lines.
  ///
  /// A wire with a place that is not finite is left out.
  public static func wires(_ wires: [Wire]) -> Mark {
    let extent = Extent(of: wires.flatMap { $0.corners })
    return Mark(extent: extent, isClipped: false) { frame, drawing in
      let finite = wires.filter { wire in
        wire.corners.count > 1 && wire.corners.allSatisfy { frame.place($0).isFinite }
      }
      for wire in finite { drawing.line(of: wire, in: frame) }
      for wire in finite { drawing.writing(of: wire, in: frame) }
    }
  }
}

extension Drawing {
  fileprivate mutating func line(of wire: Wire, in frame: Frame) {
    let places = wire.corners.map(frame.place)
    guard wire.hasHead else {
      stroke(.polyline(places), wire.color, StrokeStyle(width: wire.width))
      return
    }
    if places.count > 2 {
      stroke(.polyline(Array(places.dropLast())), wire.color, StrokeStyle(width: wire.width))
    }
    arrow(
      from: places[places.count - 2], to: places[places.count - 1], color: wire.color,
      width: wire.width)
  }

  fileprivate mutating func writing(of wire: Wire, in frame: Frame) {
    let (theme, measurer, words) = (frame.theme, frame.measurer, wire.writing)
    let (start, end) = (frame.place(wire.runStart), frame.place(wire.runEnd))
    let label = words.style(theme.label)
    let (tick, size) = (words.style(theme.tick).slanted, label.size)
    text(
      words.name, at: start.moved(-size * 0.35, 0), label.bold, theme.ink, horizontal: .end,
      vertical: .middle, measuring: measurer)
    text(
      words.endName, at: end.moved(size * 0.35, 0), label.bold, theme.ink, vertical: .middle,
      measuring: measurer)
    let box = words.boxWidth(theme, measurer)
    // The numbers stand in the middle of what the box leaves of the run.
    let middle = (start.x + end.x - box) / 2
    text(
      words.value, at: Point(middle, start.y - size * 0.32), label, theme.forward,
      horizontal: .middle, measuring: measurer)
    text(
      words.gradient, at: Point(middle, start.y + size * 0.36), label.slanted, theme.gradient,
      horizontal: .middle, vertical: .top, measuring: measurer)
    text(
      words.product, at: Point((start.x + end.x) / 2, start.y + size * 1.42), tick,
      theme.gradient, horizontal: .middle, vertical: .top, measuring: measurer)
    guard box > 0 else { return }
    let height = tick.size * 1.3
    let frameBox = Rectangle(x: end.x - box, y: end.y - height / 2, width: box, height: height)
    let outline = Path.rectangle(frameBox, radius: tick.size * 0.25)
    fill(outline, theme.background)
    stroke(outline, theme.gradient, StrokeStyle(width: theme.hairline))
    text(
      words.slope, at: frameBox.center, tick, theme.gradient, horizontal: .middle,
      vertical: .middle, measuring: measurer)
  }
}
