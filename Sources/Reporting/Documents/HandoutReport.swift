public import Drawings

/// A lesson as a handout: its figures with numbers and captions, and lines for notes below each.
///
/// Pages are A4. Figures keep the size that they have on paper, or shrink to the width of the page; those
/// that are too wide for it get a page that lies on its long side.
public struct HandoutReport: Sendable {
  /// The document.
  public let document: Document

  /// Lays out the handout.
  ///
  /// - Parameters:
  ///   - content: What to show; its figures drawn for paper.
  ///   - colors: The colors, on white.
  ///   - measurer: The font metrics.
  public init(_ content: DocumentContent, colors: DocumentColors, measuring measurer: TextMeasurer)
  {
    let print = PrintPage(content: content, colors: colors, measurer: measurer)
    var layout = HandoutLayout(print: print)
    var waiting: String?
    var isInSection = false
    for item in content.items {
      switch item {
      case .section(let title): (waiting, isInSection) = (title, true)
      case .figure(let figure):
        layout.add(HandoutBlock(figure, under: waiting, isInSection: isInSection, print.words))
        waiting = nil
      case .sheet(let number, let title):
        layout.add(
          HandoutBlock(
            sheet: number, titled: title, under: waiting, isInSection: isInSection, print.words))
        waiting = nil
      }
    }
    document = layout.document()
  }
}
