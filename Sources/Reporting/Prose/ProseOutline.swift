public import Prose

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

  /// Reads a prose.
  ///
  /// - Parameters:
  ///   - prose: The prose; nil for a lesson without one, which shows its figures one after the other.
  ///   - formulas: The formulas in it.
  ///   - known: Names of the figures there are, in the order of the lesson file.
  public init(_ prose: ProseText?, _ formulas: [FormulaReport] = [], known: [String]) {
    let tree = prose?.tree ?? ProseTree(showing: known)
    let formulas = FormulaMarkup(formulas)
    let figures = tree.figures(among: Set(known)).reduce(into: [:]) { $0[$1.index] = $1.name }
    var items: [Item] = []
    var seen: Set<String> = []
    // As on the page, a second heading of the first level is one of a section.
    var hasTitle = false
    for index in tree.nodes.indices {
      switch tree.nodes[index].kind {
      case .image:
        guard let name = figures[index], seen.insert(name).inserted else { continue }
        items.append(.figure(name: name, number: seen.count))
      case .heading(let level) where level == 2 || level == 1 && hasTitle:
        items.append(
          .section(tree.plainText(in: index, withHTML: false) { formulas.spoken($0) }))
      case .heading(level: 1): hasTitle = true
      default: break
      }
    }
    self.items = items
  }

  /// Names of the figures, in order.
  public var figures: [String] {
    items.compactMap { if case .figure(let name, _) = $0 { name } else { nil } }
  }
}
