/// Comments in HTML, which are not shown.
enum HTMLComment {
  /// The ranges of the comments in a piece of HTML; one that nothing closes goes to its end.
  static func ranges(in html: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < html.count {
      guard html[index...].starts(with: "<!--".utf8) else {
        index += 1
        continue
      }
      let start = index
      index += 4
      while index < html.count, !html[index...].starts(with: "-->".utf8) { index += 1 }
      index = min(html.count, index + 3)
      ranges.append(start..<index)
    }
    return ranges
  }

  /// The ranges between the comments in a piece of HTML.
  static func gaps(in html: [UInt8]) -> [Range<Int>] {
    let comments = ranges(in: html)
    let starts = [0] + comments.map { $0.upperBound }
    let ends = comments.map { $0.lowerBound } + [html.count]
    return zip(starts, ends).map { $0..<$1 }
  }
}
