import Drawings
import Rendering
import Testing

/// A document of pages as a file that says what its pieces are.
struct DocumentPDFTests {
  private let document: Document
  private let bytes: [UInt8]
  private let file: PDFReader

  init() throws {
    let measurer = try PangoTextMeasurer.measurer()
    document = Self.document(measurer)
    bytes = try Renderer().encode(document, metadata: .sample)
    file = try PDFReader(bytes)
  }

  /// Two pages of different sizes with everything that a page may have.
  private static func document(_ measurer: TextMeasurer) -> Document {
    func page(_ size: Size, _ title: String, alternative: String) -> Document.Page {
      var page = Document.Page(size: size, background: Color(hex: 0xFFFFFF))
      page.add(.heading(1)) { $0.write(title, Point(10, 30), TextStyle(size: 12), measurer) }
      page.add(.paragraph) { $0.write("Words", Point(10, 50), TextStyle(size: 9), measurer) }
      page.add(.figure(alternative: alternative)) { drawing in
        drawing.fill(.circle(Point(50, 90), radius: 20), Color(hex: 0x1F6FEB))
        drawing.write("x₁", Point(50, 90), TextStyle(size: 9), measurer)
      }
      page.add(.caption) { $0.write("그림의 설명", Point(10, 130), TextStyle(size: 9), measurer) }
      page.add(.decoration) { $0.write("1", Point(150, 140), TextStyle(size: 8), measurer) }
      return page
    }
    return Document(
      pages: [
        page(Size(200, 150), "One", alternative: "A \"blue\" dot (round)"),
        page(Size(160, 180), "둘", alternative: "파란 점 − x₁"),
      ],
      outline: [
        .init("First", page: 0), .init("하나", level: 2, page: 0), .init("Last", page: 1),
      ])
  }

  @Test func `pages have their sizes`() {
    let sizes = file.pages.map { page in page["/MediaBox"].items.map { $0.number } }
    #expect(sizes == [[0, 0, 200, 150], [0, 0, 160, 180]])
  }

  @Test func `it says its language, and that it has tags`() {
    #expect(file.catalog["/Lang"].text == "ko")
    #expect(file.catalog["/MarkInfo"]["/Marked"].isTrue)
    #expect(file.catalog["/ViewerPreferences"]["/DisplayDocTitle"].isTrue)
  }

  @Test func `it says its title, and neither an author nor the time of the day`() {
    #expect(file.information["/Title"].text == "결정 경계 <1>")
    #expect(file.information["/Author"].isNull)
    #expect(file.information["/CreationDate"].text == "D:20000101000000Z")
  }

  @Test func `one element holds all others, in the order in which they are read`() {
    let root = file.catalog["/StructTreeRoot"]["/K"].items
    #expect(root.map { $0["/S"].name } == ["/Document"])
    let kinds = root[0]["/K"].items.map { $0["/S"].name }
    let page = ["/H1", "/P", "/Figure", "/Caption"]
    #expect(kinds == page + page)
    #expect(root[0]["/K"].items.allSatisfy { $0["/P"]["/S"].name == "/Document" })
  }

  @Test func `each figure has its alternative text`() {
    let elements = file.catalog["/StructTreeRoot"]["/K"]["/K"].items
    let figures = elements.filter { $0["/S"].name == "/Figure" }
    #expect(figures.map { $0["/Alt"].text } == ["A \"blue\" dot (round)", "파란 점 − x₁"])
    #expect(elements.filter { !$0["/Alt"].isNull }.count == 2)
  }

  @Test func `the outline has its levels`() {
    #expect(file.outline == ["1 First", "2 하나", "1 Last"])
  }

  @Test func `the same document is the same file, also with others at the same time`() async throws
  {
    let (document, bytes) = (document, bytes)
    let renderer = try Renderer()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try renderer.encode(document, metadata: .sample) == bytes }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func `a document without pages is an error`() {
    #expect(throws: RenderError.invalid("a document without pages")) {
      try Renderer().encode(Document(), metadata: .sample)
    }
  }

  @Test func `a character that no font has is an error`() throws {
    var document = document
    document.pages[0].add(.caption) {
      $0.write("\u{10A380}", Point(10, 10), TextStyle(size: 9), .fixed)
    }
    #expect(throws: RenderError.missingGlyph(character: "\u{10A380}", text: "\u{10A380}")) {
      try Renderer().encode(document, metadata: .sample)
    }
  }
}
