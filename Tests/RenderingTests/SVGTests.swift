import Drawings
import Foundation
import FoundationXML
import Rendering
import Testing

struct SVGTests {
  let renderer: Renderer
  let text: String

  init() throws {
    renderer = try Renderer()
    text = try Self.svg(everything(measuring: try PangoTextMeasurer.measurer()), renderer)
  }

  static func svg(
    _ drawing: Drawing, _ renderer: Renderer, _ metadata: ImageMetadata = .sample
  ) throws -> String {
    String(
      decoding: try renderer.encode(drawing, as: .svg, metadata: metadata).bytes, as: UTF8.self)
  }

  @Test func `every command makes well-formed XML`() {
    #expect(XMLTally(text) != nil)
  }

  @Test func `ids are unique and carry the figure's`() throws {
    let ids = try #require(XMLTally(text)).ids
    #expect(ids == ["boundary-title", "boundary-desc", "boundary-1", "boundary-2"])
  }

  @Test func `what a page can hold is the element without its metadata`() throws {
    let drawing = everything(measuring: try PangoTextMeasurer.measurer())
    let image = try renderer.encode(drawing, as: .svg, metadata: .sample)
    #expect(text.contains("<metadata>"))
    let markup = image.markup.map { String(decoding: image.bytes[$0], as: UTF8.self) }.joined()
    #expect(markup.hasPrefix("<svg ") && markup.hasSuffix("</svg>"))
    #expect(!markup.contains("<metadata>") && XMLTally(markup)?.ids == XMLTally(text)?.ids)
    for format in [ImageFormat.png, .pdf] {
      #expect(try renderer.encode(drawing, as: format, metadata: .sample).markup.isEmpty)
    }
  }

  @Test func `every reference has its id`() throws {
    let tally = try #require(XMLTally(text))
    #expect(!tally.references.isEmpty)
    #expect(tally.references.allSatisfy { tally.ids.contains($0) })
  }

  @Test func `title and description are escaped and readable`() {
    #expect(text.contains("<title id=\"boundary-title\">결정 경계 &lt;1&gt;</title>"))
    #expect(
      text.contains("<desc id=\"boundary-desc\">Blue &amp; &quot;orange&quot; regions</desc>"))
  }

  @Test func `the root is an image with a name and a language`() {
    #expect(text.contains("role=\"img\" lang=\"ko\" xml:lang=\"ko\""))
    #expect(text.contains("aria-labelledby=\"boundary-title boundary-desc\""))
  }

  @Test func `the size is in points, with a box of the same`() {
    #expect(text.contains("width=\"240pt\" height=\"160pt\" viewBox=\"0 0 240 160\""))
  }

  @Test func `only what slide programs read is written`() {
    for word in ["rgb(", "rgba(", "<use", "<mask", "<filter", "<text", "foreignObject", "<style"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["f 1/2", "그림", "7", ""])
  func `an id that XML does not allow is made one`(id: String) throws {
    var metadata = ImageMetadata.sample
    metadata.id = id
    let ids = try #require(XMLTally(try Self.svg(page(4, 4), renderer, metadata))).ids
    #expect(ids.count == 2)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil })
  }

  @Test func `characters that XML forbids are dropped from the words`() throws {
    var metadata = ImageMetadata.sample
    metadata.title = "a\u{0}b\u{8}c\u{FFFE}d\ne"
    #expect(try Self.svg(page(4, 4), renderer, metadata).contains(">abcd e</title>"))
  }

  @Test func `a shape and its edge are one element with exact numbers`() throws {
    var drawing = page(20, 20)
    let path = Path.polyline([Point(1, 2), Point(3.456, 2), Point(2, 0.5)], closed: true)
    drawing.fill(path, Color(hex: 0xE66100).opacity(0.25))
    drawing.stroke(path, Color(hex: 0x222222), StrokeStyle(width: 1.5, dash: [3, 0.125]))
    let element =
      "<path d=\"M1 2l2.46 0l-1.46-1.5z\" fill=\"#e66100\" fill-opacity=\"0.25\""
      + " stroke=\"#222222\" stroke-width=\"1.5\" stroke-dasharray=\"3 0.12\"/>"
    #expect(try Self.svg(drawing, renderer).contains(element))
  }
}

/// The ids of an XML text and what it refers to; nil if the text is not well-formed.
private final class XMLTally: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var references: [String] = []

  init?(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if let id = attributes["id"] { ids.append(id) }
    for value in attributes.values where value.hasPrefix("url(#") {
      references.append(String(value.dropFirst(5).dropLast()))
    }
    references += attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
  }
}
