import Lessons

/// Makes a tree of what cmark parsed, and keeps of it what has a place.
struct ProseReader {
  private(set) var tree = ProseTree()
  private(set) var headings: [ProseText.Heading] = []
  private(set) var figures: [ProseText.Figure] = []
  private(set) var images: [ProseText.Image] = []
  private(set) var mentions: [LocatedText] = []
  private(set) var formulas: [ProseText.Formula] = []

  private let source: SourceText
  private let prepared: PreparedText
  private var walk: MarkdownWalk
  private var places: PlaceCounter
  /// The nodes that have begun and not ended.
  private var open: [Int] = []
  /// The places of the images among them, each at its `!`.
  private var openImages: [SourceLocation] = []
  /// Whether the outermost of them is a figure, whose words are not shown.
  private var isInFigure = false

  init(_ source: SourceText, _ bytes: [UInt8], _ prepared: PreparedText) {
    self.source = source
    self.prepared = prepared
    walk = MarkdownWalk(prepared)
    places = PlaceCounter(source, bytes)
  }

  mutating func read(_ node: MarkdownNode, isEntering: Bool) {
    let step = walk.step(node, isEntering: isEntering)
    guard node.kind != .document else { return }
    guard isEntering else {
      if node.kind == .image { finishImage(step) }
      close()
      return
    }
    switch node.kind {
    case .html, .htmlBlock: addHTML(step)
    case .text: addText(Array(node.literal.utf8), step.origins)
    default:
      if let leaf = leaf(node) {
        append(leaf)
      } else if let kind = branch(node) {
        if node.kind == .heading { addHeading(step) }
        if node.kind == .image { beginImage(step) }
        open.append(tree.nodes.count)
        append(kind)
      }
    }
  }

  private mutating func append(_ kind: ProseNode) {
    tree.nodes.append(ProseTree.Node(kind: kind, end: tree.nodes.count + 1))
  }

  private mutating func close() {
    guard let index = open.popLast() else { return }
    tree.nodes[index].end = tree.nodes.count
  }

  private func leaf(_ node: MarkdownNode) -> ProseNode? {
    switch node.kind {
    case .code: .codeSpan(prepared.restored(node.literal))
    case .codeBlock:
      .code(
        prepared.restored(node.literal),
        language: prepared.restored(node.fenceInfo).firstWord)
    case .rule: .rule
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    default: nil
    }
  }

  private func branch(_ node: MarkdownNode) -> ProseNode? {
    switch node.kind {
    case .paragraph: return .paragraph
    case .heading: return .heading(level: node.headingLevel)
    case .quote: return .quote
    case .list: return .list(start: node.listStart, isTight: node.isTight)
    case .item: return .item
    case .table:
      let alignments: [ProseNode.Alignment?] = node.alignments.map { letter in
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: nil
        }
      }
      return .table(alignments)
    case .headerRow, .row: return .row(isHeader: node.kind == .headerRow)
    case .cell: return .cell
    case .emphasis: return .emphasis
    case .strong: return .strong
    case .link:
      return .link(target: prepared.restored(node.target), title: prepared.restored(node.title))
    case .image:
      let target = prepared.restored(node.target)
      return .image(target: target, figure: FigureReference.figure(at: target)?.name)
    default: return nil
    }
  }
}

extension ProseReader {
  private mutating func addHeading(_ step: MarkdownWalk.Step) {
    let content = String(decoding: step.node.content, as: UTF8.self)
    let text = prepared.restored(content).split(whereSeparator: \.isNewline).map { $0.trimmed }
      .joined(separator: " ").trimmed
    guard !text.isEmpty else { return }
    let place = places.location(of: step.range.lowerBound)
    headings.append(
      ProseText.Heading(
        level: step.node.headingLevel, text: LocatedText(text, at: place, in: source)))
  }

  private mutating func beginImage(_ step: MarkdownWalk.Step) {
    if openImages.isEmpty { isInFigure = FigureReference.figure(at: step.node.target) != nil }
    openImages.append(places.location(of: step.range.lowerBound))
  }

  private mutating func finishImage(_ step: MarkdownWalk.Step) {
    guard let place = openImages.popLast(), openImages.isEmpty, let index = open.last else {
      return
    }
    isInFigure = false
    let target = prepared.restored(step.node.target)
    let start = step.range.lowerBound + "![".utf8.count
    let words =
      start <= step.textEnd
      ? prepared.source(start..<step.textEnd)
      : tree.plainText(in: index, withHTML: true) { $0.source }
    images.append(
      ProseText.Image(
        alternative: LocatedText(words, at: place, in: source), path: String(target.prefix(100))))
    guard let figure = FigureReference.figure(at: target) else { return }
    let name = LocatedText(
      figure.name, at: placeOfName(figure.name, in: step.address) ?? place, in: source)
    figures.append(ProseText.Figure(name: name, alternative: words, format: figure.format))
  }

  /// The place of a figure's name in the path that shows it; nil for a path that is written otherwise.
  private mutating func placeOfName(_ name: String, in address: Range<Int>?) -> SourceLocation? {
    guard let address else { return nil }
    let path = prepared.source(address)
    let length = FigureReference.prefixLength(of: path)
    guard length > 0, path.dropFirst(length).hasPrefix(name) else { return nil }
    return places.location(of: address.lowerBound + length)
  }
}

extension ProseReader {
  /// HTML but for its comments, as the text that it is.
  private mutating func addHTML(_ step: MarkdownWalk.Step) {
    let html = Array(step.node.literal.utf8)
    var shown: [UInt8] = []
    var origins: [Int] = []
    for piece in HTMLComment.gaps(in: html) {
      shown += html[piece]
      origins += step.origins[piece]
    }
    guard String(decoding: shown, as: UTF8.self).contains(where: { !$0.isWhitespace }) else {
      return
    }
    open.append(tree.nodes.count)
    append(step.node.kind == .html ? .htmlSpan : .htmlBlock)
    addText(shown, origins)
    close()
  }

  /// Text with the figures that it mentions and the formulas in it.
  private mutating func addText(_ text: [UInt8], _ origins: [Int]) {
    var start = 0
    for mention in FigureReference.mentions(in: text) {
      addWords(text[start..<mention.lowerBound])
      let name = String(decoding: text[mention].dropFirst("@fig-".utf8.count), as: UTF8.self)
      append(.mention(name))
      if !isInFigure {
        let place = places.location(of: origins[mention.lowerBound])
        mentions.append(LocatedText(name, at: place, in: source))
      }
      start = mention.upperBound
    }
    addWords(text[start...])
  }

  private mutating func addWords(_ text: ArraySlice<UInt8>) {
    var words = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars
    where !prepared.isRepair(scalar) {
      guard let formula = prepared.formula(scalar) else {
        words.append(scalar)
        continue
      }
      if !words.isEmpty { append(.text(String(words))) }
      words = String.UnicodeScalarView()
      append(.formula(formula))
      if !isInFigure { formulas.append(formula) }
    }
    if !words.isEmpty { append(.text(String(words))) }
  }
}

extension StringProtocol {
  /// The text up to its first white space of ASCII.
  fileprivate var firstWord: String {
    String(prefix { character in !(character.asciiValue?.isSpace ?? false) })
  }

  /// The text without spaces and tabs around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }
}
