public import Plotting

/// A lesson as slides: a title page, then a figure a page with what it claims and one sentence.
///
/// Pages have the form 16:9 and no text below 14 points, which the last row can read where a slide is
/// 960 points wide.
public struct DeckReport: Sendable {
  /// The document.
  public let document: Document

  /// The size of a page in points.
  public static let page = Size(960, 540)
  /// The page that figures are to be drawn for, in points of the theme `slide`.
  public static let figurePage = Size(620, 262)
  /// By how much such a figure is enlarged on its page.
  static let enlargement = 1.5

  /// Lays out the slides.
  ///
  /// - Parameters:
  ///   - content: What to show; its figures drawn for `figurePage`.
  ///   - theme: The colors: `Theme.slide`, or the same in dark.
  ///   - measurer: The font metrics.
  public init(_ content: DocumentContent, theme: Theme, measuring measurer: TextMeasurer) {
    let slides = Slides(content: content, theme: theme, measurer: measurer)
    var document = Document(
      pages: [slides.titlePage], outline: [.init(content.lesson, page: 0)])
    var waiting: String?
    var level = 1
    for item in content.items {
      switch item {
      case .section(let title): waiting = title
      case .figure(let figure):
        // A section is an entry if it has a figure, and leads to the first of them.
        if let section = waiting {
          document.outline.append(.init(section, level: 1, page: document.pages.count))
          (waiting, level) = (nil, 2)
        }
        document.outline.append(
          .init(slides.title(of: figure), level: level, page: document.pages.count))
        document.pages.append(slides.page(of: figure, number: document.pages.count + 1))
      case .sheet: break
      }
    }
    self.document = document
  }
}

/// The pages of a deck.
private struct Slides {
  let content: DocumentContent
  let theme: Theme
  let measurer: TextMeasurer

  private let margin = 40.0
  /// Figures bring a margin of their own, so that they may come nearer to the edge.
  private let figureMargin = 15.0
  private let titleStyle = TextStyle(size: 28, isBold: true)
  private let sentenceStyle = TextStyle(size: 18)
  private let smallStyle = TextStyle(size: 14)

  private var page: Document.Page {
    Document.Page(size: DeckReport.page, background: theme.background)
  }

  /// The title, or the number where a figure has none.
  func title(of figure: DocumentFigure) -> String {
    figure.title.isEmpty ? PageWords.of(content.language).figure(figure.number) : figure.title
  }

  var titlePage: Document.Page {
    var page = page
    let width = page.size.width * 0.8
    let style = TextStyle(size: 46, isBold: true)
    let lines = measurer.lines(of: content.lesson, style, width: width)
    let left = margin * 2
    var column = Column(x: left, y: 0, width: width, measurer: measurer)
    column.y = page.size.height * 0.46 - Double(lines.count) * style.size * 1.2 / 2
    page.add(.paragraph) { drawing in
      drawing.text(
        content.course, at: Point(left, column.y - 26), TextStyle(size: 20), theme.quietInk,
        measuring: measurer)
    }
    page.add(.heading(1)) { column.write(content.lesson, style, theme.ink, leading: 1.2, into: &$0) }
    page.add(.decoration) { drawing in
      // A chalk line, from one class to the other.
      let y = column.y + 18
      drawing.stroke(
        .polyline([Point(left, y), Point(left + 120, y)]), theme.negative,
        StrokeStyle(width: 5, cap: .round))
      drawing.stroke(
        .polyline([Point(left + 120, y), Point(left + 240, y)]), theme.positive,
        StrokeStyle(width: 5, cap: .round))
    }
    return page
  }

  func page(of figure: DocumentFigure, number: Int) -> Document.Page {
    var page = page
    let width = page.size.width - 2 * margin
    var column = Column(x: margin, y: 24, width: width, measurer: measurer)
    page.add(.heading(2)) {
      column.write(title(of: figure), titleStyle, theme.ink, leading: 1.22, into: &$0)
    }
    let sentence = FirstSentence.of(figure.caption)
    let lines = measurer.lines(of: sentence, sentenceStyle, width: width)
    let floor = page.size.height - 40
    let sentenceTop = floor - Double(lines.count) * sentenceStyle.size * 1.3
    let room = Rectangle(
      x: figureMargin, y: column.y, width: page.size.width - 2 * figureMargin,
      height: sentenceTop - column.y)
    page.add(.figure(alternative: figure.alternative)) { drawing in
      let size = figure.drawing.size
      let factor = min(room.width / size.width, room.height / size.height)
      drawing.place(
        figure.drawing,
        at: Point(
          room.center.x - size.width * factor / 2, room.center.y - size.height * factor / 2),
        scaledBy: factor)
    }
    column.y = sentenceTop
    page.add(.caption) {
      column.write(sentence, sentenceStyle, theme.ink, leading: 1.3, into: &$0)
    }
    page.add(.decoration) { footer(number, into: &$0) }
    return page
  }

  private func footer(_ number: Int, into drawing: inout Drawing) {
    let y = drawing.size.height - 17
    drawing.text(
      content.lesson, at: Point(margin, y), smallStyle, theme.quietInk, measuring: measurer)
    drawing.text(
      "\(number)", at: Point(drawing.size.width - margin, y), smallStyle, theme.quietInk,
      horizontal: .end, measuring: measurer)
  }
}
