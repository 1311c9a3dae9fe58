import Drawings
import Plotting
import Testing

struct RuleMarkTests {
  @Test func `a rule crosses the panel at one value`() {
    let upright = Mark.rule(at: 3, of: .across, color: .scarlet, width: 1, dash: [2])
    let level = Mark.rule(at: 3, of: .up, color: .scarlet, width: 1)
    #expect(Sheet.text(of: upright) == "stroke #ff0000 1 dash 2 M 30,0 L 30,100")
    #expect(Sheet.text(of: level) == "stroke #ff0000 1 M 0,70 L 100,70")
  }

  @Test(arguments: [Double.nan, .infinity, -1, 11, 1e300])
  func `a rule outside the panel is not drawn`(value: Double) {
    for direction in [Direction.across, .up] {
      let mark = Mark.rule(at: value, of: direction, color: .scarlet, width: 1)
      #expect(Sheet.commands(of: mark).isEmpty && mark.extent == Extent())
    }
  }

  @Test func `a band reaches the edges where it has no end`() {
    let mark = Mark.band(4...Double.infinity, of: .across, color: .scarlet)
    #expect(Sheet.text(of: mark) == "fill #ff0000 M 40,0 L 100,0 L 100,100 L 40,100 Z")
  }

  @Test func `a band up lies between its values`() {
    let mark = Mark.band(2...3, of: .up, color: .scarlet)
    #expect(Sheet.text(of: mark) == "fill #ff0000 M 0,70 L 100,70 L 100,80 L 0,80 Z")
  }

  @Test func `a band outside the panel is not drawn`() {
    for range in [12.0...15, -3...(-1), 10...11, 4...4] {
      #expect(Sheet.commands(of: .band(range, of: .across, color: .scarlet)).isEmpty)
    }
  }
}

struct StraightLineMarkTests {
  private func ends(_ a: Double, _ b: Double, _ c: Double, in frame: Frame = Sheet.frame())
    -> [Point]
  {
    let mark = Mark.straightLine(a: a, b: b, c: c, color: .scarlet, width: 1)
    return Sheet.commands(of: mark, in: frame).compactMap(\.path).flatMap(\.corners)
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  @Test(arguments: [
    (1.0, 1, -10, [Point(0, 0), Point(100, 100)]), (0, 2, -6, [Point(0, 70), Point(100, 70)]),
    (5, 0, -10, [Point(20, 0), Point(20, 100)]), (1, 1, -4, [Point(0, 60), Point(40, 100)]),
    (1, -1, 0, [Point(0, 100), Point(100, 0)]), (-2, 1, 0, [Point(0, 100), Point(50, 0)]),
  ])
  func `a line runs from edge to edge`(a: Double, b: Double, c: Double, wanted: [Point]) {
    #expect(ends(a, b, c) == wanted)
  }

  @Test(arguments: [1e-300, 1e-9, 1, 1e9, 1e300])
  func `only the ratio of the numbers counts`(factor: Double) {
    #expect(ends(factor, 2 * factor, -7 * factor) == ends(1, 2, -7))
  }

  @Test(arguments: [
    (0.0, 0, 1), (.nan, 1, 0), (1, .infinity, 0), (1, 1, .nan), (1, 1, 5), (1, 1, -1e300),
  ])
  func `a line that is none or misses the panel is not drawn`(a: Double, b: Double, c: Double) {
    #expect(ends(a, b, c).isEmpty)
  }

  @Test(arguments: [0.1, 1.0 / 3, 0.7, 1.1])
  func `a line through two corners is not lost to rounding`(side: Double) {
    let frame = Sheet.frame(x: 0...side, y: 0...side)
    // The ends are computed from products that round once each.
    #expect(ends(1, 1, -side, in: frame).count == 2)
    #expect(ends(1, -1, 0, in: frame).count == 2)
  }
}

struct ArrowMarkTests {
  @Test func `an arrow has a shaft and a head whose tip is the end`() throws {
    let mark = Mark.arrow(from: Point(0, 5), to: Point(10, 5), color: .scarlet, width: 1)
    let commands = Sheet.commands(of: mark)
    #expect(commands.count == 2)
    #expect(try #require(commands[0].path).corners.first == Point(0, 50))
    #expect(try #require(commands[1].path).corners.first == Point(100, 50))
  }

  @Test func `the shaft ends inside the head`() throws {
    let mark = Mark.arrow(from: Point(0, 0), to: Point(6, 8), color: .scarlet, width: 2)
    let corners = try Sheet.commands(of: mark).map { try #require($0.path).corners }
    #expect(corners[0].last == corners[1][2])
  }

  @Test func `too short a way draws the head alone`() {
    let mark = Mark.arrow(from: Point(0, 0), to: Point(0.1, 0), color: .scarlet, width: 2)
    #expect(Sheet.commands(of: mark).count == 1)
  }

  @Test(arguments: [Point(5, 5), Point(.nan, 5), Point(5, .infinity)])
  func `no way and no end draw nothing`(end: Point) {
    let mark = Mark.arrow(from: Point(5, 5), to: end, color: .scarlet, width: 2)
    #expect(Sheet.commands(of: mark).isEmpty)
  }

  @Test func `the extent holds both ends`() {
    let mark = Mark.arrow(from: Point(1, 8), to: Point(4, 2), color: .scarlet, width: 2)
    #expect(mark.extent.x == 1...4 && mark.extent.y == 2...8)
  }
}
