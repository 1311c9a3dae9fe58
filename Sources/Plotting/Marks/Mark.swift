public import Drawings

/// Something drawn in a panel: what values it spans, and how it is drawn once scales exist.
///
/// A mark sees scaled numbers only and never makes a scale. Points with a NaN or an infinity are left
/// out. Each kind of mark is a static function in a file of its own.
public struct Mark: Sendable {
  /// The values that the panel's scales must cover.
  public let extent: Extent
  /// A label to stand at the right of the panel, at the height of the mark's end.
  public let endLabel: EndLabel?
  /// Whether the mark is confined to the rectangle between the axes.
  public let isClipped: Bool
  /// Draws the mark.
  public let draw: @Sendable (Frame, inout Drawing) -> Void

  /// Makes a mark.
  public init(
    extent: Extent, endLabel: EndLabel? = nil, isClipped: Bool = true,
    draw: @escaping @Sendable (Frame, inout Drawing) -> Void
  ) {
    self.extent = extent
    self.endLabel = endLabel
    self.isClipped = isClipped
    self.draw = draw
  }
}

/// The name of a line, written where it ends.
public struct EndLabel: Sendable, Equatable {
  /// The name.
  public var text: String
  /// The value up at which the line ends.
  public var y: Double
  /// The line's color.
  public var color: Color

  /// Makes an end label.
  public init(text: String, y: Double, color: Color) {
    self.text = text
    self.y = y
    self.color = color
  }
}
