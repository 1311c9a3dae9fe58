import Drawings
import Rendering
import Testing

struct RendererTests {
  let renderer: Renderer

  init() throws { renderer = try Renderer() }

  @Test func `a filled rectangle covers its pixels and no other`() throws {
    var drawing = page(10, 10)
    drawing.fill(
      .rectangle(Rectangle(x: 2, y: 3, width: 4, height: 5)), Color(hex: 0x1F6FEB))
    let raster = try renderer.raster(of: drawing, dpi: 72)
    for row in 0..<10 {
      for column in 0..<10 {
        let isInside = (2..<6).contains(column) && (3..<8).contains(row)
        #expect(raster.color(column, row) == (isInside ? 0x1F6FEB : 0xFFFFFF))
      }
    }
  }

  @Test(arguments: [(72.0, 101, 51), (144, 201, 101), (100, 140, 70), (300, 419, 210)])
  func `a page of 100.5 by 50.5 points has that many pixels`(dpi: Double, columns: Int, rows: Int)
    throws
  {
    let raster = try renderer.raster(of: page(100.5, 50.5), dpi: dpi)
    #expect(raster.columns == columns && raster.rows == rows)
  }

  @Test func `an image says how many pixels or points it has`() throws {
    let drawing = page(100.5, 50.5)
    for format in ImageFormat.allCases {
      let image = try renderer.encode(drawing, as: format, dpi: 144, metadata: .sample)
      #expect(image.size == (format.isRaster ? Size(201, 101) : Size(100.5, 50.5)))
    }
    let png = PNGReader(try renderer.encode(drawing, as: .png, dpi: 100, metadata: .sample).bytes)
    #expect(png.body("IHDR").starts(with: [0, 0, 0, 140, 0, 0, 0, 70]))
  }

