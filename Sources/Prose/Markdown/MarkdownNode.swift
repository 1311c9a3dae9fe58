import CMarkGFM

/// A node of a `MarkdownDocument`; it must not be used after the document.
struct MarkdownNode {
  /// What a node is, named as cmark names it.
  enum Kind: String {
    case document, list, item, paragraph, heading, table
    case quote = "block_quote"
    case codeBlock = "code_block"
    case htmlBlock = "html_block"
    case rule = "thematic_break"
    case headerRow = "table_header"
    case row = "table_row"
    case cell = "table_cell"
    case text, code, strong, link, image
    case emphasis = "emph"
    case softBreak = "softbreak"
    case lineBreak = "linebreak"
    case html = "html_inline"

    /// Whether inlines stand in it that are not within another inline.
    var isTextBlock: Bool { self == .paragraph || self == .heading || self == .cell }
  }

  let kind: Kind
  private let pointer: OpaquePointer

  /// Nil for a node of a kind that no parser of this program makes.
  init?(_ pointer: OpaquePointer) {
    guard let name = cmark_node_get_type_string(pointer),
      let kind = Kind(rawValue: String(cString: name))
    else { return nil }
    self.kind = kind
    self.pointer = pointer
  }

  /// The text of a leaf that has one.
  var literal: String { string(cmark_node_get_literal(pointer)) }

  /// The address of a link or an image, without escapes.
  var target: String { string(cmark_node_get_url(pointer)) }

  /// The title of a link or an image.
  var title: String { string(cmark_node_get_title(pointer)) }

  /// What follows the opening fence of a code block.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }

  var isFenced: Bool {
    var (length, offset, mark) = (Int32(0), Int32(0), CChar(0))
    return cmark_node_get_fenced(pointer, &length, &offset, &mark) != 0
  }

  /// The text that the inlines of a text block were read from: without the indent and the marks of its
  /// lines, without definitions of references and, in a table, without backslashes before bars.
  var content: [UInt8] {
    // Nothing ends the text of a block that is empty: it must not be looked at.
    guard cmark_node_first_child(pointer) != nil,
      let text = cmark_node_get_string_content(pointer)
    else { return [] }
    return Array(string(text).utf8)
  }

  /// From 1 to 6 for a heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The number of the first item; nil for a list with bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// The letters `l`, `c`, `r` or 0 of a table's columns.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: letters, count: count))
  }

  /// The lines of a block, counted from 1; 0 where cmark does not know.
  ///
  /// The last line of a heading with an underline may be the line after it.
  var lines: (first: Int, last: Int) {
    (Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_end_line(pointer)))
  }

  /// The byte of its first line at which a block begins, counted from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The node after it in the same parent.
  var next: MarkdownNode? { cmark_node_next(pointer).flatMap { MarkdownNode($0) } }

  var children: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      if let node = MarkdownNode(child) { nodes.append(node) }
      next = cmark_node_next(child)
    }
    return nodes
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
