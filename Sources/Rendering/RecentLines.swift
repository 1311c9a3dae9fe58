import Drawings

/// Lines of text that were laid out a short while ago, in two generations.
///
/// When the young one is full, the old one is forgotten and the young one takes its place. What is used again becomes
/// young again.
///
/// A line takes about a kilobyte for each of its characters, most of it for outlines. Frames of an animation bring
/// ever new numbers: without a limit they would all be kept.
struct RecentLines {
  private struct Key: Hashable {
    let content: String
    let style: TextStyle
  }

  /// Characters, in UTF-8, of one generation: more than the texts of a figure and of a page of slides.
  private static let limit = 8192

  private var young: [Key: TextLine] = [:]
  private var old: [Key: TextLine] = [:]
  private var size = 0

  /// The line for `content` in `style`, laid out by `make` if it is not there.
  mutating func line(
    _ content: String, _ style: TextStyle, orMake make: () -> TextLine
  ) -> TextLine {
    let key = Key(content: content, style: style)
    if let line = young[key] { return line }
    let line = old[key] ?? make()
    if size + content.utf8.count > Self.limit {
      (old, young, size) = (young, [:], 0)
    }
    young[key] = line
    size += content.utf8.count
    return line
  }

  /// Forgets all lines.
  mutating func removeAll() { (young, old, size) = ([:], [:], 0) }
}
