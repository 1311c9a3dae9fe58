public import Plotting

/// Everything a figure may know besides its traces.
public struct FigureContext: Sendable {
  /// The words of the language.
  public var words: Words
  /// Colors, sizes and widths.
  public var theme: Theme
  /// The font metrics.
  public var measurer: TextMeasurer

  /// Makes a context.
  public init(words: Words, theme: Theme, measurer: TextMeasurer) {
    self.words = words
    self.theme = theme
    self.measurer = measurer
  }
}
