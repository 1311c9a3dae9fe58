import Languages
import Drawings

/// The page of what is printed: A4 with margins that every printer leaves white.
struct PrintPage {
  let content: DocumentContent
  let colors: DocumentColors
  let measurer: TextMeasurer
  /// Whether it lies on its long side.
  var isAcross = false

  static let margin = 56.0

  /// A4 in points.
  var size: Size { isAcross ? Size(842, 595) : Size(595, 842) }
  /// Where the text ends, above the page's number.
  var bottom: Double { size.height - 62 }
  var width: Double { size.width - 2 * Self.margin }

  /// The same page on its long side.
  var across: PrintPage {
    var page = self
    page.isAcross = true
    return page
  }

  var words: PageWords { content.words }

  var blank: Document.Page { Document.Page(size: size, background: colors.background) }

  func column(at y: Double = margin) -> Column {
    Column(x: Self.margin, y: y, width: width, measurer: measurer)
  }

  /// Writes the lesson's title with the course above it, and places for a name and a date if it is somebody's.
  ///
  /// - Returns: Where the page goes on.
  func writeHead(_ kind: String, isSigned: Bool = true, on page: inout Document.Page) -> Double {
    var column = column(at: Self.margin - 8)
    let small = TextStyle(size: 9)
    page.add(.paragraph) {
      column.write("\(content.course) · \(kind)", small, colors.quietInk, into: &$0)
    }
    page.add(.heading(1)) {
      column.write(
        content.lesson, TextStyle(size: 19, isBold: true), colors.ink, leading: 1.25, into: &$0)
    }
    guard isSigned else { return column.y + 16 }
    page.add(.paragraph) { drawing in
      let y = column.y + 24
      blank(words(.studentName), from: Self.margin, to: Self.margin + width * 0.62, y, &drawing)
      blank(
        words(.date), from: Self.margin + width * 0.68, to: Self.margin + width, y, &drawing)
    }
    return column.y + 40
  }

  private func blank(
    _ label: String, from left: Double, to right: Double, _ y: Double, _ drawing: inout Drawing
  ) {
    let style = TextStyle(size: 9)
    drawing.text(label, at: Point(left, y), style, colors.quietInk, measuring: measurer)
    let start = left + measurer.width(label, style) + 6
    rule(from: start, to: right, at: y + 2, &drawing)
  }

  /// A line to write on.
  func rule(from left: Double, to right: Double, at y: Double, _ drawing: inout Drawing) {
    drawing.stroke(
      .polyline([Point(left, y), Point(right, y)]), colors.rule, StrokeStyle(width: 0.5))
  }

  /// Numbers the pages, once it is known how many there are.
  func numbered(_ pages: [Document.Page]) -> [Document.Page] {
    pages.enumerated().map { index, page in
      var page = page
      let style = TextStyle(size: 8)
      let y = page.size.height - 36
      let right = page.size.width - Self.margin
      page.add(.decoration) { drawing in
        drawing.text(
          content.lesson, at: Point(Self.margin, y), style, colors.quietInk, measuring: measurer)
        drawing.text(
          "\(index + 1) / \(pages.count)", at: Point(right, y), style,
          colors.quietInk, horizontal: .end, measuring: measurer)
      }
      return page
    }
  }
}
