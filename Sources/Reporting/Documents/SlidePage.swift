import Drawings

/// One slide: a title, a drawing as large as it can be, a sentence, the small print, a page number.
struct SlidePage {
  let slides: Slides
  let figure: DocumentFigure
  let title: String
  let drawing: Drawing
  let number: Int

  private static let titleStyle = TextStyle(size: 28, isBold: true)
  private static let titleLeading = 1.22
  private static let sentenceStyle = TextStyle(size: 18)
  private static let sentenceLeading = 1.3
  private static let footerStyle = TextStyle(size: 14)
  /// What an expert would ask; nobody in the last row does.
  private static let noteStyle = TextStyle(size: 10.5)
  private static let noteLeading = 1.25
  /// The most that a drawing is enlarged, so that its labels stay smaller than the title.
  private static let largest = 1.75
  /// By how much keys are enlarged; they are drawn as wide as a page.
  private static let keyEnlargement = 1.35
  private static let top = 24.0
  private static let bottom = DeckReport.page.height - 14

  private var colors: DocumentColors { slides.colors }
  private var measurer: TextMeasurer { slides.measurer }
  private var width: Double { DeckReport.page.width - 2 * Slides.margin }

  private func column(at y: Double, width: Double? = nil) -> Column {
    Column(x: Slides.margin, y: y, width: width ?? self.width, measurer: measurer)
  }

  private var sentence: String {
    figure.sentence.isEmpty ? FirstSentence.of(figure.caption) : figure.sentence
  }

  private var note: String {
    figure.note.split(separator: "\n").joined(separator: " · ")
  }

  private var footer: String {
    "\(slides.content.words.figure(figure.number))  ·  \(number)"
  }

  private var noteWidth: Double { width - measurer.width(footer, Self.footerStyle) - 36 }

  private var noteTop: Double {
    let height = column(at: 0, width: noteWidth).height(
      of: note, Self.noteStyle, leading: Self.noteLeading)
    return Self.bottom - max(height, Self.footerStyle.size * Self.sentenceLeading)
  }

  private var sentenceTop: Double {
    noteTop - 6
      - column(at: 0).height(of: sentence, Self.sentenceStyle, leading: Self.sentenceLeading)
  }

  /// Where the drawing goes.
  private var room: Rectangle {
    let titleHeight = column(at: 0).height(of: title, Self.titleStyle, leading: Self.titleLeading)
    let top = Self.top + titleHeight + 12
    return Rectangle(x: Slides.margin, y: top, width: width, height: sentenceTop - 14 - top)
  }

  private var key: Drawing? { figure.key.map { DrawingBands($0).whole } }

  /// Where the drawing itself goes, below its key.
  private var stage: Rectangle {
    guard let key else { return room }
    return room.inset(top: key.size.height * Self.keyEnlargement + 12)
  }

  /// By how much the drawing is enlarged.
  var factor: Double {
    let (stage, size) = (stage, drawing.size)
    return max(0.01, min(stage.width / size.width, stage.height / size.height, Self.largest))
  }

  var page: Document.Page {
    var page = slides.page
    var column = column(at: Self.top)
    page.add(.heading(2)) {
      column.write(title, Self.titleStyle, colors.ink, leading: Self.titleLeading, into: &$0)
    }
    let (stage, factor) = (stage, factor)
    page.add(.figure(alternative: figure.alternative)) {
      if let key {
        $0.place(key, at: Point(room.x, room.y), scaledBy: Self.keyEnlargement)
      }
      $0.place(
        drawing,
        at: Point(
          stage.center.x - drawing.size.width * factor / 2,
          stage.center.y - drawing.size.height * factor / 2), scaledBy: factor)
    }
    column.y = sentenceTop
    page.add(.caption) {
      column.write(
        sentence, Self.sentenceStyle, colors.ink, leading: Self.sentenceLeading, into: &$0)
    }
    column = self.column(at: noteTop, width: noteWidth)
    page.add(.paragraph) {
      column.write(
        note, Self.noteStyle, colors.quietInk, leading: Self.noteLeading, into: &$0)
    }
    page.add(.decoration) {
      $0.text(
        footer, at: Point(Slides.margin + width, Self.bottom - 4), Self.footerStyle,
        colors.quietInk, horizontal: .end, measuring: measurer)
    }
    return page
  }
}
