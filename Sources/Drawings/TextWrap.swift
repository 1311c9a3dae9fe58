extension TextMeasurer {
  /// Breaks `text` at spaces into lines no wider than `width`; a word wider than that stays whole.
  ///
  /// Line breaks in the text are kept. Hangul is written with spaces, so the same rule serves both
  /// languages.
  public func lines(of text: String, _ style: TextStyle, width: Double) -> [String] {
    guard !text.isEmpty else { return [] }
    // Most texts fit: measured once, not word by word.
    if !text.contains("\n"), self.width(text, style) <= width { return [text] }
    var result: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if line.isEmpty || self.width(longer, style) <= width {
          line = longer
        } else {
          result.append(line)
          line = String(word)
        }
      }
      result.append(line)
    }
    return result
  }
}

extension TextStyle {
  /// Distance between the baselines of two lines.
  public var leading: Double { size * 1.35 }
}
