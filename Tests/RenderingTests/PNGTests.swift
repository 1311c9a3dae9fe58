import Drawings
import Rendering
import Testing

struct PNGTests {
  let renderer: Renderer
  let drawing: Drawing
  let file: PNGReader

  init() throws {
    renderer = try Renderer()
    drawing = everything(measuring: try PangoTextMeasurer.measurer())
    file = PNGReader(try renderer.encode(drawing, as: .png, metadata: .sample).bytes)
  }

  @Test func `chunks come in the order of the specification`() {
    #expect(
      file.chunks.map { $0.type } == [
        "IHDR", "pHYs", "sRGB", "iTXt", "iTXt", "iTXt", "iTXt", "iTXt", "IDAT", "IEND",
      ])
  }

  @Test func `every checksum is right`() {
    #expect(file.chunks.allSatisfy { $0.isIntact })
  }

  @Test func `the header says 480 by 320 pixels of RGB`() {
    #expect(file.body("IHDR") == [0, 0, 1, 0xE0, 0, 0, 1, 0x40, 8, 2, 0, 0, 0])
  }

  @Test(arguments: [(72.0, 2835), (144, 5669), (300, 11811)])
  func `the resolution is stated per meter`(dpi: Double, perMeter: UInt32) throws {
    let png = PNGReader(try renderer.encode(drawing, as: .png, dpi: dpi, metadata: .sample).bytes)
    let density = png.body("pHYs")
    #expect(PNGReader.word(density, 0) == perMeter)
    #expect(PNGReader.word(density, 4) == perMeter)
    #expect(density.last == 1)
  }

  @Test func `decoded pixels are the drawn ones`() throws {
    #expect(file.pixels == (try renderer.raster(of: drawing).pixels))
  }

  @Test func `words are kept in any script`() {
    #expect(
      file.texts == [
        "Title": "결정 경계 <1>", "Description": "Blue & \"orange\" regions",
        "Software": "Chalkline 1.0", "Source": "lesson.yaml#boundary", "seed": "7",
      ])
  }

  @Test(arguments: ["", " seed", "seed ", "two  spaces", "종자", String(repeating: "k", count: 80)])
  func `a keyword that PNG does not allow is left out`(keyword: String) throws {
    var metadata = ImageMetadata.sample
    metadata.extra = [(keyword, "7")]
    let png = PNGReader(try renderer.encode(page(4, 4), as: .png, metadata: metadata).bytes)
    #expect(png.texts.count == 3)
  }
}
