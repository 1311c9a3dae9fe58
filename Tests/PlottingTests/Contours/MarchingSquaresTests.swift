import Drawings
import GoldenNumbers
import Plotting
import Testing

private struct GoldenContours: Decodable {
  struct Item: Decodable {
    let id, function: String
    let level: Double
    let n: Int
    let min, max, totalLength: Double
    let closed, open: Int
    let lineLengths: [Double]
  }
  struct Cell: Decodable {
    let values: [[Double]]
    let level: Double
    let lines: [[[Double]]]
  }
  let tolerance: Tolerance
  let items: [Item]
  let ambiguousCells: [Cell]
}

extension Grid {
  /// `count` by `count` values of `function` over a square.
  fileprivate init(
    _ range: ClosedRange<Double>, count: Int, _ function: (Double, Double) -> Double
  ) {
    let axis = Grid.axis(range, count: count)
    self.init(xs: axis, ys: axis, values: axis.flatMap { y in axis.map { function($0, y) } })
  }

  /// A grid at whole numbers from 0, of rows listed from the lowest.
  fileprivate init(rows: [[Double]]) {
    self.init(
      xs: rows[0].indices.map(Double.init), ys: rows.indices.map(Double.init),
      values: rows.flatMap { $0 })
  }
}

private let functions: [String: @Sendable (Double, Double) -> Double] = [
  "circle": { $0 * $0 + $1 * $1 },
  "hyperbola": { $0 * $1 },
  "line": { 2 * $0 - 3 * $1 },
  "camelBowl": { ($0 * $0 - 1) * ($0 * $0 - 1) + $1 * $1 },
]

struct MarchingSquaresTests {
  private func goldenLines() throws -> [(GoldenContours.Item, [ContourLine])] {
    try golden("contours", as: GoldenContours.self).items.map { item in
      let function = try #require(functions[item.function])
      let grid = Grid(item.min...item.max, count: item.n, function)
      return (item, grid.contours(at: item.level))
    }
  }

  @Test func `lines are as long as the reference's`() throws {
    let tolerance = try golden("contours", as: GoldenContours.self).tolerance
    for (item, lines) in try goldenLines() {
      let length = lines.reduce(0) { $0 + $1.length }
      #expect(tolerance.accepts(length, item.totalLength), "\(item.id): \(length)")
    }
  }

  @Test func `each line is as long as the reference's`() throws {
    let tolerance = try golden("contours", as: GoldenContours.self).tolerance
    for (item, lines) in try goldenLines() {
      let lengths = lines.map(\.length).sorted(by: >)
      #expect(tolerance.mismatch(lengths, item.lineLengths) == nil, "\(item.id)")
    }
  }

  @Test func `as many lines are closed and open as in the reference`() throws {
    for (item, lines) in try goldenLines() {
      #expect(lines.filter(\.isClosed).count == item.closed, "\(item.id)")
      #expect(lines.filter { !$0.isClosed }.count == item.open, "\(item.id)")
    }
  }

  @Test func `a saddle is decided by the mean of its corners`() throws {
    for cell in try golden("contours", as: GoldenContours.self).ambiguousCells {
      let lines = Grid(rows: cell.values).contours(at: cell.level)
      let ends = lines.map { line in Set(line.points.map { [$0.x, $0.y].map(rounded) }) }
      let wanted = cell.lines.map { line in Set(line.map { $0.map(rounded) }) }
      #expect(Set(ends) == Set(wanted))
    }
  }

  /// To 1e-12, since a crossing is a quotient.
  private func rounded(_ value: Double) -> Double { (value * 1e12).rounded() / 1e12 }

  @Test func `both readings of a saddle are right turned by a quarter`() {
    let high = Grid(rows: [[0, 1], [1, 0]]).contours(at: 0.4)
    let low = Grid(rows: [[0, 1], [1, 0]]).contours(at: 0.6)
    #expect(high.count == 2 && low.count == 2)
    #expect(high.allSatisfy { $0.points.count == 2 } && low.allSatisfy { $0.points.count == 2 })
  }

  @Test(arguments: [-1.0, 0.37, 0.5, 2.25])
  func `the level line of a plane is straight`(level: Double) {
    let grid = Grid(-2...2, count: 17) { 0.75 * $0 + $1 }
    let lines = grid.contours(at: level)
    #expect(lines.count == 1)
    // Interpolation in a plane is exact but for rounding.
    #expect(lines[0].points.allSatisfy { abs(0.75 * $0.x + $0.y - level) < 1e-14 })
  }

