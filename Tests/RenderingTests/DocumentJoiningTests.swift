import Drawings
import Rendering
import Testing

/// Tagged documents put together: one file, with the structure and the contents of all of them.
struct DocumentJoiningTests {
  private let bytes: [UInt8]
  private let file: PDFReader

  init() throws {
    bytes = try Self.joined()
    file = try PDFReader(bytes)
  }

  private static func joined() throws -> [UInt8] {
    let renderer = try Renderer()
    let measurer = try PangoTextMeasurer.measurer()
    let cover = document(["Course"], measurer)
    let parts = try [["One", "이"], ["Three"]].map { titles in
      let part = document(titles, measurer)
      return DocumentPart(
        bytes: try renderer.encode(part, metadata: .sample), outline: part.outline)
    }
    return try renderer.join(cover, with: parts, metadata: .sample)
  }

  /// A page for each title with a heading and a picture, and an entry for each page.
  private static func document(_ titles: [String], _ measurer: TextMeasurer) -> Document {
    Document(
      pages: titles.map { title in
        var page = Document.Page(size: Size(200, 150), background: Color(hex: 0xFFFFFF))
        page.add(.heading(1)) {
          $0.text(
            title, at: Point(10, 30), TextStyle(size: 12), Color(hex: 0), measuring: measurer)
        }
        page.add(.figure(alternative: "A dot for \(title)")) {
          $0.fill(.circle(Point(50, 90), radius: 20), Color(hex: 0x1F6FEB))
        }
        return page
      },
      outline: titles.enumerated().map { .init($0.element, page: $0.offset) })
  }

  @Test func `pages of all parts follow each other`() {
    #expect(file.pages.count == 4)
  }

  @Test func `the contents of a part hang below its first entry`() {
    #expect(file.outline == ["1 Course", "1 One", "2 이", "1 Three"])
  }

  @Test func `each part is an element of the whole, with all that it says of itself`() {
    let whole = file.catalog["/StructTreeRoot"]["/K"]
    let parts = whole["/K"].items.filter { $0["/S"].name == "/Part" }
    #expect(parts.map { $0["/K"].items.count } == [4, 2])
    let texts = parts.flatMap { $0["/K"].items }.map { $0["/Alt"].text }.filter { !$0.isEmpty }
    #expect(texts == ["A dot for One", "A dot for 이", "A dot for Three"])
  }

  @Test func `every page finds its own elements`() throws {
    let numbers = file.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"].items
    for (index, page) in file.pages.enumerated() {
      let key = try #require(
        stride(from: 0, to: numbers.count, by: 2).first {
          numbers[$0].number == page["/StructParents"].number
        })
      let kinds = numbers[key + 1].items.map { $0["/S"].name }
      #expect(kinds == ["/H1", "/Figure"], "page \(index)")
    }
  }

  @Test func `the same parts are the same file`() throws {
    #expect(try Self.joined() == bytes)
  }

  @Test func `a part that is no PDF is refused`() throws {
    let renderer = try Renderer()
    let cover = Self.document(["Course"], try PangoTextMeasurer.measurer())
    let part = DocumentPart(bytes: Array("no PDF".utf8), outline: [])
    #expect(throws: RenderError.self) {
      try renderer.join(cover, with: [part], metadata: .sample)
    }
  }
}
