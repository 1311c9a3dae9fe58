/// Figures on their way through the making of a page.
///
/// Drawings are far longer than the text around them, and nothing is to be done to them: a short mark
/// stands for each until the text is finished.
struct FigureSlots {
  private static let mark: Unicode.Scalar = "\u{10FFFD}"
  private var figures: [String] = []

  /// Keeps a figure.
  ///
  /// - Returns: What stands for it.
  mutating func slot(for figure: String) -> String {
    figures.append(figure)
    return "\(Self.mark)\(figures.count - 1)\(Self.mark)"
  }

  /// The HTML with the figures in their places; a mark that is none of them stays.
  func filled(_ html: String) -> String {
    guard !figures.isEmpty else { return html }
    var result = ""
    result.reserveCapacity(html.utf8.count + figures.reduce(0) { $0 + $1.utf8.count })
    var isPlain = true
    for piece in html.unicodeScalars.split(separator: Self.mark, omittingEmptySubsequences: false) {
      if let number = Int(String(piece)), !isPlain, figures.indices.contains(number) {
        result += figures[number]
        isPlain = true
      } else {
        if !isPlain { result.unicodeScalars.append(Self.mark) }
        result.unicodeScalars.append(contentsOf: piece)
        isPlain = false
      }
    }
    return result
  }
}
