/// How a lesson begins, for a list of lessons.
enum ProseSummary {
  /// The first paragraph as plain text; nil if there is none with words in it.
  static func text(of prose: String, _ formulas: [FormulaReport]) -> String? {
    let places = FormulaPlaces(prose, formulas)
    let tree = MarkdownTree(parsing: HangulRepair.prepared(places.prose))
    for node in tree.root.children where node.kind == "paragraph" {
      guard !node.descendants.contains(where: { $0.kind == "image" }) else { continue }
      let text = HangulRepair.finished(places.bare(node.plainText), of: places.prose)
      if text.contains(where: { !$0.isWhitespace }) { return text }
    }
    return nil
  }
}
