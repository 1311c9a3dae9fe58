/// Which part of a text stands at the given place.
public enum HorizontalAnchor: Sendable, Equatable {
  /// The text begins there.
  case start
  /// The text is centered there.
  case middle
  /// The text ends there.
  case end
}

/// Which height of a line of text stands at the given place.
public enum VerticalAnchor: Sendable, Equatable {
  /// The line on which letters stand.
  case baseline
  /// Half the height of a capital.
  case middle
  /// The top of a capital.
  case top
  /// The deepest descender.
  case bottom
}

extension Drawing {
  /// Writes one line of text so that its anchor falls on `place`; `rotation` turns it clockwise there.
  public mutating func text(
    _ content: String, at place: Point, _ style: TextStyle, _ color: Color,
    horizontal: HorizontalAnchor = .start, vertical: VerticalAnchor = .baseline,
    rotation: Double = 0, measuring measurer: TextMeasurer
  ) {
    guard !content.isEmpty else { return }
    let extent = measurer.measure(content, style)
    let dx: Double
    switch horizontal {
    case .start: dx = 0
    case .middle: dx = -extent.width / 2
    case .end: dx = -extent.width
    }
    let dy: Double
    switch vertical {
    case .baseline: dy = 0
    case .middle: dy = style.capHeight / 2
    case .top: dy = style.capHeight
    case .bottom: dy = -extent.descent
    }
    // Only quarter turns are used, so the offset turns without trigonometry.
    let turned: (Double, Double)
    switch rotation {
    case 90, -270: turned = (-dy, dx)
    case -90, 270: turned = (dy, -dx)
    case 180, -180: turned = (-dx, -dy)
    default: turned = (dx, dy)
    }
    commands.append(
      .text(
        PlacedText(
          content, origin: place.moved(turned.0, turned.1), style: style, color: color,
          rotation: rotation, width: extent.width)))
  }

  /// Writes text with an edge of the page's color around it, so that it reads on top of lines.
  public mutating func plateText(
    _ content: String, at place: Point, _ style: TextStyle, _ color: Color, plate: Color,
    horizontal: HorizontalAnchor = .middle, vertical: VerticalAnchor = .middle,
    measuring measurer: TextMeasurer
  ) {
    guard !content.isEmpty else { return }
    let extent = measurer.measure(content, style)
    let (padX, padY) = (style.size * 0.2, style.size * 0.18)
    var x = place.x
    if horizontal == .middle { x -= extent.width / 2 }
    if horizontal == .end { x -= extent.width }
    var top = place.y - style.capHeight
    switch vertical {
    case .middle: top = place.y - style.capHeight / 2
    case .top: top = place.y
    case .bottom: top = place.y - extent.descent - style.capHeight
    case .baseline: break
    }
    let box = Rectangle(
      x: x - padX, y: top - padY, width: extent.width + 2 * padX,
      height: style.capHeight + 2 * padY)
    fill(.rectangle(box, radius: style.size * 0.15), plate)
    text(
      content, at: place, style, color, horizontal: horizontal, vertical: vertical,
      measuring: measurer)
  }
}
