import Drawings
import Testing

struct PathTests {
  private let box = Rectangle(x: 10, y: 20, width: 30, height: 40)

  @Test(arguments: [[], [Point(1, 1)]])
  func `fewer than two points are no line`(points: [Point]) {
    #expect(Path.polyline(points).elements.isEmpty)
    #expect(Path.polyline(points, closed: true).elements.isEmpty)
  }

  @Test func `a closed line closes`() {
    let path = Path.polyline([Point(0, 0), Point(1, 0), Point(0, 1)], closed: true)
    #expect(path.elements.last == .close && path.elements.count == 4)
  }

  @Test func `a rectangle has its corners`() {
    let corners = [Point(10, 20), Point(40, 20), Point(40, 60), Point(10, 60)]
    #expect(Path.rectangle(box).corners == corners)
  }

  @Test(arguments: [1.0, 5, 15, 400])
  func `a rounded rectangle stays inside the plain one`(radius: Double) {
    for point in Path.rectangle(box, radius: radius).corners { #expect(box.contains(point)) }
  }

  @Test func `a circle keeps its distance from the center`() {
    let elements = Path.circle(Point(3, -2), radius: 5).elements
    var start = Point(0, 0)
    for element in elements {
      if case .curve(let a, let b, let end) = element {
        for t in stride(from: 0.0, through: 1, by: 0.125) {
          let (p, q) = (bezier(start.x, a.x, b.x, end.x, t), bezier(start.y, a.y, b.y, end.y, t))
          // The best four curves are off by 0.027 % of the radius.
          #expect(abs(((p - 3) * (p - 3) + (q + 2) * (q + 2)).squareRoot() / 5 - 1) < 2.8e-4)
        }
      }
      if case .move(let to) = element { start = to }
      if case .curve(_, _, let to) = element { start = to }
    }
  }

  private func bezier(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  }
}

struct GeometryTests {
  @Test func `a rectangle knows its edges and its middle`() {
    let box = Rectangle(x: 1, y: 2, width: 4, height: 6)
    #expect(box.right == 5 && box.bottom == 8 && box.center == Point(3, 5))
  }

  @Test func `an inset moves each edge inward`() {
    let box = Rectangle(x: 0, y: 0, width: 10, height: 10)
    let inner = box.inset(left: 1, top: 2, right: 3, bottom: -4)
    #expect(inner == Rectangle(x: 1, y: 2, width: 6, height: 12))
  }

  @Test(arguments: [(Point(0, 0), true), (Point(4, 3), true), (Point(4.01, 3), false)])
  func `edges belong to a rectangle`(point: Point, isInside: Bool) {
    #expect(Rectangle(x: 0, y: 0, width: 4, height: 3).contains(point) == isInside)
  }
}

struct ColorTests {
  @Test func `bytes are those of the hexadecimal form`() {
    let bytes = Color(hex: 0x1F6FB5).bytes
    #expect(bytes.red == 0x1F && bytes.green == 0x6F && bytes.blue == 0xB5 && bytes.alpha == 255)
  }

  @Test func `components out of range are clamped`() {
    let bytes = Color(red: -1, green: 2, blue: 0.5, alpha: 9).bytes
    #expect(bytes.red == 0 && bytes.green == 255 && bytes.blue == 128 && bytes.alpha == 255)
  }

  @Test func `mixing goes from one color to the other`() {
    let (a, b) = (Color(hex: 0x102030), Color(hex: 0x304050).opacity(0))
    #expect(a.mixed(with: b, 0) == a && a.mixed(with: b, 0.5).alpha == 0.5)
  }
}
