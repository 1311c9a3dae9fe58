import Languages
public import Drawings

/// The exercises of a lesson as sheets to be filled in, or as the key to them: a sheet a page.
public struct ExerciseReport: Sendable {
  /// The document.
  public let document: Document

  /// Lays out the sheets.
  ///
  /// - Parameters:
  ///   - content: What to show; its figures are sheets drawn for paper.
  ///   - isKey: Whether they have their answers in them.
  ///   - colors: The colors, on white.
  ///   - measurer: The font metrics.
  public init(
    _ content: DocumentContent, isKey: Bool, colors: DocumentColors,
    measuring measurer: TextMeasurer
  ) {
    let print = PrintPage(content: content, colors: colors, measurer: measurer)
    var document = Document()
    for figure in content.figures {
      document.outline.append(
        .init(
          figure.title.isEmpty ? print.words.figure(figure.number) : figure.title,
          page: document.pages.count))
      document.pages.append(Self.page(of: figure, isKey: isKey, print))
    }
    document.pages = print.numbered(document.pages)
    self.document = document
  }

  /// Handwriting likes room, but lines that are too far apart are hard to follow.
  private static let largest = 1.3

  private static func page(of figure: DocumentFigure, isKey: Bool, _ print: PrintPage)
    -> Document.Page
  {
    let colors = print.colors
    var page = print.blank
    let top = print.writeHead(
      print.words(isKey ? .answers : .exercises), isSigned: !isKey, on: &page)
    var column = print.column(at: top)
    if !figure.title.isEmpty {
      page.add(.heading(2)) {
        column.write(figure.title, TextStyle(size: 13, isBold: true), colors.ink, into: &$0)
      }
    }
    column.y += 3
    page.add(.paragraph) {
      column.write(figure.caption, TextStyle(size: 10), colors.ink, into: &$0)
    }
    let size = figure.drawing.size
    let room = Size(
      print.width + 2 * figure.margin, print.bottom - column.y + figure.margin)
    let factor = min(largest, room.width / size.width, room.height / size.height)
    page.add(.figure(alternative: figure.alternative)) { drawing in
      let left = (print.size.width - size.width * factor) / 2
      drawing.place(
        figure.drawing, at: Point(left, column.y), scaledBy: factor)
    }
    return page
  }
}
