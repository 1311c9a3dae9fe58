import Drawings
import Rendering
import Testing

/// Pictures that are hard to compress, or easy, through a PNG and back.
struct PictureTests {
  let renderer: Renderer

  init() throws { renderer = try Renderer() }

  /// The pixels of a PNG that shows `raster` pixel for pixel.
  private func shown(_ raster: Raster) throws -> [UInt32]? {
    let size = Size(Double(raster.columns), Double(raster.rows))
    var drawing = Drawing(size: size, background: Color(hex: 0xFFFFFF))
    drawing.commands.append(
      .image(raster, Rectangle(x: 0, y: 0, width: size.width, height: size.height)))
    return PNGReader(
      try renderer.encode(drawing, as: .png, dpi: 72, metadata: .sample).bytes
    ).pixels
  }

  private func raster(
    _ columns: Int, _ rows: Int, _ pixel: (_ column: Int, _ row: Int) -> UInt32
  ) -> Raster {
    Raster(
      columns: columns, rows: rows,
      pixels: (0..<columns * rows).map { pixel($0 % columns, $0 / columns) & 0xFFFFFF },
      isSmooth: false)
  }

  @Test(arguments: [1, 2, 85, 86, 87, 300, 10_923, 14_400])
  func `rows of one color come back, however wide`(columns: Int) throws {
    let picture = raster(columns, 3) { _, row in row == 1 ? 0x1F6FB5 : 0xFFFFFF }
    #expect(try shown(picture) == picture.pixels)
  }

  @Test func `noise comes back`() throws {
    var state: UInt32 = 1
    let picture = raster(200, 150) { _, _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 8
    }
    #expect(try shown(picture) == picture.pixels)
  }

  @Test func `counts as uneven as Fibonacci's numbers fit words of 15 bits`() throws {
    // Huffman's own code of these would have words of more than 20 bits.
    var (run, next) = (1, 1)
    var pixels: [UInt32] = []
    for color in UInt32(0)..<23 {
      pixels += (0..<run).flatMap { [color &* 0x0B0B0B, UInt32($0 & 255) << 16 | color] }
      (run, next) = (next, run + next)
    }
    let rows = pixels.count / 500
    let picture = raster(500, rows) { pixels[$1 * 500 + $0] }
    #expect(try shown(picture) == picture.pixels)
  }

  @Test func `a row that begins as the one above ended comes back`() throws {
    // Runs over the end of a row, stretches from the middle of one, and single pixels.
    let picture = raster(97, 300) { column, row in
      let place = row * 97 + column
      return place % 31 < 17 ? 0xE9EBEF : UInt32(place % 7) &* 0x203040
    }
    #expect(try shown(picture) == picture.pixels)
  }

  @Test func `flat figures are small`() throws {
    let page = try renderer.encode(page(480, 360), as: .png, metadata: .sample).bytes
    // 960 x 720 pixels of white: 12 bytes a row at most.
    #expect(page.count < 720 * 12)
  }
}
