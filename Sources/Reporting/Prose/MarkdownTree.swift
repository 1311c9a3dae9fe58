import CMarkGFM

/// Markdown as a tree of nodes that can be changed before it is written as HTML.
///
/// GitHub's dialect with tables. HTML and links that run scripts are left out when it is written.
final class MarkdownTree {
  /// The document.
  let root: MarkdownNode
  private let parser: OpaquePointer
  private static let options =
    CMARK_OPT_SMART | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
  /// Registered once: cmark's own guard is not made for several threads.
  private static let areExtensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  init(parsing text: String) {
    precondition(Self.areExtensionsRegistered)
    guard let parser = cmark_parser_new(Self.options) else {
      preconditionFailure("cmark, whose allocator never fails, gave no parser")
    }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else {
      preconditionFailure("cmark gave no document for a text")
    }
    self.parser = parser
    root = MarkdownNode(document)
  }

  deinit {
    cmark_node_free(root.pointer)
    cmark_parser_free(parser)
  }

  /// The tree as HTML, every tag closed.
  func html() -> String {
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let text = cmark_render_html(root.pointer, Self.options, extensions) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return String(cString: text)
  }
}

/// A node of a `MarkdownTree`; it must not be used after the tree, nor after it was removed.
struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A piece of HTML, written as it is, around the children that it may get.
  static func html(_ opening: String, _ closing: String = "") -> MarkdownNode {
    let node = make(CMARK_NODE_CUSTOM_BLOCK)
    cmark_node_set_on_enter(node.pointer, opening)
    cmark_node_set_on_exit(node.pointer, closing)
    return node
  }

  /// A piece of HTML within a line, written as it is.
  static func inlineHTML(_ text: String) -> MarkdownNode {
    let node = make(CMARK_NODE_CUSTOM_INLINE)
    cmark_node_set_on_enter(node.pointer, text)
    return node
  }

  static func text(_ text: String) -> MarkdownNode {
    let node = make(CMARK_NODE_TEXT)
    node.literal = text
    return node
  }

  static func link(_ text: String, to target: String) -> MarkdownNode {
    let node = make(CMARK_NODE_LINK)
    node.target = target
    node.append(.text(text))
    return node
  }

  static func heading(_ text: String) -> MarkdownNode {
    let node = make(CMARK_NODE_HEADING)
    node.headingLevel = 1
    node.append(.text(text))
    return node
  }

  static func paragraph(_ text: String) -> MarkdownNode {
    let node = make(CMARK_NODE_PARAGRAPH)
    node.append(.text(text))
    return node
  }

  private static func make(_ type: cmark_node_type) -> MarkdownNode {
    guard let node = cmark_node_new(type) else {
      preconditionFailure("cmark has no nodes of the type \(type.rawValue)")
    }
    return MarkdownNode(node)
  }

  /// The word of its kind, such as `paragraph`.
  var kind: String { String(cString: cmark_node_get_type_string(pointer)) }

  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }

  /// The children at this moment, in order.
  var children: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      nodes.append(MarkdownNode(node))
      next = cmark_node_next(node)
    }
    return nodes
  }

  /// The node and all below it at this moment, in the order of the text.
  var descendants: [MarkdownNode] {
    // Not recursive: quotes can be nested as deeply as a file is long.
    var nodes: [MarkdownNode] = []
    var waiting = [self]
    while let node = waiting.popLast() {
      nodes.append(node)
      waiting += node.children.reversed()
    }
    return nodes
  }

  /// The text of a node that has a text of its own.
  var literal: String {
    get { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_literal(pointer, newValue) }
  }

  /// Where a link leads, or an image lies.
  var target: String {
    get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_url(pointer, newValue) }
  }

  /// What a link or an image says when it is pointed at.
  var hint: String {
    get { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_title(pointer, newValue) }
  }

  /// From 1 to 6 for a heading, 0 for anything else.
  var headingLevel: Int {
    get { Int(cmark_node_get_heading_level(pointer)) }
    nonmutating set { cmark_node_set_heading_level(pointer, Int32(newValue)) }
  }

  /// The text of all nodes below it.
  var plainText: String {
    descendants.map { node in
      switch node.kind {
      case "text", "code": node.literal
      case "softbreak", "linebreak": " "
      default: ""
      }
    }.joined()
  }

  func append(_ child: MarkdownNode) { cmark_node_append_child(pointer, child.pointer) }

  func insert(before other: MarkdownNode) { cmark_node_insert_before(other.pointer, pointer) }

  func insert(after other: MarkdownNode) { cmark_node_insert_after(other.pointer, pointer) }

  /// Takes the node out of the tree with all below it.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts `nodes` in the place of this one, which is gone then.
  func replace(with nodes: [MarkdownNode]) {
    for node in nodes { node.insert(before: self) }
    remove()
  }
}
