public import Drawings
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
  public var book: FrameBook?
  /// What the figure has computed when it was drawn before; nil for nothing to be kept.
  public var memory: FigureMemory?

  /// Makes a context.
  public init(
    words: Words, theme: Theme, measurer: TextMeasurer, book: FrameBook? = nil,
    memory: FigureMemory? = nil
  ) {
    self.memory = memory
    self.words = words
    self.theme = theme
    self.measurer = measurer
    self.book = book
  }

  /// What takes long to compute and depends on no word and no color; `name` says on what else.
  func computed<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
    memory?.once(name, make) ?? make()
  }

  /// What an axis or a ramp spans: its own range, or what all frames need.
  func span(_ name: String, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    book?.span(name, range) ?? range
  }

  /// What is equal in all frames of a theme, whatever the language, is made once; what stands alone is
  /// made where it is asked for.
  func once<Value: Sendable, Failure: Error>(
    _ name: String, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard let book else { return try make() }
    return try book.once("\(theme.name) \(name)", make)
  }
}
