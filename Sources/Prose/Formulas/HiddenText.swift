/// What of Markdown can hold no formula: code, comments, addresses, and the marks of quotations.
enum HiddenText {
  /// What stands in the place of hidden text.
  static let mask: UInt8 = 0
  /// What stands in the place of the marks before a line of a quotation.
  static let quoteMask: UInt8 = 1

  /// The bytes of `prose` without what is hidden; `document` is what cmark made of `prepared`, and that
  /// was made of `prose`.
  static func masked(
    _ prose: [UInt8], _ prepared: PreparedText, _ document: MarkdownDocument
  ) -> [UInt8] {
    var masked = prose
    var walk = MarkdownWalk(prepared)
    document.forEachEvent { node, isEntering in
      let step = walk.step(node, isEntering: isEntering)
      switch node.kind {
      case .paragraph:
        for marks in step.quoteMarks { masked.fill(marks, with: quoteMask) }
      case .code, .codeBlock: masked.fill(step.range, with: mask)
      case .html, .htmlBlock:
        for comment in HTMLComment.ranges(in: Array(node.literal.utf8)) {
          let range = step.origins[comment.lowerBound]..<step.origins[comment.upperBound]
          masked.fill(range, with: mask)
        }
      case .link, .image:
        guard !isEntering, !step.range.isEmpty else { break }
        let isAutolink = prose[step.range.lowerBound] == UInt8(ascii: "<")
        let start = isAutolink ? step.range.lowerBound : step.textEnd
        masked.fill(start..<step.range.upperBound, with: mask)
      default: break
      }
    }
    return masked
  }
}

extension [UInt8] {
  fileprivate mutating func fill(_ range: Range<Int>, with byte: UInt8) {
    for index in range { self[index] = byte }
  }
}
