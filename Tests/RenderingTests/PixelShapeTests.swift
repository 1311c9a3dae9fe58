import Drawings
import Rendering
import Testing

/// Shapes that are drawn into the pixels themselves, against the same drawn by Cairo.
///
/// A clip that is no rectangle leaves all drawing to Cairo.
struct PixelShapeTests {
  let renderer: Renderer

  init() throws { renderer = try Renderer() }

  /// The mean and the largest difference of a component when Cairo draws the same.
  private func differences(_ drawing: Drawing, dpi: Double = 144) throws
    -> (mean: Double, largest: Int)
  {
    var byCairo = drawing
    let page = Rectangle(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
    var clip = Path.rectangle(page.inset(left: -9, top: -9, right: -9, bottom: -9))
    clip.elements.insert(.line(Point(page.center.x, -9)), at: 1)
    byCairo.commands = [.pushClip(clip)] + drawing.commands + [.popClip]
    let (ours, theirs) = (
      try renderer.raster(of: drawing, dpi: dpi), try renderer.raster(of: byCairo, dpi: dpi)
    )
    var largest = 0
    for (one, two) in zip(ours.pixels, theirs.pixels) {
      for shift in [UInt32(16), 8, 0] {
        largest = max(largest, abs(Int(one >> shift & 255) - Int(two >> shift & 255)))
      }
    }
    return (ours.meanDifference(from: theirs), largest)
  }

  @Test(arguments: [1.0, 2.75, 4, 11.3], [72.0, 100, 144])
  func `a dot covers what Cairo's covers, wherever it stands`(radius: Double, dpi: Double) throws {
    var drawing = page(120, 120, 0x92C5DE)
    for index in 0..<25 {
      let center = Point(14 + Double(index % 5) * 23.13, 14 + Double(index / 5) * 22.91)
      let circle = Path.circle(center, radius: radius)
      drawing.fill(circle, Color(hex: 0xB2182B))
      drawing.stroke(circle, Color(hex: 0), StrokeStyle(width: 0.8))
    }
    // Cairo's own rims are chords that may lie a tenth of a pixel inside, a tenth of 255 in a pixel,
    // and its coverages those of a grid of 17 by 15 samples; where two rims meet both count. A quarter
    // of the pixels are rims here, so that a mean of 1 is 4 of 255 in each of them.
    let found = try differences(drawing, dpi: dpi)
    #expect(found.largest <= 32 && found.mean < 1)
  }

  @Test func `small quadrilaterals and their thin edges cover what Cairo's cover`() throws {
    var drawing = page(100, 100)
    for index in 0..<64 {
      let corner = Point(8 + Double(index % 8) * 11.3, 8 + Double(index / 8) * 11.1)
      let lean = Double(index) * 0.09 - 3
      let path = Path.polyline(
        [
          corner, corner.moved(6.2, lean), corner.moved(7.4 - lean * 0.3, 5.5 + lean),
          corner.moved(0.8, 5.1),
        ], closed: true)
      drawing.fill(path, Color(hex: 0x1F968B))
      drawing.stroke(path, Color(hex: 0).opacity(0.4), StrokeStyle(width: 0.5))
    }
    let found = try differences(drawing)
    #expect(found.largest <= 24 && found.mean < 0.4)
  }

  @Test(arguments: [72.0, 100, 144])
  func `a polygon that ends at the edge of the page paints nothing beyond it`(dpi: Double) throws {
    var drawing = page(36, 36)
    for step in 0..<6 {
      let start = Double(step) * 6
      let atRight = [
        Point(36, start), Point(36, start + 5.3), Point(30.7, start + 6), Point(29.3, start + 0.6),
      ]
      // The same with its sides swapped ends at the lower edge.
      for corners in [atRight, atRight.map { Point($0.y, $0.x) }] {
        let path = Path.polyline(corners, closed: true)
        drawing.fill(path, Color(hex: 0x1F968B))
      }
    }
    let raster = try renderer.raster(of: drawing, dpi: dpi)
    // Beyond the end of a row lies the beginning of the next, which no polygon reaches.
    for row in 0..<raster.rows * 3 / 4 { #expect(raster.color(0, row) == 0xFFFFFF) }
    #expect(raster.color(raster.columns - 1, raster.rows / 2) != 0xFFFFFF)
    #expect(try differences(drawing, dpi: dpi).largest <= 24)
  }

  @Test func `a picture between pixels fades at its edges as Cairo's does`() throws {
    var drawing = page(40, 40)
    drawing.commands.append(
      .image(checkerboard(isSmooth: false), Rectangle(x: 3.3, y: 4.2, width: 20.5, height: 30.1)))
    // Where two colors meet inside, a pixel shows one of them.
    #expect(try differences(drawing, dpi: 72).largest <= 3)
  }

  @Test func `a clipped picture ends where the clip does`() throws {
    var drawing = page(10, 10)
    drawing.commands = [
      .pushClip(.rectangle(Rectangle(x: 2, y: 0, width: 3, height: 4))),
      .image(checkerboard(isSmooth: false), Rectangle(x: 0, y: 0, width: 10, height: 10)), .popClip,
    ]
    let raster = try renderer.raster(of: drawing, dpi: 72)
    let painted = raster.pixels.indices.filter { raster.pixels[$0] != 0xFFFFFF }
    #expect(painted == (0..<4).flatMap { row in (2..<5).map { row * 10 + $0 } })
  }
}
