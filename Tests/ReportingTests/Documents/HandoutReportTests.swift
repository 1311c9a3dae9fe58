import Drawings
import Reporting
import Testing

struct HandoutReportTests {
  private func handout(_ items: [DocumentContent.Item], in language: String = "en") -> Document {
    HandoutReport(DocumentSample.content(items, in: language), colors: .light, measuring: .fixed)
      .document
  }

  /// Horizontal lines from margin to margin.
  private func rules(of page: Document.Page) -> [Double] {
    page.pieces.filter { $0.role == .decoration }.flatMap { $0.commands }.compactMap { command in
      guard case .stroke(let path, _, _) = command, case .move(let start) = path.elements[0],
        case .line(let end) = path.elements[1], start.y == end.y
      else { return nil }
      return start.y
    }
  }

  @Test func `figures have the numbers of the page and their whole captions`() {
    let document = handout([
      .figure(DocumentSample.figure(1)), .figure(DocumentSample.figure(4)),
    ])
    #expect(document.pages.count == 1)
    #expect(document.pages[0].size == Size(595, 842))
    #expect(
      document.pages[0].headings
        == ["One line", "Figure\u{A0}1. Claim 1", "Figure\u{A0}4. Claim 4"])
    #expect(document.pages[0].captions == ["First. Second.", "First. Second."])
    #expect(document.pages[0].alternatives == ["Shows 1", "Shows 4"])
  }

  @Test func `every figure has lines for notes, and they stay on the page`() {
    for count in 1...5 {
      let document = handout((1...count).map { .figure(DocumentSample.figure($0)) })
      for page in document.pages {
        #expect(rules(of: page).count >= 3 * page.alternatives.count)
        #expect(rules(of: page).allSatisfy { $0 <= 842 - 56 })
      }
      #expect(document.pages.flatMap { $0.alternatives } == (1...count).map { "Shows \($0)" })
    }
  }

  @Test func `a sheet is named, and handed out for itself`() {
    let document = handout([
      .figure(DocumentSample.figure(1)), .sheet(number: 2, title: "Your turn"),
    ])
    #expect(document.pages[0].headings.last == "Figure\u{A0}2. Your turn")
    #expect(document.pages[0].alternatives == ["Shows 1"])
    #expect(document.pages[0].captions.last?.contains("handed out separately") == true)
  }

  @Test func `what is too wide lies on the long side of a page of its own`() {
    let document = handout([
      .figure(DocumentSample.figure(1)), .figure(DocumentSample.figure(2, Size(900, 200))),
      .figure(DocumentSample.figure(3)),
    ])
    #expect(document.pages.map { $0.size.width } == [595, 842, 595])
    #expect(document.pages[1].alternatives == ["Shows 2"])
  }

  @Test func `a figure higher than a page is made smaller, also on the first`() throws {
    let document = handout([.figure(DocumentSample.figure(1, Size(480, 1500)))])
    #expect(document.pages.count == 1)
    let piece = try #require(
      document.pages[0].pieces.first { $0.role == .figure(alternative: "Shows 1") })
    for case .stroke(let path, _, _) in piece.commands {
      for case .line(let point) in path.elements { #expect(point.y < 842 - 62) }
    }
    #expect(rules(of: document.pages[0]).allSatisfy { $0 <= 842 - 56 })
  }

  @Test func `places for name and date and page numbers are there, in the language`() {
    let page = handout([.figure(DocumentSample.figure(1))], in: "ko").pages[0]
    #expect(page.allText.contains("이름") && page.allText.contains("날짜"))
    #expect(page.allText.contains("그림\u{A0}1. Claim 1"))
    #expect(page.allText.hasSuffix("1 / 1"))
  }

  @Test func `the outline leads to sections and figures`() {
    let document = handout([.section("Part"), .figure(DocumentSample.figure(1))])
    #expect(
      document.outline == [
        .init("One line", page: 0), .init("Part", page: 0),
        .init("Figure\u{A0}1. Claim 1", level: 2, page: 0),
      ])
  }

  @Test func `sheets to fill in have a page each, with a name and a date`() {
    let content = DocumentSample.content([
      .figure(DocumentSample.figure(1, Size(480, 500))),
      .figure(DocumentSample.figure(2, Size(700, 900))),
    ])
    let sheets = ExerciseReport(content, isKey: false, colors: .light, measuring: .fixed).document
    #expect(sheets.pages.count == 2)
    #expect(sheets.pages.allSatisfy { $0.allText.contains("Name") && $0.allText.contains("Date") })
    #expect(sheets.outline.map { $0.page } == [0, 1])
    let key = ExerciseReport(content, isKey: true, colors: .light, measuring: .fixed).document
    #expect(key.pages[0].allText.contains("Answer key"))
    #expect(!key.pages[0].allText.contains("Name"))
    #expect(sheets.pages[0].allText.contains("Exercise sheets"))
  }
}
