import Languages
import Prose

extension ProseHTML {
  /// Writes the beginning of a block, or all of it; gives the index of the next node to write.
  mutating func beginBlock(_ index: Int) -> Int {
    let node = content.tree.nodes[index]
    switch node.kind {
    case .paragraph, .htmlBlock: return beginParagraph(index)
    case .heading(let level): beginHeading(index, level)
    case .quote:
      output.startLine()
      begin(index, "<blockquote>\n", "</blockquote>\n", closesOnNewLine: true)
    case .list(let start, _):
      output.startLine()
      let attribute = start.map { $0 == 1 ? "" : " start=\"\($0)\"" }
      begin(
        index, attribute.map { "<ol\($0)>\n" } ?? "<ul>\n", start == nil ? "</ul>\n" : "</ol>\n")
    case .item:
      output.startLine()
      begin(index, "<li>", "</li>\n")
    case .code(let code, let language): writeCode(code, language)
    case .rule: output.line("<hr />")
    case .table(let alignments): beginTable(index, alignments)
    case .row(let isHeader): beginRow(index, isHeader: isHeader)
    case .cell: beginCell(index)
    default: break
    }
    return index + 1
  }

  private mutating func beginParagraph(_ index: Int) -> Int {
    if isFiguresAlone(index) {
      begin(index, "", "")
      for child in content.tree.children(of: index) {
        guard case .image(_, let figure?) = content.tree.nodes[child].kind,
          let number = content.numbers[figure]
        else { continue }
        place(figure, number)
      }
      return content.tree.nodes[index].end
    }
    if isTight {
      begin(index, "", "")
    } else {
      output.startLine()
      begin(index, "<p>", "</p>\n")
    }
    return index + 1
  }

  /// Whether what comes next stands in an item of a list without space between its items.
  private var isTight: Bool {
    guard open.last?.kind == .item, case .list(_, let isTight) = open.dropLast().last?.kind else {
      return false
    }
    return isTight
  }

  /// Whether nothing is left of a paragraph when its figures have been placed after it.
  private func isFiguresAlone(_ index: Int) -> Bool {
    var hasFigure = false
    for child in content.tree.children(of: index) {
      switch content.tree.nodes[child].kind {
      case .image(_, let figure?) where content.numbers[figure] != nil: hasFigure = true
      case .image:
        let words = content.tree.plainText(in: child, withHTML: true) { $0.source }
        guard words.allSatisfy({ $0.isWhitespace }) else { return false }
      case .text(let words):
        guard words.allSatisfy({ $0.isWhitespace }) else { return false }
      case .softBreak: break
      default: return false
      }
    }
    return hasFigure
  }

  /// A second heading of the first level is one of the second.
  private mutating func beginHeading(_ index: Int, _ level: Int) {
    let shown = level == 1 && hasTitle ? 2 : level
    if level == 1 { hasTitle = true }
    output.startLine()
    let anchor = content.anchors[index].map { "<span id=\"\($0)\"></span>" } ?? ""
    begin(index, "<h\(shown)>\(anchor)", "</h\(shown)>\n")
  }

  private mutating func writeCode(_ code: String, _ language: String) {
    output.startLine()
    output.markup("<pre><code")
    if !language.isEmpty {
      output.markup(" class=\"language-")
      output.escaped(language)
      output.markup("\"")
    }
    output.markup(">")
    output.escaped(code)
    output.markup("</code></pre>\n")
  }
}

extension ProseHTML {
  /// Wide tables scroll by themselves, also by keyboard, rather than widen the page.
  private mutating func beginTable(_ index: Int, _ alignments: [ProseNode.Alignment?]) {
    columns = alignments
    let label = content.words(.table)
    output.line("<div class=\"table\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">")
    begin(index, "<table>", "</table>\n</div>\n", closesOnNewLine: true)
  }

  private mutating func beginRow(_ index: Int, isHeader: Bool) {
    column = 0
    output.startLine()
    if isHeader {
      output.markup("<thead>\n")
    } else if let table = open.indices.last, !open[table].closing.hasPrefix("</tbody>") {
      output.markup("<tbody>\n")
      open[table].closing = "</tbody>\n" + open[table].closing
    }
    begin(index, "<tr>", isHeader ? "</tr>\n</thead>" : "</tr>", closesOnNewLine: true)
  }

  private mutating func beginCell(_ index: Int) {
    let name = open.last?.kind == .row(isHeader: true) ? "th" : "td"
    let alignment = columns.indices.contains(column) ? columns[column] : nil
    column += 1
    output.startLine()
    let style = alignment.map { " style=\"text-align: \($0.rawValue)\"" } ?? ""
    begin(index, "<\(name)\(style)>", "</\(name)>")
  }
}
