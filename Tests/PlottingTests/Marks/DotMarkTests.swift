import Drawings
import Plotting
import Testing

extension DotShape: CustomStringConvertible {
  /// The name, for failures to say.
  public var description: String {
    switch self {
    case .circle: "circle"
    case .square: "square"
    case .triangle: "triangle"
    case .diamond: "diamond"
    }
  }
}

struct DotMarkTests {
  @Test func `a dot is filled and edged in the page's color`() {
    let mark = Mark.dots([Dot(Point(5, 5), shape: .diamond, color: .scarlet)])
    let path = "M 50,45 L 55,50 L 50,55 L 45,50 Z"
    #expect(Sheet.text(of: mark) == "fill #ff0000 \(path)\nstroke #ffffff 0.6 \(path)")
  }

  @Test func `a ring is drawn first and around`() throws {
    let commands = Sheet.commands(of: .dots([Dot(Point(5, 5), color: .scarlet, ring: .black)]))
    #expect(commands.count == 3)
    let (ring, dot) = (try #require(commands[0].path), try #require(commands[1].path))
    #expect((ring.corners.map(\.x).max() ?? 0) > (dot.corners.map(\.x).max() ?? 100))
  }

  @Test(arguments: [
    Point(.nan, 5), Point(5, .infinity), Point(11, 5), Point(5, -1), Point(1e300, 1e300),
  ])
  func `a dot that has no place in the panel is left out`(place: Point) {
    #expect(Sheet.commands(of: .dots([Dot(place, color: .scarlet)])).isEmpty)
  }

  @Test func `a dot on the edge is whole`() {
    let mark = Mark.dots([Dot(Point(10, 0), color: .scarlet)])
    #expect(!mark.isClipped && Sheet.commands(of: mark).count == 2)
  }

  @Test func `the extent is that of the finite places`() {
    let mark = Mark.dots(
      [Point(1, 2), Point(.nan, 7), Point(-3, 4)].map { Dot($0, color: .scarlet) })
    #expect(mark.extent.x == -3...1 && mark.extent.y == 2...7)
  }

  @Test(arguments: DotShape.allCases)
  func `shapes have about the same area`(shape: DotShape) {
    let corners = shape.path(Point(0, 0), radius: 1).corners
    let twice = zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
      $0 + $1.0.x * $1.1.y - $1.0.y * $1.1.x
    }
    // The corners of the circle are those of an inscribed square.
    let area = shape == .circle ? Double.pi : abs(twice) / 2
    #expect(abs(area / Double.pi - 1) < 0.25)
  }

  @Test func `classes differ in shape and repeat after the last`() {
    let shapes = (0..<4).map(DotShape.ofClass)
    #expect(Set(shapes.map(\.description)).count == 4 && DotShape.ofClass(4) == shapes[0])
  }

  @Test(arguments: Theme.all)
  func `dots grow with the theme`(theme: Theme) throws {
    let dot = Dot(Point(5, 5), color: .scarlet, scale: 2)
    let path = try #require(
      Sheet.commands(of: .dots([dot]), in: Sheet.frame(theme: theme)).first?.path)
    #expect(path.corners.map(\.x).max() == 50 + 2 * theme.dot)
  }
}

struct BarMarkTests {
  @Test func `bars stand on their base, up or down`() {
    let mark = Mark.bars([(1...2, 8), (3...4, 2)], base: 5, color: .scarlet, gap: 2)
    let bars = ["11,20 L 19,20 L 19,50 L 11,50", "31,50 L 39,50 L 39,80 L 31,80"]
    #expect(Sheet.text(of: mark) == bars.map { "fill #ff0000 M \($0) Z" }.joined(separator: "\n"))
    #expect(mark.extent == Extent(x: 1...4, y: 2...8).union(mark.extent))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 0])
  func `a bar without a height is left out`(value: Double) {
    #expect(Sheet.commands(of: .bars([(1...2, value)], color: .scarlet)).isEmpty)
  }

  @Test func `bars narrower than the gap still show`() {
    let bars = (0..<1000).map { (Double($0) / 100...Double($0 + 1) / 100, 5.0) }
    #expect(Sheet.commands(of: .bars(bars, color: .scarlet)).count == 1000)
  }

  @Test func `bars stand on the axis of a logarithmic panel`() {
    let frame = Sheet.frame(y: 1...100, transform: .log)
    let text = Sheet.text(of: .bars([(0...10, 10)], color: .scarlet, gap: 0), in: frame)
    #expect(text == "fill #ff0000 M 0,50 L 100,50 L 100,100 L 0,100 Z")
  }
}