  @Test(arguments: [0.0, -1, .nan, 2401])
  func `a resolution out of range is said to be invalid`(dpi: Double) {
    #expect(throws: RenderError.invalid("\(dpi) dpi; it must be above 0, 2400 at most")) {
      try renderer.encode(page(10, 10), as: .png, dpi: dpi, metadata: .sample)
    }
  }

  @Test func `more pixels than Cairo can hold are said to be invalid`() {
    let reason = "3 x 40000 pixels; each must be 32767 at most"
    #expect(throws: RenderError.invalid(reason)) {
      try renderer.encode(page(1, 14400), as: .png, dpi: 200, metadata: .sample)
    }
  }

  @Test func `half of blue over white is light blue`() throws {
    var drawing = page(4, 4)
    drawing.fill(
      .rectangle(Rectangle(x: 0, y: 0, width: 4, height: 4)), Color(hex: 0x0000FF).opacity(0.5))
    let color = try renderer.raster(of: drawing, dpi: 72).color(1, 1)
    // Cairo rounds 127.5 either way.
    #expect([0x7F7FFF, 0x8080FF].contains(color))
  }

  @Test func `a clip confines what follows and ends where it is popped`() throws {
    var drawing = page(8, 4)
    drawing.commands.append(.pushClip(.rectangle(Rectangle(x: 0, y: 0, width: 4, height: 4))))
    drawing.fill(.rectangle(Rectangle(x: 0, y: 0, width: 8, height: 4)), Color(hex: 0xFF0000))
    drawing.commands.append(.popClip)
    drawing.fill(.rectangle(Rectangle(x: 6, y: 0, width: 2, height: 4)), Color(hex: 0x00FF00))
    let raster = try renderer.raster(of: drawing, dpi: 72)
    #expect(
      (0..<8).map { raster.color($0, 2) }
        == [0xFF0000, 0xFF0000, 0xFF0000, 0xFF0000, 0xFFFFFF, 0xFFFFFF, 0x00FF00, 0x00FF00])
  }

  @Test func `hard pixels of an image keep their colors to the edge`() throws {
    var drawing = page(16, 16)
    drawing.commands.append(
      .image(checkerboard(isSmooth: false), Rectangle(x: 4, y: 4, width: 8, height: 8)))
    let raster = try renderer.raster(of: drawing, dpi: 72)
    #expect([raster.color(4, 4), raster.color(7, 7)] == [0x000000, 0x000000])
    #expect([raster.color(8, 4), raster.color(11, 7)] == [0xFFFFFF, 0xFFFFFF])
    #expect([raster.color(4, 11), raster.color(7, 8)] == [0xFF0000, 0xFF0000])
    #expect(
      [raster.color(3, 8), raster.color(12, 8), raster.color(5, 3)].allSatisfy { $0 == 0xFFFFFF })
  }

  @Test func `a smooth image blends inside and does not bleed at the edge`() throws {
    var drawing = page(16, 16)
    drawing.commands.append(
      .image(
        Raster(columns: 2, rows: 1, pixels: [0x000000, 0x0000FF], isSmooth: true),
        Rectangle(x: 2, y: 2, width: 12, height: 12)))
    let raster = try renderer.raster(of: drawing, dpi: 72)
    #expect([raster.color(2, 2), raster.color(2, 13)] == [0x000000, 0x000000])
    #expect([raster.color(13, 2), raster.color(13, 13)] == [0x0000FF, 0x0000FF])
    #expect((1..<255).contains(raster.color(8, 8)))
  }

  @Test func `a dot drawn as two discs looks like the circle filled and stroked`() throws {
    let circle = Path.circle(Point(20.3, 19.6), radius: 11)
    var dot = page(40, 40)
    dot.fill(circle, Color(hex: 0xE66100))
    dot.stroke(circle, Color(hex: 0x222222), StrokeStyle(width: 3))
    var apart = dot
    // A command between the two keeps them apart.
    apart.commands.insert(
      .pushClip(.rectangle(Rectangle(x: 0, y: 0, width: 40, height: 40))), at: 1)
    let difference = try renderer.raster(of: dot).meanDifference(
      from: renderer.raster(of: apart))
    // Only pixels on the two rims may differ, by rounding of their coverage.
    #expect(difference < 0.1)
  }

  @Test(arguments: ImageFormat.allCases, [Double.nan, .infinity, -.infinity])
  func `a coordinate that is not finite is an error`(format: ImageFormat, value: Double) throws {
    let line = Path.polyline([Point(0, 0), Point(value, 1)])
    let commands: [DrawingCommand] = [
      .fill(line, Color(hex: 0)), .stroke(line, Color(hex: 0), StrokeStyle(width: 1)),
      .pushClip(line),
      .image(checkerboard(isSmooth: true), Rectangle(x: 0, y: value, width: 1, height: 1)),
    ]
    for command in commands {
      var drawing = page(10, 10)
      drawing.commands = [command]
      #expect(throws: RenderError.self) {
        try renderer.encode(drawing, as: format, metadata: .sample)
      }
    }
  }

  @Test func `the error of a coordinate says where it is`() throws {
    var drawing = page(10, 10)
    drawing.stroke(
      .polyline([Point(0, 0), Point(.nan, 1)]), Color(hex: 0), StrokeStyle(width: 1))
    #expect(throws: RenderError.invalid("non-finite coordinate in a stroke")) {
      try renderer.encode(drawing, as: .png, metadata: .sample)
    }
  }

  @Test(arguments: ImageFormat.allCases)
  func `a clip that ends without beginning is an error`(format: ImageFormat) throws {
    var drawing = page(10, 10)
    drawing.commands = [.popClip]
    #expect(throws: RenderError.invalid("a clip ends that did not begin")) {
      try renderer.encode(drawing, as: format, metadata: .sample)
    }
  }

  @Test(arguments: ImageFormat.allCases, [0.0, -1, .nan, .infinity, 20_000])
  func `a page of an impossible size is an error`(format: ImageFormat, width: Double) throws {
    #expect(throws: RenderError.self) {
      try renderer.encode(page(width, 10), as: format, metadata: .sample)
    }
  }

  @Test func `a line to a far place goes in its direction`() throws {
    var drawing = page(10, 10)
    drawing.stroke(
      .polyline([Point(5, 5), Point(5, 1e30)]), Color(hex: 0), StrokeStyle(width: 2))
    let raster = try renderer.raster(of: drawing, dpi: 72)
    #expect(raster.color(4, 9) == 0x000000)
    #expect(raster.color(4, 2) == 0xFFFFFF)
  }

  @Test func `zero lengths, widths and texts draw nothing and are no error`() throws {
    var drawing = page(10, 10)
    let line = Path.polyline([Point(0, 5), Point(10, 5)])
    drawing.stroke(line, Color(hex: 0), StrokeStyle(width: 0))
    drawing.fill(Path(), Color(hex: 0))
    drawing.write("", Point(1, 5), TextStyle(size: 8), .fixed)
    drawing.write("a", Point(1, 5), TextStyle(size: 0), .fixed)
    for format in ImageFormat.allCases {
      #expect(try !renderer.encode(drawing, as: format, metadata: .sample).bytes.isEmpty)
    }
    #expect(try renderer.raster(of: drawing).pixels.allSatisfy { $0 == 0xFFFFFF })
  }
}
