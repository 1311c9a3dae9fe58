import Prose

/// Writes the nodes of a prose as HTML, byte for byte as cmark would, with figures after the blocks that show
/// them and formulas in MathML.
struct ProseHTML {
  /// What is written.
  struct Content {
    let tree: ProseTree
    let formulas: FormulaMarkup
    let words: PageWords
    /// The numbers of the figures that the page shows.
    let numbers: [String: Int]
    /// The ids of places before the text of headings, by the index of the heading.
    let anchors: [Int: String]
    /// A figure as HTML; its number, and whether it is its first place.
    let figureHTML: (_ name: String, _ number: Int, _ isFirst: Bool) -> String
  }

  /// A node that has begun and not ended.
  struct OpenNode {
    let kind: ProseNode
    /// The index after the last node in it.
    let end: Int
    /// Among the open nodes, the outermost one around it after which a figure can stand.
    let block: Int
    /// What ends it.
    var closing: String
    var closesOnNewLine = false
    /// The figures that stand after it.
    var figures: [String] = []
  }

  let content: Content
  var output = HTMLOutput()
  var open: [OpenNode] = []
  var hasTitle = false
  /// The alignments of the columns of the table that is open.
  var columns: [ProseNode.Alignment?] = []
  var column = 0
  private var shown: Set<String> = []
  private var linkDepth = 0

  /// Starts an empty page of `content`.
  init(_ content: Content) { self.content = content }

  /// Writes the prose after a heading, or none, that is not part of it.
  mutating func html(titled title: String?) -> String {
    if let title {
      output.markup("<h1>")
      output.escaped(title)
      output.markup("</h1>\n")
    }
    var index = 0
    while true {
      while let last = open.last, index >= last.end { close(last) }
      guard index < content.tree.nodes.count else { return output.finished() }
      index = write(index)
    }
  }

  /// Writes a leaf, or the beginning of any other node; gives the index of the next one to write.
  private mutating func write(_ index: Int) -> Int {
    let node = content.tree.nodes[index]
    switch node.kind {
    case .image(_, let figure):
      if let figure, let number = content.numbers[figure] {
        place(figure, number)
      } else {
        // Any other image would have to be fetched from somewhere.
        for word in content.tree.descendants(of: index) { writeWord(word) }
      }
      return node.end
    case .emphasis: begin(index, "<em>", "</em>")
    case .strong: begin(index, "<strong>", "</strong>")
    case .htmlSpan: begin(index, "", "")
    case .link(let target, let title): beginLink(index, target, title)
    case .softBreak: output.markup("\n")
    case .lineBreak: output.markup("<br />\n")
    case .codeSpan(let code):
      output.markup("<code>")
      output.escaped(code)
      output.markup("</code>")
    case .text, .mention, .formula: writeWord(index)
    default: return beginBlock(index)
    }
    return index + 1
  }

  /// Opens a node that ends with `closing`.
  mutating func begin(
    _ index: Int, _ opening: String, _ closing: String, closesOnNewLine: Bool = false,
    as kind: ProseNode? = nil
  ) {
    output.markup(opening)
    let node = content.tree.nodes[index]
    let isHeld = open.last.map { $0.kind == .quote || $0.kind == .item } ?? true
    open.append(
      OpenNode(
        kind: kind ?? node.kind, end: node.end,
        block: isHeld ? open.count : open.last?.block ?? 0,
        closing: closing, closesOnNewLine: closesOnNewLine))
  }

  private mutating func close(_ node: OpenNode) {
    open.removeLast()
    if node.closesOnNewLine { output.startLine() }
    output.markup(node.closing)
    if case .link = node.kind { linkDepth -= 1 }
    for figure in node.figures { output.line(figure) }
  }

  /// Keeps a figure for the end of the block that shows it.
  mutating func place(_ figure: String, _ number: Int) {
    guard let block = open.last?.block else { return }
    let isFirst = shown.insert(figure).inserted
    open[block].figures.append(content.figureHTML(figure, number, isFirst))
  }

  private mutating func beginLink(_ index: Int, _ target: String, _ title: String) {
    output.markup("<a href=\"")
    output.address(target)
    if !title.isEmpty {
      output.markup("\" title=\"")
      output.escaped(title)
    }
    begin(index, "\">", "</a>")
    linkDepth += 1
  }
}

extension ProseHTML {
  /// Writes a leaf as text; of any other node, nothing.
  private mutating func writeWord(_ index: Int) {
    switch content.tree.nodes[index].kind {
    case .text(let words), .codeSpan(let words): output.escaped(words)
    case .softBreak, .lineBreak: output.escaped(" ")
    case .mention(let name): writeMention(of: name)
    case .formula(let formula): writeFormula(formula)
    default: break
    }
  }

  /// A mention is a link to its figure; what names no figure of the page is left alone.
  private mutating func writeMention(of name: String) {
    guard let number = content.numbers[name] else {
      output.escaped("@fig-\(name)")
      return
    }
    if linkDepth == 0 { output.markup("<a href=\"#fig-\(name)\">") }
    output.escaped(content.words.figure(number))
    if linkDepth == 0 { output.markup("</a>") }
  }

  private mutating func writeFormula(_ formula: ProseText.Formula) {
    guard let markup = content.formulas.markup(of: formula) else {
      return output.escaped(formula.source)
    }
    if formula.isDisplay { output.markup(markup) } else { output.formula(markup) }
  }
}