  @Test func `a constant field has no line, at its own level neither`() {
    let grid = Grid(0...1, count: 5) { _, _ in 3 }
    #expect(grid.contours(at: 3).isEmpty && grid.contours(at: 2).isEmpty)
  }

  @Test func `a peak that leaves the border free is one closed line`() {
    let line = Grid(rows: [[0, 0, 0], [0, 1, 0], [0, 0, 0]]).contours(at: 0.5)
    #expect(line.count == 1 && line[0].isClosed && line[0].points.first == line[0].points.last)
    // A square on its corner with half diagonals of a half.
    #expect(abs(line[0].length - 4 * (0.5).squareRoot()) < 1e-15)
  }

  @Test func `a loop that touches the border stays closed`() {
    // The crossings at the level itself fall on corners of the border.
    let grid = Grid(-1...1, count: 21) { $0 * $0 + $1 * $1 }
    let lines = grid.contours(at: 1)
    let length = lines.reduce(0) { $0 + $1.length }
    #expect(lines.allSatisfy { !$0.isClosed || $0.points.first == $0.points.last })
    // The polygon of chords is shorter than the circle by far less than a step of 0.1.
    #expect(abs(length - 2 * Double.pi) < 0.02)
  }

  @Test func `a loop across the border is open there`() {
    let line = Grid(rows: [[1, 0], [0, 0], [0, 0]]).contours(at: 0.5)
    #expect(line.count == 1 && !line[0].isClosed && line[0].points.count == 2)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a cell with a corner that is not finite breaks the line`(corner: Double) {
    var grid = Grid(-1...1, count: 11) { x, _ in x + 0.05 }
    grid.values[5 * 11 + 5] = corner
    let lines = grid.contours(at: 0)
    #expect(lines.count == 2 && lines.allSatisfy { !$0.isClosed })
    // Two of ten rows of cells are lost.
    #expect(abs(lines.reduce(0) { $0 + $1.length } - 1.6) < 1e-12)
  }

  @Test func `the largest doubles are crossed halfway`() {
    let most = Double.greatestFiniteMagnitude
    let line = Grid(rows: [[-most, most], [-most, most]]).contours(at: 0)
    #expect(line.map(\.points) == [[Point(0.5, 0), Point(0.5, 1)]])
  }

  @Test(arguments: [-0.9, -0.35, 0.001, 0.35, 0.8])
  func `points lie on edges of the mesh between a lower and a higher corner`(level: Double) {
    let grid = Grid(0...12, count: 13) { ($0 * 7 + $1 * 3).truncatingRemainder(dividingBy: 2) - 1 }
    for point in grid.contours(at: level).flatMap(\.points) {
      let (column, row) = (Int(point.x), Int(point.y))
      let onColumn = point.x == point.x.rounded()
      let next = onColumn ? grid[column, min(row + 1, 12)] : grid[min(column + 1, 12), row]
      let (low, high) = (min(grid[column, row], next), max(grid[column, row], next))
      #expect(low <= level && high > level)
    }
  }

  @Test func `turning a field over keeps its lines`() {
    let up = Grid(-2...2, count: 31) { ($0 * $0 - 1) * ($0 * $0 - 1) + $1 * $1 }
    let down = Grid(-2...2, count: 31) { -(($0 * $0 - 1) * ($0 * $0 - 1) + $1 * $1) }
    let (a, b) = (up.contours(at: 0.51), down.contours(at: -0.51))
    #expect(a.count == b.count)
    #expect(abs(a.reduce(0) { $0 + $1.length } - b.reduce(0) { $0 + $1.length }) < 1e-12)
  }
}

struct GridTests {
  @Test func `an axis has both ends exactly`() {
    let axis = Grid.axis(-0.1...0.7, count: 7)
    #expect(axis.count == 7 && axis[0] == -0.1 && axis[6] == 0.7)
  }

  @Test func `a grid reads column before row`() {
    let grid = Grid(xs: [0, 1, 2], ys: [0, 1], values: [1, 2, 3, 4, 5, 6])
    #expect(grid[2, 0] == 3 && grid[0, 1] == 4)
  }

  @Test func `the range leaves out what is not finite`() {
    var grid = Grid(xs: [0, 1], ys: [0, 1], values: [.nan, 2, -.infinity, -1])
    #expect(grid.finiteRange == -1...2)
    grid.values = [.nan, .nan, .infinity, .nan]
    #expect(grid.finiteRange == nil)
  }
}
