import CMarkGFM

/// Markdown parsed by cmark-gfm: a tree in C, which is kept only while it is converted.
///
/// The dialect is GitHub's with tables, and quotation marks and dashes become those of print.
final class MarkdownDocument {
  private let root: OpaquePointer
  private let parser: OpaquePointer
  /// Registered once: cmark's own guard does not support several threads.
  private static let areExtensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  init(parsing text: String) {
    precondition(Self.areExtensionsRegistered)
    let dialect = MarkdownDialect(for: text)
    let options = dialect.isSmart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else {
      preconditionFailure("cmark, whose allocator never fails, gave no parser")
    }
    if dialect.hasTables, let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else {
      preconditionFailure("cmark gave no document for a text")
    }
    self.parser = parser
    self.root = root
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// Calls `body` for every node in the order of the text: once for a leaf, and for any other when its
  /// content begins and again when it ends.
  func forEachEvent(_ body: (_ node: MarkdownNode, _ isEntering: Bool) -> Void) {
    let events = cmark_iter_new(root)
    defer { cmark_iter_free(events) }
    while true {
      let event = cmark_iter_next(events)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(events) else { return }
      if let node = MarkdownNode(pointer) { body(node, event == CMARK_EVENT_ENTER) }
    }
  }

  /// What the entity `name`, without its `&` and `;`, stands for; nil if there is no such entity.
  static func expansion(ofEntity name: String) -> String? {
    var expansion: String?
    MarkdownDocument(parsing: "&\(name);").forEachEvent { node, _ in
      if node.kind == .text { expansion = node.literal }
    }
    return expansion == "&\(name);" ? nil : expansion
  }
}
