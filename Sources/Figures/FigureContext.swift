public import Drawings
public import Plotting

/// Everything a figure may know besides what its scenarios gave.
public struct FigureContext: Sendable {
  /// The words of the language.
  public var words: Words
  /// Colors, sizes and widths.
  public var theme: Theme
  /// The font metrics.
  public var measurer: TextMeasurer
  /// What the frames of an animation have in common; nil for a figure that stands alone.
  public var scales: FrameScales?
  /// What the figure has computed when it was drawn before; nil for nothing to be kept.
  public var memory: FigureMemory?
  /// Which part of a figure of several is drawn, so that parts share no key; nil for a whole figure.
  private var part: Int?

  /// Makes a context.
  public init(
    words: Words, theme: Theme, measurer: TextMeasurer, scales: FrameScales? = nil,
    memory: FigureMemory? = nil
  ) {
    self.memory = memory
    self.words = words
    self.theme = theme
    self.measurer = measurer
    self.scales = scales
  }

  /// The context of one part of a figure of several, counted from 0.
  func ofPart(_ index: Int) -> FigureContext {
    var copy = self
    copy.part = index
    return copy
  }

  /// What takes long to compute and depends on no word and no color, but on its key alone.
  func computed<Key: ValueKey>(_ key: Key, _ make: () -> Key.Value) -> Key.Value {
    memory?.once(ScopedKey(part: part, key: key), make) ?? make()
  }

  /// What an axis or a ramp spans: its own range, or what all frames need.
  func span(_ key: some Hashable & Sendable, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    scales?.span(ScopedKey(part: part, key: key), range) ?? range
  }

  /// What is equal in all frames of a theme, whatever the language, is made once; what stands alone is
  /// made where it is asked for.
  func once<Key: ValueKey, Failure: Error>(
    _ key: Key, _ make: () throws(Failure) -> Key.Value
  ) throws(Failure) -> Key.Value {
    guard let scales else { return try make() }
    return try scales.made.once(ScopedKey(part: part, theme: theme.name, key: key), make)
  }
}
