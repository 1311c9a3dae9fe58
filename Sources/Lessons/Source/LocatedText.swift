/// A scalar of a lesson file: its text, and where each part of it stands.
///
/// Little grammars inside a scalar, such as `2 tanh`, are read from ``words``, whose errors point at
/// the word and not at the start of the scalar.
public struct LocatedText: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// How a scalar was written.
  enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, block
  }

  /// The text, without quotes and with escapes decoded.
  public let text: String
  /// Where the text begins; at the opening quote if it has one.
  public let location: SourceLocation
  let style: Style
  /// Whether `location` is that of the opening quote or of the `|` or `>` of a block.
  let isWhole: Bool
  let source: SourceText

  /// Whether the text was written in quotes or as a block (`|`, `>`); false for a part of one.
  public var isQuoted: Bool { isWhole && style != .plain }

  /// Whether nothing was written where a value was expected, or `null` or `~`.
  public var isEmpty: Bool {
    style == .plain && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text.
  public var description: String { text }

  init(
    _ text: String, at location: SourceLocation, style: Style, isWhole: Bool = true,
    in source: SourceText
  ) {
    self.text = text
    self.location = location
    self.style = style
    self.isWhole = isWhole
    self.source = source
  }

  /// Makes a text that stands at `location` of `source`, unquoted.
  public init(_ text: String, at location: SourceLocation, in source: SourceText) {
    self.init(text, at: location, style: .plain, in: source)
  }

  /// Two texts are equal when they say the same at the same place.
  public static func == (left: LocatedText, right: LocatedText) -> Bool {
    left.text == right.text && left.location == right.location && left.style == right.style
  }

  /// Hashes the text and the place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(location)
  }

  /// The words between spaces and tabs, each at its own place.
  public var words: [LocatedText] {
    var trail = SourceTrail(of: self)
    return text.split { $0 == " " || $0 == "\t" || $0 == "\n" }.map { word in
      part(String(word), at: trail.location(of: word.startIndex))
    }
  }

  /// A part of the text, at its own place; its location is exact in quoted and folded text too.
  public subscript(range: Range<String.Index>) -> LocatedText {
    part(String(text[range]), at: location(of: range.lowerBound))
  }

  /// Where the character at `index` of ``text`` stands in the file.
  public func location(of index: String.Index) -> SourceLocation {
    var trail = SourceTrail(of: self)
    return trail.location(of: index)
  }

  /// Where a part of ``text`` begins in the file.
  public func location(of range: Range<String.Index>) -> SourceLocation {
    location(of: range.lowerBound)
  }

  private func part(_ text: String, at location: SourceLocation) -> LocatedText {
    LocatedText(text, at: location, style: style, isWhole: false, in: source)
  }

  /// An error at this text.
  public func error(_ message: String, help: String? = nil) -> LessonError {
    source.error(message, at: location, help: help ?? Typography.help(for: text))
  }
}
