/// Goes through a Markdown document node by node and tells where each inline stands in the file.
struct MarkdownWalk {
  /// A node as it begins or ends.
  struct Step {
    let node: MarkdownNode
    let isEntering: Bool
    /// Where it stands in the file, in bytes; when a block, a link or an image begins, only the start
    /// of the range is known.
    var range = 0..<0
    /// For text and HTML, the place in the file of each byte of the literal, and of its end.
    var origins: [Int] = []
    /// For a link or an image that ends, the end of its text.
    var textEnd = 0
    /// For a link or an image that ends, its address; nil for a reference.
    var address: Range<Int>?
    /// For a paragraph that begins in a quotation, what stands before its lines but the first.
    var quoteMarks: [Range<Int>] = []
  }

  private let finder: BlockFinder
  private var trail = InlineTrail(BlockContent(bytes: [], origins: [0]))
  /// Where the links and images begin that have not ended.
  private var openings: [Int] = []
  private var quotes = 0
  private var headerLine = 0
  /// The byte of its line, counted from 1, at which the header of a table begins.
  private var headerColumn: Int?
  /// The contents of the cells of a row that are still to come, the next one last.
  private var cells: [BlockContent] = []

  /// Starts at the beginning of the document that was parsed from `prepared`.
  init(_ prepared: PreparedText) { finder = BlockFinder(prepared) }

  /// Goes on to the next event of the document.
  mutating func step(_ node: MarkdownNode, isEntering: Bool) -> Step {
    var step = Step(node: node, isEntering: isEntering)
    switch node.kind {
    case .text: step.origins = trail.passText(Array(node.literal.utf8))
    case .html: step.origins = trail.passHTML(Array(node.literal.utf8))
    case .code: step.range = trail.passCode()
    case .softBreak, .lineBreak: trail.passLineBreak()
    case .emphasis: trail.passEmphasis(length: 1)
    case .strong: trail.passEmphasis(length: 2)
    case .link, .image:
      if isEntering { open(&step) } else { close(&step) }
    default: visitBlock(&step)
    }
    return step
  }

  private mutating func open(_ step: inout Step) {
    let start = trail.passOpening(isImage: step.node.kind == .image)
    openings.append(start)
    step.range = start..<start
  }

  private mutating func close(_ step: inout Step) {
    let closing = trail.passClosing()
    let start = openings.popLast() ?? closing.end
    step.range = start..<max(start, closing.end)
    step.textEnd = closing.text
    step.address = closing.address
  }

  private mutating func visitBlock(_ step: inout Step) {
    let node = step.node
    if node.kind == .quote { quotes += step.isEntering ? 1 : -1 }
    guard step.isEntering else { return }
    switch node.kind {
    case .paragraph, .heading:
      let content = content(of: node)
      if quotes > 0 { step.quoteMarks = content.lineMarks }
      begin(content, &step)
    case .cell: begin(cells.popLast() ?? BlockContent(bytes: [], origins: [0]), &step)
    case .htmlBlock: step.origins = finder.content(ofHTML: node).origins
    case .codeBlock: step.range = lines(ofCode: node)
    case .table:
      headerLine = node.headerLine
      headerColumn = headerLine == node.lines.first ? node.startColumn : nil
    case .headerRow: findCells(of: node, inLine: headerLine, from: headerColumn)
    case .row: findCells(of: node, inLine: node.lines.first, from: nil)
    default: break
    }
  }

  private mutating func begin(_ content: BlockContent, _ step: inout Step) {
    trail = InlineTrail(content)
    step.range = trail.place..<trail.place
  }

  private func content(of node: MarkdownNode) -> BlockContent {
    // A paragraph that a table was cut from does not know its lines.
    let lastLine = node.lines.first > 0 ? nil : node.next.map { $0.headerLine - 1 }
    return finder.content(of: node, endingIn: lastLine)
  }

  private mutating func findCells(of row: MarkdownNode, inLine line: Int, from column: Int?) {
    let contents = row.children.map { $0.content }
    cells = finder.contents(ofCells: contents, inLine: line, quotes: quotes, from: column)
    cells.reverse()
  }

  /// The lines of code and of the fence before it.
  ///
  /// The fence after it is not counted: it is not always there, and cmark's last line cannot be relied on.
  private func lines(ofCode node: MarkdownNode) -> Range<Int> {
    let count = node.literal.utf8.count { $0 == UInt8(ascii: "\n") } + (node.isFenced ? 1 : 0)
    let first = node.lines.first
    return finder.range(ofLines: first...max(first, first + count - 1))
  }
}

extension MarkdownNode {
  /// The line of a table's header, which is not its first line where a paragraph was cut from it.
  fileprivate var headerLine: Int {
    let rows = children
    return rows.count > 1 ? rows[1].lines.first - 2 : lines.last - 1
  }
}
