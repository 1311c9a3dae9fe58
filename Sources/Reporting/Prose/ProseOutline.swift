/// What the prose of a lesson shows, in order: its sections, and its figures with their numbers.
public struct ProseOutline: Equatable, Sendable {
  /// One thing that it shows.
  public enum Item: Equatable, Sendable {
    /// The heading of a section: one of the second level.
    case section(String)
    /// A figure, where it is shown first.
    case figure(name: String, number: Int)
  }

  /// The items in order.
  public let items: [Item]

  /// Reads `prose`.
  ///
  /// - Parameters:
  ///   - prose: Markdown; nil for a lesson without prose, which shows its figures one after the other.
  ///   - formulas: The formulas in it.
  ///   - known: Names of the figures there are, in the order of the lesson file.
  public init(_ prose: String?, _ formulas: [FormulaReport] = [], known: [String]) {
    guard let prose else {
      items = known.enumerated().map { .figure(name: $1, number: $0 + 1) }
      return
    }
    let places = FormulaPlaces(prose, formulas)
    let tree = MarkdownTree(parsing: places.prose)
    var items: [Item] = []
    var seen: Set<String> = []
    // As on the page, a second heading of the first level is one of a section.
    var hasTitle = false
    for node in tree.root.descendants {
      if node.kind == "image", !node.isInside("image") {
        guard let name = FigureMention.figure(at: node.target), known.contains(name),
          seen.insert(name).inserted
        else { continue }
        items.append(.figure(name: name, number: seen.count))
      } else if node.headingLevel == 2 || node.headingLevel == 1 && hasTitle {
        items.append(.section(places.spoken(Self.plain(node.plainText))))
      } else if node.headingLevel == 1 {
        hasTitle = true
      }
    }
    self.items = items
  }

  /// A heading in which bold text may have stayed open before Hangul, as plain text.
  private static func plain(_ heading: String) -> String {
    guard heading.contains("**") else { return heading }
    let tree = MarkdownTree(parsing: HangulRepair.prepared(heading))
    return HangulRepair.finished(tree.root.plainText, of: heading)
  }

  /// Names of the figures, in order.
  public var figures: [String] {
    items.compactMap { if case .figure(let name, _) = $0 { name } else { nil } }
  }
}
