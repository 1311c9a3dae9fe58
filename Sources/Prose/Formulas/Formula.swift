public import Lessons

extension ProseText {
  /// A formula in TeX: `$…$` within a line, `$$…$$` on lines of its own.
  public struct Formula: Equatable, Sendable {
    /// What stands between the dollar signs; it may go over several lines.
    public let tex: String
    /// Whether it was written with two dollar signs.
    public let isDisplay: Bool
    /// Its place in the text of the file, dollar signs included, in bytes of UTF-8.
    public let range: Range<Int>
    /// Where each line of `tex` starts.
    let lineStarts: [SourceLocation]

    /// Where the formula starts, after its dollar signs.
    public var location: SourceLocation { lineStarts[0] }

    /// The TeX between its dollar signs.
    public var source: String { isDisplay ? "$$\(tex)$$" : "$\(tex)$" }

    /// The place of a Unicode scalar of `tex`, counted from 0.
    public func location(ofScalar offset: Int) -> SourceLocation {
      let before = tex.unicodeScalars.prefix(max(0, offset))
      let line = before.count { $0 == "\n" }
      let column = before.reversed().prefix { $0 != "\n" }.count
      let start = lineStarts[min(line, lineStarts.count - 1)]
      return SourceLocation(file: start.file, line: start.line, column: start.column + column)
    }
  }
}
