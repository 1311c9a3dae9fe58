import Drawings
import Plotting
import Testing

struct RasterMarkTests {
  private let gray = ColorRamp.through([.black, Color(hex: 0xFFFFFF)], name: "gray")

  private func grid(_ values: [Double]) -> Grid { Grid(xs: [0, 10], ys: [0, 10], values: values) }

  private func picture(_ grid: Grid) throws -> (raster: Raster, box: Rectangle) {
    let mark = Mark.raster(grid, ramp: gray, domain: 0...1)
    return try #require(Sheet.commands(of: mark).first?.picture)
  }

  @Test func `a picture has two pixels a point and fills its extent`() throws {
    let (raster, box) = try picture(grid([0, 1, 0, 1]))
    #expect(raster.columns == 200 && raster.rows == 200 && box == Sheet.area)
    #expect(Mark.raster(grid([0, 1, 0, 1]), ramp: gray, domain: 0...1).extent.x == 0...10)
  }

  @Test func `values are interpolated before they are colored`() throws {
    let raster = try picture(grid([0, 1, 0, 1])).raster
    for index in 0..<200 {
      // The middle of pixel i is (i + ½)/200 of the way.
      let color = gray((Double(index) + 0.5) / 200)
      #expect(raster.pixels[index] == UInt32(color.bytes.red) * 0x010101)
    }
  }

  @Test func `the first row of values is the lowest`() throws {
    let raster = try picture(grid([0, 0, 1, 1])).raster
    #expect(raster.pixels[0] & 255 > 250 && raster.pixels[199 * 200] & 255 < 5)
  }

  @Test func `values beyond the domain take the end colors`() throws {
    let raster = try picture(grid([-5, -5, 9, 9])).raster
    #expect(Set(raster.pixels.prefix(200)) == [0xFFFFFF])
  }

  @Test func `a NaN takes the color of the frame, and only around it`() throws {
    let grid = Grid(
      xs: [0, 5, 10], ys: [0, 5, 10], values: [.nan, 0, 0, 0, 0, 0, 0, 0, 0])
    let raster = try picture(grid).raster
    let bytes = Theme.paper.frame.bytes
    let missing = UInt32(bytes.red) << 16 | UInt32(bytes.green) << 8 | UInt32(bytes.blue)
    // The lower left quarter.
    #expect(raster.pixels.filter { $0 == missing }.count == 100 * 100)
    #expect(raster.pixels[199 * 200] == missing)
  }

  @Test(arguments: [0.5...0.5, -Double.infinity...Double.infinity])
  func `a domain without a length is no trap`(domain: ClosedRange<Double>) {
    let mark = Mark.raster(grid([0, 1, 2, .infinity]), ramp: gray, domain: domain)
    #expect(Sheet.commands(of: mark).count == 1)
  }

  @Test func `a field seen from very near has no more pixels than a page can use`() throws {
    let mark = Mark.raster(grid([0, 1, 0, 1]), ramp: gray, domain: 0...1)
    let near = Sheet.frame(x: 5...5.001, y: 5...5.001)
    let raster = try #require(Sheet.commands(of: mark, in: near).first?.picture?.raster)
    #expect(raster.columns <= 4096 && raster.rows <= 4096)
  }
}

struct ContourMarkTests {
  private let grid = Grid(xs: [0, 10], ys: [0, 10], values: [0, 10, 0, 10])

  @Test func `level lines are one path`() {
    let mark = Mark.contours(grid, at: [2.5, 5, 99], color: .scarlet, width: 1)
    #expect(Sheet.text(of: mark) == "stroke #ff0000 1 M 25,100 L 25,0 M 50,100 L 50,0")
  }

  @Test func `a closed line closes without repeating its first point`() throws {
    let peak = Grid(xs: [0, 5, 10], ys: [0, 5, 10], values: [0, 0, 0, 0, 1, 0, 0, 0, 0])
    let mark = Mark.contours(peak, at: [0.5], color: .scarlet, width: 1)
    let elements = try #require(Sheet.commands(of: mark).first?.path).elements
    #expect(elements.count == 5 && elements.last == .close)
  }

  @Test func `no line draws nothing`() {
    #expect(Sheet.commands(of: .contours(grid, at: [-1], color: .scarlet, width: 1)).isEmpty)
  }
}

struct ClassFieldMarkTests {
  private func grid(_ values: [Double]) -> Grid { Grid(xs: [0, 10], ys: [0, 10], values: values) }

  private func picture(_ grids: [Grid]) throws -> (raster: Raster, box: Rectangle) {
    let colors = [Color.scarlet, Color(hex: 0x00FF00), Color(hex: 0x0000FF)].prefix(grids.count)
    let mark = Mark.classField(grids, colors: Array(colors), background: .black)
    return try #require(Sheet.commands(of: mark).first?.picture)
  }

  @Test func `each place takes the color of the class that leads there`() throws {
    let (a, b) = (grid([1, 0, 1, 0]), grid([0, 1, 0, 1]))
    let pixels = try picture([a, b]).raster.pixels
    #expect(pixels[0] >> 16 > 0 && pixels[0] & 0xFFFF == 0)
    #expect((pixels[1] >> 8) & 255 > 0 && pixels[1] & 0xFF00FF == 0)
  }

  @Test func `a clearer lead is a stronger color`() throws {
    let (a, b) = (grid([1, 0.6, 1, 1]), grid([0, 0.4, 0, 0]))
    // The raster begins at the top: the lowest row is its second.
    let pixels = try picture([a, b]).raster.pixels
    #expect(pixels[2] >> 16 > pixels[3] >> 16)
  }

  @Test func `pixels stand with their centers on the crossings`() throws {
    let box = try picture([grid([1, 0, 1, 0]), grid([0, 1, 0, 1])]).box
    // Two crossings at 0 and 100 points: each pixel is 100 wide.
    #expect(box == Rectangle(x: -50, y: -50, width: 200, height: 200))
  }

  @Test func `a NaN is no trap`() throws {
    let raster = try picture([grid([.nan, .nan, 0, 0]), grid([.nan, 1, 1, .nan])]).raster
    #expect(raster.pixels.count == 4)
  }
}
