import Prose

/// How a lesson begins, for a list of lessons.
enum ProseSummary {
  /// The first paragraph as plain text; nil if there is none with words in it.
  static func text(of tree: ProseTree, _ formulas: [FormulaReport]) -> String? {
    let formulas = FormulaMarkup(formulas)
    for index in tree.children() where tree.nodes[index].kind == .paragraph {
      guard !tree.nodes[tree.descendants(of: index)].contains(where: { $0.kind.isImage }) else {
        continue
      }
      let text = tree.plainText(in: index, withHTML: false) { formulas.spoken($0) }
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

extension ProseNode {
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }
}
