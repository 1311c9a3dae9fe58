public import Drawings

/// A lesson as slides: a title page, then a figure a page with what it claims and one sentence.
///
/// Pages have the form 16:9, 960 points across. A figure that could not be read from the last row is shown
/// in parts, one after the other: the lines of a table, the rows of a grid.
public struct DeckReport: Sendable {
  /// The document.
  public let document: Document

  /// The size of a page in points.
  public static let page = Size(960, 540)
  /// The page that figures are to be drawn for, in points of the theme `slide`.
  public static let figurePage = Size(640, 284)

  /// Lays out the slides.
  ///
  /// - Parameters:
  ///   - content: What to show; its figures drawn for `figurePage`.
  ///   - colors: The colors of its pages, light or dark.
  ///   - measurer: The font metrics.
  public init(_ content: DocumentContent, colors: DocumentColors, measuring measurer: TextMeasurer)
  {
    let slides = Slides(content: content, colors: colors, measurer: measurer)
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
        document.pages += slides.pages(of: figure, from: document.pages.count + 1)
      case .sheet: break
      }
    }
    self.document = document
  }
}

/// The pages of a deck.
struct Slides {
  let content: DocumentContent
  let colors: DocumentColors
  let measurer: TextMeasurer

  static let margin = 40.0

  var page: Document.Page {
    Document.Page(size: DeckReport.page, background: colors.background)
  }

  /// The title, or the number where a figure has none.
  func title(of figure: DocumentFigure) -> String {
    figure.title.isEmpty ? content.words.figure(figure.number) : figure.title
  }

  var titlePage: Document.Page {
    var page = page
    let width = page.size.width * 0.8
    let style = TextStyle(size: 46, isBold: true)
    let titles = titleParts(style, width: width)
    let lines = titles.flatMap { measurer.lines(of: $0, style, width: width) }
    let left = Self.margin * 2
    var column = Column(x: left, y: 0, width: width, measurer: measurer)
    column.y = page.size.height * 0.46 - Double(lines.count) * style.size * 1.2 / 2
    page.add(.paragraph) { drawing in
      drawing.text(
        content.course, at: Point(left, column.y - 26), TextStyle(size: 20), colors.quietInk,
        measuring: measurer)
    }
    page.add(.heading(1)) {
      for title in titles {
        column.write(title, style, colors.ink, leading: 1.2, into: &$0)
      }
    }
    page.add(.decoration) { drawing in
      // A chalk line, from one class to the other.
      let y = column.y + 18
      drawing.stroke(
        .polyline([Point(left, y), Point(left + 120, y)]), colors.firstClass,
        StrokeStyle(width: 5, cap: .round))
      drawing.stroke(
        .polyline([Point(left + 120, y), Point(left + 240, y)]), colors.secondClass,
        StrokeStyle(width: 5, cap: .round))
    }
    return page
  }

  /// The title in one piece or, where it is long, in two, parted at its colon.
  private func titleParts(_ style: TextStyle, width: Double) -> [String] {
    let title = content.lesson
    guard measurer.width(title, style) > width, let colon = title.firstRange(of: ": ") else {
      return [title]
    }
    return [title[..<colon.lowerBound] + ":", String(title[colon.upperBound...])]
  }

  /// The pages of a figure: one, or several where it could not be read on one.
  func pages(of figure: DocumentFigure, from number: Int) -> [Document.Page] {
    let bands = DrawingBands(figure.drawing)
    func slides(_ drawings: [Drawing], from number: Int) -> [SlidePage] {
      drawings.enumerated().map { index, drawing in
        let place = drawings.count > 1 ? " (\(index + 1)/\(drawings.count))" : ""
        return SlidePage(
          slides: self, figure: figure, title: title(of: figure) + place, drawing: drawing,
          number: number + index)
      }
    }
    func factor(_ drawings: [Drawing]) -> Double {
      slides(drawings, from: number).map { $0.factor }.min() ?? 0
    }
    let whole = [bands.whole]
    // The fewest pages on which it can be read, as long as each more of them helps a good deal.
    var best = whole
    for count in 2...4 where factor(best) < Self.readable {
      guard let parts = bands.parts(count, cutAt: figure.cuts) else { continue }
      if factor(parts) > factor(best) * 1.25 { best = parts }
    }
    guard best.count > 1 else { return slides(whole, from: number).map { $0.page } }
    // A grid is also shown as one: what stands below what may be its meaning.
    let overview = figure.cuts.isEmpty ? [] : slides(whole, from: number)
    return (overview + slides(best, from: number + overview.count)).map { $0.page }
  }

  /// At this enlargement labels have 12 points, and 24 pixels where a projector has 1920.
  private static let readable = 1.0
}
