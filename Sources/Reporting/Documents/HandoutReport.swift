public import Plotting

/// A lesson as a handout: its figures with numbers and captions, and lines for notes below each.
///
/// Pages are A4. Figures keep the size that they have on paper, or shrink to the width of the page.
public struct HandoutReport: Sendable {
  /// The document.
  public let document: Document

  /// Lays out the handout.
  ///
  /// - Parameters:
  ///   - content: What to show; its figures drawn for paper.
  ///   - theme: The colors, on white.
  ///   - measurer: The font metrics.
  public init(_ content: DocumentContent, theme: Theme, measuring measurer: TextMeasurer) {
    let print = PrintPage(content: content, theme: theme, measurer: measurer)
    var layout = HandoutLayout(print: print)
    var waiting: String?
    for item in content.items {
      switch item {
      case .section(let title): waiting = title
      case .figure(let figure):
        layout.add(HandoutBlock(figure, under: waiting, print: print))
        waiting = nil
      case .sheet(let number, let title):
        layout.add(HandoutBlock(sheet: number, titled: title, under: waiting, print: print))
        waiting = nil
      }
    }
    document = layout.document()
  }
}

/// A figure with its words, measured.
private struct HandoutBlock {
  let print: PrintPage
  /// The section that begins with it.
  let section: String?
  let heading: String
  let figure: DocumentFigure?
  let caption: String
  /// By how much the figure is made smaller.
  let factor: Double
  /// The height without lines for notes.
  let height: Double

  static let sectionStyle = TextStyle(size: 13, isBold: true)
  static let headingStyle = TextStyle(size: 10.5, isBold: true)
  static let captionStyle = TextStyle(size: 9)
  /// Between two lines to write on: 8 mm.
  static let ruling = 22.7
  static let sectionLeading = 2.2

  init(_ figure: DocumentFigure, under section: String?, print: PrintPage) {
    let number = print.words.figure(figure.number)
    self.init(
      print: print, section: section,
      heading: figure.title.isEmpty ? number : "\(number). \(figure.title)", figure: figure,
      caption: figure.caption)
  }

  init(sheet number: Int, titled title: String, under section: String?, print: PrintPage) {
    self.init(
      print: print, section: section,
      heading: [print.words.figure(number), title].filter { !$0.isEmpty }.joined(separator: ". "),
      figure: nil, caption: "→ " + print.words(.seeExercises))
  }

  private init(
    print: PrintPage, section: String?, heading: String, figure: DocumentFigure?, caption: String
  ) {
    self.print = print
    self.section = section
    self.heading = heading
    self.figure = figure
    self.caption = caption
    let column = print.column()
    let words =
      column.height(of: heading, Self.headingStyle)
      + column.height(of: caption, Self.captionStyle) + 8
      + column.height(of: section ?? "", Self.sectionStyle, leading: Self.sectionLeading)
    let margin = print.theme.margin
    // The figure's own margin stands in the page's.
    let size = figure?.drawing.size ?? Size(0, 0)
    let most = Size(PrintPage.width + 2 * margin, PrintPage.bottom - PrintPage.margin - 70 - words)
    factor = figure == nil ? 0 : min(1, most.width / size.width, most.height / size.height)
    height = words + max(0, size.height * factor - margin)
  }

  /// How many lines for notes it should have at least.
  var leastRules: Int { figure == nil ? 0 : 3 }

  var leastHeight: Double { height + Double(leastRules) * Self.ruling }

  /// Draws it from `top` on, with so many lines below.
  func draw(at top: Double, rules: Int, on page: inout Document.Page) {
    let theme = print.theme
    var column = print.column(at: top)
    if let section {
      page.add(.heading(2)) {
        column.write(
          section, Self.sectionStyle, theme.ink, leading: Self.sectionLeading, into: &$0)
      }
    }
    page.add(.heading(section == nil ? 2 : 3)) {
      column.write(heading, Self.headingStyle, theme.ink, into: &$0)
    }
    if let figure {
      let size = figure.drawing.size
      page.add(.figure(alternative: figure.alternative)) { drawing in
        let left = PrintPage.margin + (PrintPage.width - size.width * factor) / 2
        drawing.place(
          figure.drawing, at: Point(left, column.y - theme.margin * 0.5), scaledBy: factor)
      }
      column.y += size.height * factor - theme.margin
    }
    column.y += 4
    page.add(.caption) { column.write(caption, Self.captionStyle, theme.ink, into: &$0) }
    page.add(.decoration) { drawing in
      for line in 0..<rules {
        let y = column.y + Double(line + 1) * Self.ruling
        print.rule(
          from: PrintPage.margin, to: PrintPage.margin + PrintPage.width, at: y, &drawing)
      }
    }
  }
}

/// Blocks on pages: as many on each as fit, and the room that is left becomes lines for notes.
private struct HandoutLayout {
  let print: PrintPage
  private var pages: [[HandoutBlock]] = [[]]
  private let gap = 24.0

  init(print: PrintPage) { self.print = print }

  private var head: Double {
    var page = print.blank
    return print.writeHead(print.words(.handout), on: &page)
  }

  private func top(ofPage index: Int) -> Double { index == 0 ? head : PrintPage.margin }

  private func height(of blocks: [HandoutBlock]) -> Double {
    blocks.reduce(0) { $0 + $1.leastHeight } + gap * Double(max(0, blocks.count - 1))
  }

  mutating func add(_ block: HandoutBlock) {
    let last = pages.count - 1
    let room = PrintPage.bottom - top(ofPage: last)
    if !pages[last].isEmpty, height(of: pages[last] + [block]) > room {
      pages.append([block])
    } else {
      pages[last].append(block)
    }
  }

  func document() -> Document {
    var document = Document()
    var level = 1
    document.outline.append(.init(print.content.lesson, page: 0))
    for (index, blocks) in pages.enumerated() {
      var page = print.blank
      if index == 0 { _ = print.writeHead(print.words(.handout), on: &page) }
      var y = top(ofPage: index)
      let spare = max(0, PrintPage.bottom - y - height(of: blocks))
      let writable = blocks.filter { $0.leastRules > 0 }.count
      let more = writable > 0 ? Int(spare / HandoutBlock.ruling) / writable : 0
      for block in blocks {
        if let section = block.section {
          document.outline.append(.init(section, level: 1, page: index))
          level = 2
        }
        document.outline.append(.init(block.heading, level: level, page: index))
        let rules = block.leastRules > 0 ? block.leastRules + more : 0
        block.draw(at: y, rules: rules, on: &page)
        y += block.height + Double(rules) * HandoutBlock.ruling + gap
      }
      document.pages.append(page)
    }
    document.pages = print.numbered(document.pages)
    return document
  }
}
