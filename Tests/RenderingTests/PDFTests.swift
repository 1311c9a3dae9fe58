import Drawings
import Foundation
import Rendering
import Testing

struct PDFTests {
  let renderer: Renderer
  let drawing: Drawing
  let bytes: [UInt8]
  let text: String

  init() throws {
    renderer = try Renderer()
    drawing = everything(measuring: try PangoTextMeasurer.measurer())
    bytes = try renderer.encode(drawing, as: .pdf, metadata: .sample).bytes
    // Latin-1 keeps every byte a character, so that places in the text are places in the file.
    text = String(data: Data(bytes), encoding: .isoLatin1) ?? ""
  }

  @Test func `the page has the size of the drawing in points`() {
    #expect(text.contains("/MediaBox [ 0 0 240 160 ]"))
  }

  @Test func `the date is the stated one`() throws {
    #expect(text.contains("/CreationDate (D:20000101000000Z)"))
    var metadata = ImageMetadata.sample
    // 29 February 2024, 12:34:56 UTC.
    metadata.creationTime = 1_709_210_096
    let dated = try renderer.encode(drawing, as: .pdf, metadata: metadata).bytes
    let isDated = (String(data: Data(dated), encoding: .isoLatin1) ?? "")
      .contains("(D:20240229123456Z)")
    #expect(isDated)
  }

  @Test func `the catalog names the language`() {
    #expect(text.contains("/Lang (ko)"))
  }

  @Test func `the table of objects is where the file says`() throws {
    let start = try #require(text.firstMatch(of: /startxref\n(\d+)\n%%EOF/))
    let table = try #require(Int(start.1))
    #expect(bytes[table..<table + 5].elementsEqual("xref\n".utf8))
  }

  @Test func `readers find the language, the title and the date, and nothing to complain of`()
    throws
  {
    let file = try PDFReader(bytes)
    #expect(file.catalog["/Lang"].text == "ko")
    #expect(file.catalog["/ViewerPreferences"]["/DisplayDocTitle"].isTrue)
    #expect(file.information["/Title"].text == "결정 경계 <1>")
    #expect(file.information["/CreationDate"].text == "D:20000101000000Z")
  }

  // Cairo 1.16 lists a picture in the resources of a page as often as the page shows it.
  @Test func `a picture that is shown twice is listed once`() throws {
    var drawing = page(40, 20)
    for x in [0.0, 20] {
      drawing.commands.append(
        .image(checkerboard(isSmooth: true), Rectangle(x: x, y: 0, width: 16, height: 16)))
    }
    let file = try PDFReader(renderer.encode(drawing, as: .pdf, metadata: .sample).bytes)
    #expect(file.pages.count == 1)
  }

  @Test func `every picture is in the file once, with its own pixels`() throws {
    let gray = Raster(
      columns: 3, rows: 2, pixels: [0, 0, 0xFFFFFF, 0, 0xFFFFFF, 0], isSmooth: true)
    // Two pixels, as the stand-ins that Cairo is given.
    let pair = Raster(columns: 2, rows: 1, pixels: [0x123456, 0x00FF80], isSmooth: true)
    let pictures = [gray, pair, checkerboard(isSmooth: true), gray, pair]
    let pages = pictures.map { picture in
      var drawing = page(40, 20)
      drawing.commands.append(.image(picture, Rectangle(x: 2, y: 3, width: 30, height: 11)))
      return drawing
    }
    let file = try PDFReader(renderer.encodePages(pages, metadata: .sample))
    let found = file.pictures
    #expect(file.pages.count == 5 && found.count == 3)
    for picture in pictures.prefix(3) {
      let bytes = picture.pixels.flatMap { pixel in
        [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> $0) }
      }
      let isFound = found.contains {
        $0.columns == picture.columns && $0.rows == picture.rows && $0.bytes == bytes
      }
      #expect(isFound, "\(picture.columns)x\(picture.rows)")
    }
  }

  @Test func `a document without a language says none`() throws {
    var metadata = ImageMetadata.sample
    metadata.language = ""
    let file = try PDFReader(renderer.encode(drawing, as: .pdf, metadata: metadata).bytes)
    #expect(file.catalog["/Lang"].isNull)
  }

  @Test func `fonts are embedded`() {
    #expect(text.contains("DejaVuSans") && text.contains("NanumGothic"))
    #expect(text.contains("/FontFile2"))
  }

  @Test(arguments: TextTests.symbols, [TextStyle(size: 11), TextStyle(size: 11).bold])
  func `a symbol is drawn with DejaVu Sans`(text: String, style: TextStyle) throws {
    let fonts = try fonts(of: page(saying: text, style))
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0.hasPrefix("DejaVuSans") })
  }

  @Test(arguments: ["은닉층", "뷁", "ㄱ"])
  func `Hangul is drawn with NanumGothic`(text: String) throws {
    #expect(try fonts(of: page(saying: text)) == ["NanumGothic"])
    #expect(try fonts(of: page(saying: text, TextStyle(size: 9).bold)) == ["NanumGothicBold"])
  }

  /// The fonts that a PDF embeds, as in `/BaseFont /ABCDEF+DejaVuSans`.
  private func fonts(of drawing: Drawing) throws -> Set<String> {
    let file = try renderer.encode(drawing, as: .pdf, metadata: .sample).bytes
    let text = String(data: Data(file), encoding: .isoLatin1) ?? ""
    return Set(text.matches(of: /\/BaseFont \/[A-Z]{6}\+(\S+)/).map { String($0.1) })
  }

  @Test func `pages have the sizes of their drawings`() throws {
    let pages = try renderer.encodePages([page(100, 50), page(70, 90)], metadata: .sample)
    let text = String(data: Data(pages), encoding: .isoLatin1) ?? ""
    #expect(text.contains("/Count 2"))
    #expect(text.contains("/MediaBox [ 0 0 100 50 ]") && text.contains("/MediaBox [ 0 0 70 90 ]"))
  }

  @Test func `a document without pages is an error`() {
    #expect(throws: RenderError.invalid("a document without pages")) {
      try renderer.encodePages([], metadata: .sample)
    }
  }
}
