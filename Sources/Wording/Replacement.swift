/// What the standard library's `split(separator:)` and `replacing(_:with:)` do for pieces of text, and do
/// not in Embedded Swift, where regular expressions and all that comes with them are missing.
extension String {
  /// The pieces of the text between occurrences of `separator`, at least one.
  ///
  /// Characters are compared as a reader sees them, so that `e` is not found in `é`. An empty separator
  /// is nowhere.
  public func pieces(between separator: String) -> [Substring] {
    guard !separator.isEmpty else { return [self[...]] }
    let length = separator.count
    var pieces: [Substring] = []
    var (start, index) = (startIndex, startIndex)
    while index < endIndex {
      if self[index...].starts(with: separator) {
        pieces.append(self[start..<index])
        index = self.index(index, offsetBy: length)
        start = index
      } else {
        formIndex(after: &index)
      }
    }
    return pieces + [self[start...]]
  }

  /// The text with `replacement` in the place of every `piece`.
  public func replacing(every piece: String, with replacement: String) -> String {
    pieces(between: piece).joined(separator: replacement)
  }
}
