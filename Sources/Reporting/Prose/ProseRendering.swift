import Prose

/// The prose of a lesson as HTML, with its figures numbered in the order in which they appear.
struct ProseRendering {
  /// A heading of the second level: what a list of contents leads to.
  struct Section: Equatable {
    /// The id of its heading, the same in every language.
    let id: String
    let text: String
  }

  /// The HTML; it has exactly one heading of the first level.
  let html: String
  /// The sections in order.
  let sections: [Section]

  /// Writes a prose with the figures in it.
  ///
  /// - Parameters:
  ///   - tree: The prose.
  ///   - formulas: The formulas in it.
  ///   - title: The heading if the prose has none of the first level.
  ///   - words: The words around figures.
  ///   - known: Names of the figures there are; an image of any other becomes its text.
  ///   - figureHTML: One figure as HTML; its number, and whether it is its first place.
  init(
    _ tree: ProseTree, _ formulas: [FormulaReport] = [], title: String, words: PageWords,
    known: Set<String>,
    figureHTML: @escaping (_ name: String, _ number: Int, _ isFirst: Bool) -> String
  ) {
    let headings = tree.sectionHeadings
    sections = headings.enumerated().map { number, heading in
      Section(
        id: "section-\(number + 1)",
        text: tree.plainText(in: heading, withHTML: true) { $0.tex })
    }
    let anchors = zip(headings, sections).map { ($0, $1.id) }
    var writer = ProseHTML(
      ProseHTML.Content(
        tree: tree, formulas: FormulaMarkup(formulas), words: words,
        numbers: tree.figureNumbers(among: known),
        anchors: Dictionary(uniqueKeysWithValues: anchors), figureHTML: figureHTML))
    html = writer.html(titled: tree.hasTitle ? nil : title)
  }
}

extension ProseTree {
  /// Whether there is a heading of the first level.
  fileprivate var hasTitle: Bool { nodes.contains { $0.kind == .heading(level: 1) } }

  /// The outermost headings of the second level, and those of the first level but for the title.
  fileprivate var sectionHeadings: [Int] {
    let title = nodes.firstIndex { $0.kind == .heading(level: 1) }
    return children().filter { index in
      switch nodes[index].kind {
      case .heading(level: 2): true
      case .heading(level: 1): index != title
      default: false
      }
    }
  }

  /// The indices of images of figures among `known`, in order; one within the words of another image goes
  /// with it.
  func figures(among known: Set<String>) -> [(index: Int, name: String)] {
    var figures: [(index: Int, name: String)] = []
    var index = 0
    while index < nodes.count {
      guard case .image(_, let figure) = nodes[index].kind else {
        index += 1
        continue
      }
      if let figure, known.contains(figure) { figures.append((index, figure)) }
      index = nodes[index].end
    }
    return figures
  }

  /// The numbers of figures among `known`, in the order in which they are shown first.
  fileprivate func figureNumbers(among known: Set<String>) -> [String: Int] {
    figures(among: known).reduce(into: [:]) { numbers, figure in
      if numbers[figure.name] == nil { numbers[figure.name] = numbers.count + 1 }
    }
  }
}
