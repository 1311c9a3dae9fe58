/// How a lesson begins, for a list of lessons.
enum ProseSummary {
  /// The first paragraph as plain text; nil if there is none with words in it.
  static func text(of prose: String, _ formulas: [FormulaReport]) -> String? {
    // It stands near the top: no more is read than it takes.
    var end = prose.startIndex
    while let gap = prose[end...].firstRange(of: "\n\n") {
      if let text = firstText(of: String(prose[..<gap.lowerBound]), formulas) { return text }
      end = gap.upperBound
    }
    return firstText(of: prose, formulas)
  }

  private static func firstText(of prose: String, _ formulas: [FormulaReport]) -> String? {
    let places = FormulaPlaces(prose, formulas)
    let tree = MarkdownTree(parsing: HangulRepair.prepared(places.prose))
    for node in tree.root.children where node.kind == "paragraph" {
      guard !node.descendants.contains(where: { $0.kind == "image" }) else { continue }
      let text = HangulRepair.finished(places.spoken(node.plainText), of: places.prose)
      if text.contains(where: { !$0.isWhitespace }) { return whole(text) }
    }
    return nil
  }

  /// Without a last sentence that leads to something that follows.
  private static func whole(_ text: String) -> String {
    guard text.hasSuffix(":"), let end = text.lastIndex(where: { ".?!".contains($0) }) else {
      return text
    }
    return String(text[...end])
  }
}
