import Languages
import Drawings

/// A figure of a handout with its words and its lines for notes.
struct HandoutBlock {
  /// The section that begins with it.
  let section: String?
  /// Whether it stands in a section, be it the first there or not.
  let isInSection: Bool
  let heading: String
  /// Nil where only words stand for it.
  let figure: DocumentFigure?
  let caption: String

  private static let sectionStyle = TextStyle(size: 13, isBold: true)
  private static let sectionLeading = 2.2
  private static let headingStyle = TextStyle(size: 10.5, isBold: true)
  private static let captionStyle = TextStyle(size: 9)
  private static let spaceOfCaption = 4.0
  /// Between two lines to write on: 8 mm.
  static let ruling = 22.7

  init(
    _ figure: DocumentFigure, under section: String?, isInSection: Bool, _ words: PageWords
  ) {
    let number = words.figure(figure.number)
    self.section = section
    self.isInSection = isInSection
    heading = figure.title.isEmpty ? number : "\(number). \(figure.title)"
    self.figure = figure
    caption = figure.caption
  }

  /// A sheet that is handed out for itself.
  init(
    sheet number: Int, titled title: String, under section: String?, isInSection: Bool,
    _ words: PageWords
  ) {
    self.section = section
    self.isInSection = isInSection
    heading = [words.figure(number), title].filter { !$0.isEmpty }.joined(separator: ". ")
    figure = nil
    caption = "→ " + words(.seeExercises)
  }

  /// How many lines for notes it has at least.
  var leastRules: Int { figure == nil ? 0 : 3 }

  /// Whether it is so wide that a page on its long side shows it a good deal larger.
  func isWide(on print: PrintPage) -> Bool {
    factor(on: print, shrink: 1) < 0.75
      && factor(on: print.across, shrink: 1) > factor(on: print, shrink: 1) * 1.2
  }

  /// By how much the figure is made smaller: at least by `shrink`.
  private func factor(on print: PrintPage, shrink: Double) -> Double {
    guard let figure else { return 0 }
    let size = figure.drawing.size
    // The figure's own margin stands in the page's.
    let width = print.width + 2 * figure.margin
    let height =
      print.bottom - PrintPage.margin - wordsHeight(on: print)
      - Double(leastRules) * Self.ruling + figure.margin
    return min(shrink, width / size.width, height / size.height)
  }

  private func wordsHeight(on print: PrintPage) -> Double {
    let column = print.column()
    return column.height(of: heading, Self.headingStyle)
      + column.height(of: caption, Self.captionStyle) + Self.spaceOfCaption
      + column.height(of: section ?? "", Self.sectionStyle, leading: Self.sectionLeading)
  }

  /// The height that it takes with so many lines.
  func height(on print: PrintPage, shrink: Double, rules: Int) -> Double {
    let figureHeight = (figure?.drawing.size.height ?? 0) * factor(on: print, shrink: shrink)
    return wordsHeight(on: print) + max(0, figureHeight - (figure?.margin ?? 0))
      + Double(rules) * Self.ruling
  }

  /// Draws it from `top` on.
  func draw(
    on page: inout Document.Page, at top: Double, _ print: PrintPage, shrink: Double, rules: Int
  ) {
    let colors = print.colors
    var column = print.column(at: top)
    if let section {
      page.add(.heading(2)) {
        column.write(
          section, Self.sectionStyle, colors.ink, leading: Self.sectionLeading, into: &$0)
      }
    }
    page.add(.heading(isInSection ? 3 : 2)) {
      column.write(heading, Self.headingStyle, colors.ink, into: &$0)
    }
    if let figure {
      let size = figure.drawing.size
      let factor = factor(on: print, shrink: shrink)
      page.add(.figure(alternative: figure.alternative)) { drawing in
        let left = PrintPage.margin + (print.width - size.width * factor) / 2
        drawing.place(
          figure.drawing, at: Point(left, column.y - figure.margin * 0.5), scaledBy: factor)
      }
      column.y += size.height * factor - figure.margin
    }
    column.y += Self.spaceOfCaption
    page.add(.caption) { column.write(caption, Self.captionStyle, colors.ink, into: &$0) }
    page.add(.decoration) { drawing in
      for line in 0..<rules {
        print.rule(
          from: PrintPage.margin, to: PrintPage.margin + print.width,
          at: column.y + Double(line + 1) * Self.ruling, &drawing)
      }
    }
  }
}
