/// A drawing that stands in the page itself: nothing to be fetched, and its words can be read out.
enum InlineDrawing {
  /// The element `svg` of a file, without what concerns the file alone.
  ///
  /// - Parameter file: The text of an SVG file as this program writes it.
  /// - Returns: Markup for a page; nil if there is no such element.
  static func markup(of file: String) -> String? {
    // Looked for from both ends: a drawing may be large, and what is sought lies near them.
    let trimmed = file.utf8.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
    let text = file[..<trimmed.startIndex.base]
    guard let start = text.firstRange(of: "<svg"), text.hasSuffix("</svg>") else { return nil }
    let element = text[start.lowerBound...]
    // The words that editors of drawings read are those of the page.
    guard let opening = element.firstRange(of: "<metadata>"),
      let closing = element.firstRange(of: "</metadata>")
    else { return String(element) }
    return String(element[..<opening.lowerBound] + element[closing.upperBound...])
  }
}
