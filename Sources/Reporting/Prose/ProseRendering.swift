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

  /// Writes `prose` with the figures in it.
  ///
  /// - Parameters:
  ///   - prose: Markdown.
  ///   - formulas: The formulas in it.
  ///   - title: The heading if the prose has none of the first level.
  ///   - words: The words around figures.
  ///   - known: Names of the figures there are; an image of any other becomes its text.
  ///   - figureHTML: One figure as HTML; its number, and whether it is its first place.
  init(
    _ prose: String, _ formulas: [FormulaReport] = [], title: String, words: PageWords,
    known: Set<String>,
    figureHTML: (_ name: String, _ number: Int, _ isFirst: Bool) -> String
  ) {
    let places = FormulaPlaces(prose, formulas)
    let tree = MarkdownTree(parsing: HangulRepair.prepared(places.prose))
    Self.defuseHTML(in: tree)
    Self.setOneTitle(title, in: tree)
    sections = Self.markSections(in: tree, places)
    var figures = FigureSlots()
    let numbers = Self.placeFigures(in: tree, known: known) { name, number, isFirst in
      figures.slot(for: figureHTML(name, number, isFirst))
    }
    Self.linkMentions(in: tree, numbers: numbers, words: words)
    Self.makeTablesScroll(in: tree, words: words)
    places.restoreTeX(in: tree)
    html = figures.filled(
      places.withFormulas(HangulRepair.finished(tree.html(), of: places.prose)))
  }

  /// Comments go; any other HTML is shown as the text that it is.
  private static func defuseHTML(in tree: MarkdownTree) {
    for node in tree.root.descendants {
      guard node.kind == "html_inline" || node.kind == "html_block" else { continue }
      let text = withoutComments(node.literal)
      let isBlank = text.allSatisfy { $0.isWhitespace }
      let shown = node.kind == "html_inline" ? MarkdownNode.text(text) : .paragraph(text)
      node.replace(with: isBlank ? [] : [shown])
      if isBlank { shown.remove() }
    }
  }

  private static func withoutComments(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while let start = rest.firstRange(of: "<!--") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// Keeps the first heading of level 1, or puts one in; later ones move a level down.
  private static func setOneTitle(_ title: String, in tree: MarkdownTree) {
    let titles = tree.root.descendants.filter { $0.headingLevel == 1 }
    for heading in titles.dropFirst() { heading.headingLevel = 2 }
    guard titles.isEmpty else { return }
    let heading = MarkdownNode.heading(title)
    if let first = tree.root.children.first {
      heading.insert(before: first)
    } else {
      tree.root.append(heading)
    }
  }

  /// Puts a place to lead to into every heading of the second level.
  private static func markSections(in tree: MarkdownTree, _ places: FormulaPlaces) -> [Section] {
    let headings = tree.root.children.filter { $0.headingLevel == 2 }
    return headings.enumerated().map { index, heading in
      let section = Section(
        id: "section-\(index + 1)",
        text: HangulRepair.finished(places.bare(heading.plainText), of: places.prose))
      let anchor = MarkdownNode.inlineHTML("<span id=\"\(section.id)\"></span>")
      if let first = heading.children.first {
        anchor.insert(before: first)
      } else {
        heading.append(anchor)
      }
      return section
    }
  }

  /// Moves every figure behind the block that shows it; gives the numbers by name.
  private static func placeFigures(
    in tree: MarkdownTree, known: Set<String>, figureHTML: (String, Int, Bool) -> String
  ) -> [String: Int] {
    var numbers: [String: Int] = [:]
    // The last thing placed behind a block: the next figure of the same block comes after it.
    var tails: [OpaquePointer: MarkdownNode] = [:]
    // An image within the words of another one goes with it.
    let images = tree.root.descendants.filter { $0.kind == "image" && !$0.isInside("image") }
    for image in images {
      guard let name = FigureMention.figure(at: image.target), known.contains(name) else {
        // Any other image would have to be fetched from somewhere.
        image.replace(with: [.text(image.plainText)])
        continue
      }
      let isFirst = numbers[name] == nil
      let number = numbers[name] ?? numbers.count + 1
      numbers[name] = number
      let block = image.outerBlock
      let figure = MarkdownNode.html(figureHTML(name, number, isFirst))
      figure.insert(after: tails[block.pointer] ?? block)
      tails[block.pointer] = figure
      image.remove()
    }
    for block in tails.keys.map({ MarkdownNode($0) }) where block.isEmptyParagraph {
      block.remove()
    }
    return numbers
  }

  /// Turns `@fig-NAME` into links to the figures; what names no figure of the page is left alone.
  private static func linkMentions(
    in tree: MarkdownTree, numbers: [String: Int], words: PageWords
  ) {
    for node in tree.root.descendants where node.kind == "text" && node.literal.contains("@fig-") {
      let isInLink = node.isInside("link")
      node.replace(
        with: FigureMention.pieces(of: node.literal).map { piece in
          switch piece {
          case .text(let text): return .text(text)
          case .figure(let name):
            guard let number = numbers[name] else { return .text("@fig-\(name)") }
            let text = words.figure(number)
            return isInLink ? .text(text) : .link(text, to: "#fig-\(name)")
          }
        })
    }
  }

  /// Wide tables scroll by themselves, also by keyboard, rather than widen the page.
  private static func makeTablesScroll(in tree: MarkdownTree, words: PageWords) {
    for table in tree.root.descendants where table.kind == "table" {
      let label = words(.table)
      let frame = MarkdownNode.html(
        "<div class=\"table\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">", "</div>")
      frame.insert(before: table)
      frame.append(table)
    }
  }
}

extension MarkdownNode {
  /// The nearest block around the node behind which another block may stand.
  fileprivate var outerBlock: MarkdownNode {
    let holders: Set = ["document", "block_quote", "item", "custom_block"]
    var node = self
    while let parent = node.parent, !holders.contains(parent.kind) { node = parent }
    return node
  }

  fileprivate var isEmptyParagraph: Bool {
    kind == "paragraph" && children.allSatisfy { $0.kind == "softbreak" || $0.isBlankText }
  }

  private var isBlankText: Bool { kind == "text" && literal.allSatisfy { $0.isWhitespace } }

  func isInside(_ kind: String) -> Bool {
    var node = parent
    while let outer = node {
      if outer.kind == kind { return true }
      node = outer.parent
    }
    return false
  }
}
