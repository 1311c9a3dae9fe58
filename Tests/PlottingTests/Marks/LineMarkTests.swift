import Drawings
import Plotting
import Testing

struct LineMarkTests {
  private func line(_ points: [Point], label: String? = nil) -> Mark {
    .line(points, color: .scarlet, width: 2, label: label)
  }

  @Test func `a line passes through its points`() {
    let text = Sheet.text(of: line([Point(0, 0), Point(5, 10), Point(10, 5)]))
    #expect(text == "stroke #ff0000 2 M 0,100 L 50,0 L 100,50")
  }

  @Test(arguments: [Point(.nan, 1), Point(5, .nan), Point(5, .infinity), Point(-.infinity, 2)])
  func `a point that is not finite breaks it`(gap: Point) {
    let points = [Point(0, 0), Point(1, 1), gap, Point(8, 8), Point(9, 9)]
    #expect(Sheet.text(of: line(points)) == "stroke #ff0000 2 M 0,100 L 10,90 M 80,20 L 90,10")
  }

  @Test func `a point between gaps is a dot`() {
    let points = [Point(.nan, 0), Point(5, 5), Point(.nan, 0)]
    #expect(Sheet.text(of: line(points)) == "stroke #ff0000 2 M 50,50 L 50,50")
  }

  @Test(arguments: [[], [Point(.nan, .nan)]])
  func `nothing finite draws nothing`(points: [Point]) {
    #expect(Sheet.commands(of: line(points)).isEmpty)
    #expect(line(points).extent == Extent())
  }

  @Test func `what is far outside is placed no farther than renderers can count`() {
    let points = [Point(0, 0), Point(1e200, -1e250)]
    let places = Sheet.commands(of: line(points)).compactMap(\.path).flatMap(\.corners)
    #expect(places == [Point(0, 100), Point(1e5, 1e5)])
  }

  @Test func `the extent is that of the finite points`() {
    let mark = line([Point(1, 5), Point(.nan, 9), Point(3, -.infinity), Point(2, -4)])
    #expect(mark.extent.x == 1...3 && mark.extent.y == -4...9)
  }

  @Test func `a line that does not count has no extent`() {
    let mark = Mark.line(
      [Point(1, 5), Point(2, 7)], color: .scarlet, width: 1, countsForScales: false)
    #expect(mark.extent == Extent())
  }

  @Test func `its label ends where the last finite point is`() {
    let mark = line([Point(0, 1), Point(1, 2), Point(2, .nan)], label: "run 1")
    #expect(mark.endLabel == EndLabel(text: "run 1", y: 2, color: .scarlet))
  }

  @Test func `a line without a point has no label`() {
    #expect(line([Point(.nan, .nan)], label: "run 1").endLabel == nil)
  }

  /// 100 000 points of a saw with two spikes.
  private var long: [Point] {
    (0..<100_000).map { index in
      let y = index == 31_415 ? 9.9 : index == 77_777 ? 0.1 : 4 + Double(index % 7) * 0.2
      return Point(Double(index) / 10_000, y)
    }
  }

  @Test func `a long line is thinned to what the page can show`() {
    let places = Sheet.commands(of: line(long)).compactMap(\.path).flatMap(\.corners)
    // 200 places of half a point, four points each.
    #expect(places.count <= 4 * 201 && places.count > 400)
  }

  @Test func `thinning keeps the first, the last and every extreme`() {
    let places = Sheet.commands(of: line(long)).compactMap(\.path).flatMap(\.corners)
    let ys = places.map(\.y)
    // Places of 9.9 and 0.1 in 0...10 over 100 points, but for rounding.
    #expect(abs((ys.min() ?? 0) - 1) < 1e-9 && abs((ys.max() ?? 0) - 99) < 1e-9)
    #expect(places.first == Point(0, 60) && places.last?.x == Sheet.frame().x(9.9999))
  }

  @Test func `thinning keeps gaps`() {
    var points = long
    points[50_000] = Point(.nan, .nan)
    let path = Sheet.commands(of: line(points)).compactMap(\.path).first
    let moves = path?.elements.filter { if case .move = $0 { true } else { false } }
    #expect(moves?.count == 2)
  }
}

struct AreaMarkTests {
  @Test func `an area lies between its curves`() {
    let mark = Mark.area(xs: [0, 5, 10], lower: [1, 2, 1], upper: [3, 4, 3], color: .scarlet)
    #expect(
      Sheet.text(of: mark) == "fill #ff0000 M 0,70 L 50,60 L 100,70 L 100,90 L 50,80 L 0,90 Z")
    #expect(mark.extent.y == 1...4)
  }

  @Test func `a value that is not finite leaves a gap`() {
    let xs = (0...6).map(Double.init)
    var upper = [Double](repeating: 2, count: 7)
    upper[3] = .nan
    let mark = Mark.area(
      xs: xs, lower: [Double](repeating: 1, count: 7), upper: upper, color: .scarlet)
    #expect(Sheet.commands(of: mark).count == 2)
  }

  @Test func `a polygon is filled and outlined`() {
    let mark = Mark.polygon(
      [Point(0, 0), Point(10, 0), Point(5, 10)], color: .scarlet, outline: .black)
    let path = "M 0,100 L 100,100 L 50,0 Z"
    #expect(Sheet.text(of: mark) == "fill #ff0000 \(path)\nstroke #000000 0.6 \(path)")
  }

  @Test func `a polygon with a corner nowhere is not drawn`() {
    let mark = Mark.polygon([Point(0, 0), Point(.nan, 0), Point(5, 10)], color: .scarlet)
    #expect(Sheet.commands(of: mark).isEmpty)
  }
}
