public import Drawings

/// A piece of text at a place in data units.
public struct TextLabel: Sendable, Equatable {
  /// The words.
  public var text: String
  /// Where, in data units.
  public var place: Point
  /// Points to the right and down from there.
  public var offset: Size
  /// Which part of the text stands there.
  public var horizontal: HorizontalAnchor
  /// Which height of the text stands there.
  public var vertical: VerticalAnchor
  /// The look; nil for the theme's labels.
  public var style: TextStyle?
  /// The ink; nil for the theme's.
  public var color: Color?
  /// Whether the page's color is laid under the text.
  public var hasPlate: Bool

  /// Makes a label.
  public init(
    _ text: String, at place: Point, offset: Size = Size(0, 0),
    horizontal: HorizontalAnchor = .middle, vertical: VerticalAnchor = .middle,
    style: TextStyle? = nil, color: Color? = nil, hasPlate: Bool = false
  ) {
    self.text = text
    self.place = place
    self.offset = offset
    self.horizontal = horizontal
    self.vertical = vertical
    self.style = style
    self.color = color
    self.hasPlate = hasPlate
  }
}

extension Mark {
  /// Texts at places in data units; not confined to the panel.
  public static func labels(_ labels: [TextLabel]) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      for label in labels {
        let place = frame.place(label.place).moved(label.offset.width, label.offset.height)
        guard place.isFinite else { continue }
        let style = label.style ?? frame.theme.label
        let color = label.color ?? frame.theme.ink
        if label.hasPlate {
          drawing.plateText(
            label.text, at: place, style, color, plate: frame.theme.background.opacity(0.86),
            horizontal: label.horizontal, vertical: label.vertical, measuring: frame.measurer)
        } else {
          drawing.text(
            label.text, at: place, style, color, horizontal: label.horizontal,
            vertical: label.vertical, measuring: frame.measurer)
        }
      }
    }
  }
}
