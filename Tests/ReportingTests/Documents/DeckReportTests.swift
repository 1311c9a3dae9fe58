import Drawings
import Reporting
import Testing

struct DeckReportTests {
  private func deck(_ items: [DocumentContent.Item], colors: DocumentColors = .light) -> Document {
    DeckReport(DocumentSample.content(items), colors: colors, measuring: .fixed).document
  }

  @Test func `there is a page for the title and one for each figure`() {
    let document = deck([
      .figure(DocumentSample.figure(1)), .sheet(number: 2, title: "Sheet"),
      .figure(DocumentSample.figure(3)),
    ])
    #expect(document.pages.count == 3)
    #expect(document.pages.allSatisfy { $0.size == Size(960, 540) })
    #expect(document.pages.map { $0.headings } == [["One line"], ["Claim 1"], ["Claim 3"]])
    #expect(document.pages.map { $0.alternatives } == [[], ["Shows 1"], ["Shows 3"]])
    #expect(document.pages[1].figures == ["drawn 1"])
  }

  @Test func `a page says the first sentence of the caption and its number`() {
    let page = deck([.figure(DocumentSample.figure(1))]).pages[1]
    #expect(page.captions == ["First."])
    #expect(page.allText.hasSuffix("Figure\u{A0}1  ·  2"))
  }

  @Test func `a section stands in the outline above its figures, one without any does not`() {
    let document = deck([
      .figure(DocumentSample.figure(1)), .section("Empty"), .section("Full"),
      .figure(DocumentSample.figure(2)), .figure(DocumentSample.figure(3)),
    ])
    #expect(
      document.outline == [
        .init("One line", level: 1, page: 0), .init("Claim 1", level: 1, page: 1),
        .init("Full", level: 1, page: 2), .init("Claim 2", level: 2, page: 2),
        .init("Claim 3", level: 2, page: 3),
      ])
  }

  @Test func `a figure is as large as its page lets it be, and never beyond it`() throws {
    for size in [Size(300, 40), Size(2000, 300), Size(300, 600)] {
      let page = deck([.figure(DocumentSample.figure(1, size))]).pages[1]
      let piece = try #require(page.pieces.first { $0.role == .figure(alternative: "Shows 1") })
      for case .stroke(let path, _, _) in piece.commands {
        for case .line(let point) in path.elements {
          #expect(point.x >= 39 && point.x <= 921 && point.y >= 50 && point.y <= 500)
        }
      }
    }
  }

  @Test func `a long table goes on from page to page, and no line is lost or shown twice`() {
    var figure = DocumentSample.figure(1)
    figure.drawing = DocumentSample.table(24, rowHeight: 30)
    let document = deck([.figure(figure)])
    let pages = document.pages.dropFirst()
    #expect(pages.map { $0.headings } == [["Claim 1 (1/2)"], ["Claim 1 (2/2)"]])
    #expect(
      pages.flatMap { $0.figures }.joined(separator: " ")
        == (0..<24).map { "row \($0)" }.joined(separator: " "))
    #expect(document.outline.count == 2)
  }

  @Test func `a grid is shown whole and then by rows, cut where it may be`() {
    var figure = DocumentSample.figure(1)
    figure.drawing = DocumentSample.table(3, rowHeight: 300, width: 700)
    figure.cuts = [300, 600]
    let pages = deck([.figure(figure)]).pages.dropFirst()
    #expect(
      pages.map { $0.headings } == [
        ["Claim 1"], ["Claim 1 (1/3)"], ["Claim 1 (2/3)"], ["Claim 1 (3/3)"],
      ])
    #expect(pages.map { $0.figures } == [["row 0 row 1 row 2"], ["row 0"], ["row 1"], ["row 2"]])
  }

  @Test func `a dark deck is dark on every page`() {
    let document = deck([.figure(DocumentSample.figure(1))], colors: .dark)
    #expect(document.pages.allSatisfy { $0.background == DocumentColors.dark.background })
  }

  @Test func `nothing but the small print is below 14 points`() {
    var figure = DocumentSample.figure(1)
    figure.note = "seed 1\nepoch 3"
    let page = deck([.figure(figure)]).pages[1]
    let small = page.pieces.filter { $0.role != .figure(alternative: "Shows 1") }.flatMap { piece in
      piece.commands.compactMap { command -> String? in
        guard case .text(let text) = command, text.style.size < 14 else { return nil }
        return text.content
      }
    }
    #expect(small == ["seed 1 · epoch 3"])
  }
}
