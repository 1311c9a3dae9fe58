public import Plotting

/// Everything a figure may know besides its traces.
public struct FigureContext: Sendable {
  /// The words of the language.
  public var words: Words
  /// Colors, sizes and widths.
  public var theme: Theme
  /// The font metrics.
  public var measurer: TextMeasurer
  /// What the frames of an animation have in common; nil for a figure that stands alone.
  public var spans: SpanBook?

  /// Makes a context.
  public init(
    words: Words, theme: Theme, measurer: TextMeasurer, spans: SpanBook? = nil
  ) {
    self.words = words
    self.theme = theme
    self.measurer = measurer
    self.spans = spans
  }

  /// What an axis or a ramp spans: its own range, or what all frames need.
  func span(_ name: String, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    spans?.span(name, range) ?? range
  }
}
