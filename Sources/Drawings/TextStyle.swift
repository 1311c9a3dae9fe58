/// How a piece of text looks: size, weight, slant.
///
/// The font family is pinned by the renderer.
public struct TextStyle: Equatable, Hashable, Sendable {
  /// Height of the em square in points.
  public var size: Double
  /// Whether strokes are heavy.
  public var isBold: Bool
  /// Whether letters lean.
  public var isSlanted: Bool

  /// Makes a style.
  public init(size: Double, isBold: Bool = false, isSlanted: Bool = false) {
    self.size = size
    self.isBold = isBold
    self.isSlanted = isSlanted
  }

  /// The same style in bold.
  public var bold: TextStyle { TextStyle(size: size, isBold: true, isSlanted: isSlanted) }
  /// The same style leaning.
  public var slanted: TextStyle { TextStyle(size: size, isBold: isBold, isSlanted: true) }

  /// Height of a capital letter or a digit in points (DejaVu Sans: 0.729 em).
  public var capHeight: Double { size * 0.729 }
}

/// The room that one line of text takes, in points.
public struct TextExtent: Equatable, Sendable {
  /// Advance width.
  public var width: Double
  /// Height of the line above the baseline.
  public var ascent: Double
  /// Depth of the line below the baseline, positive.
  public var descent: Double

  /// Makes an extent.
  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}

/// The one door to font metrics: Pango behind it in production, a table of widths in tests.
public struct TextMeasurer: Sendable {
  /// Returns the room that one line of text takes in a style.
  public let measure: @Sendable (String, TextStyle) -> TextExtent

  /// Makes a measurer from a function.
  public init(measure: @escaping @Sendable (String, TextStyle) -> TextExtent) {
    self.measure = measure
  }

  /// Width in points of one line.
  public func width(_ text: String, _ style: TextStyle) -> Double { measure(text, style).width }

  /// Every character 0.6 em wide (Hangul and other wide scripts 1 em): layout without fonts.
  public static let fixed = TextMeasurer { text, style in
    var width = 0.0
    for scalar in text.unicodeScalars {
      width += scalar.value >= 0x1100 ? (scalar.value < 0x2E80 ? 0.6 : 1) : 0.6
    }
    return TextExtent(
      width: width * style.size, ascent: style.size * 0.93, descent: style.size * 0.24)
  }
}
