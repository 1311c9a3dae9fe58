public import Drawings

/// One level line: its points in data units, in order.
public struct ContourLine: Sendable, Equatable {
  /// The corners; the last one repeats the first where the line is closed.
  public var points: [Point]
  /// Whether the line ends where it began.
  public var isClosed: Bool

  /// Sum of the lengths of its segments, in data units.
  public var length: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, ends in
      let (dx, dy) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
      return sum + (dx * dx + dy * dy).squareRoot()
    }
  }
}

extension Grid {
  /// The lines where the values, interpolated along the mesh, equal `level`.
  ///
  /// Marching squares: each cell gives up to two segments between crossings of its edges, and equal
  /// crossings join into lines. A saddle cell is decided by the mean of its corners. A value equal to
  /// the level counts as below. Cells with a non-finite corner give nothing.
  /// - Source: Lorensen & Cline 1987 in two dimensions.
  public func contours(at level: Double) -> [ContourLine] {
    var tracer = ContourTracer(grid: self, level: level)
    return tracer.chains().map { tracer.line(of: $0) }
  }

  /// The outlines of the region where the values, interpolated along the mesh, lie above `level`:
  /// closed lines with the region on one and the same side of each, so that holes run the other way
  /// round.
  ///
  /// Along its edge the grid bounds the region. Values that are not finite count as below.
  public func outlines(above level: Double) -> [[Point]] {
    // A seam of no width, not above the level, closes every line along the edge of the grid.
    var padded = Grid(
      xs: [xs[0]] + xs + [xs[xs.count - 1]], ys: [ys[0]] + ys + [ys[ys.count - 1]],
      values: [Double](repeating: level, count: (xs.count + 2) * (ys.count + 2)))
    for row in ys.indices {
      for column in xs.indices {
        let value = self[column, row]
        if value.isFinite {
          padded.values[(row + 1) * padded.xs.count + column + 1] = value
        }
      }
    }
    var tracer = ContourTracer(grid: padded, level: level)
    return tracer.chains().map { tracer.outline(of: $0) }
  }
}

/// Walks the cells once and joins their segments by the numbers of the edges that they end on.
///
/// The horizontal edge that begins at crossing n is 2n, the upright one 2n + 1. Each is crossed at most
/// once and touched by at most two cells, so that two links an edge hold all there is to join.
private struct ContourTracer {
  let grid: Grid
  let level: Double
  private let columns: Int
  /// The other ends of the segments at edge e are `links[2 * e]` and `links[2 * e + 1]`.
  private var links: [Int32]
  /// The crossed edges in the order in which cells were visited.
  private var crossed: [Int32] = []

  private static let none: Int32 = -1

  init(grid: Grid, level: Double) {
    self.grid = grid
    self.level = level
    columns = grid.xs.count
    links = [Int32](repeating: Self.none, count: 4 * grid.values.count)
  }

  /// The numbers of the edges that a line crosses, in order; the first is not repeated at the end.
  struct Chain {
    var edges: [Int] = []
    var isClosed = false
  }

  mutating func chains() -> [Chain] {
    for row in 0..<grid.ys.count - 1 {
      let below = row * columns
      for node in below..<below + columns - 1 { visitCell(at: node) }
    }
    return joined()
  }

  /// Links the crossings on the edges of the cell whose lower left corner is crossing `node`.
  private mutating func visitCell(at node: Int) {
    let a = grid.values[node]
    let b = grid.values[node + 1]
    let c = grid.values[node + columns + 1]
    let d = grid.values[node + columns]
    let pattern =
      (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0)
    // A NaN counts as below here, so that a cell with one may show a pattern; it is refused next.
    guard pattern != 0, pattern != 15 else { return }
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return }
    let lower = 2 * node
    let upper = 2 * (node + columns)
    let left = 2 * node + 1
    let right = 2 * (node + 1) + 1
    switch pattern {
    case 1, 14: link(left, lower)
    case 2, 13: link(lower, right)
    case 3, 12: link(left, right)
    case 4, 11: link(right, upper)
    case 6, 9: link(lower, upper)
    case 7, 8: link(left, upper)
    default:
      // A saddle. Quarters first: four large values may have no finite sum.
      let middleIsAbove = a / 4 + b / 4 + c / 4 + d / 4 > level
      if (pattern == 5) == middleIsAbove {
        link(left, upper)
        link(lower, right)
      } else {
        link(left, lower)
        link(right, upper)
      }
    }
  }

  private mutating func link(_ a: Int, _ b: Int) {
    attach(b, to: a)
    attach(a, to: b)
  }

  private mutating func attach(_ end: Int, to edge: Int) {
    if links[2 * edge] == Self.none {
      links[2 * edge] = Int32(end)
      crossed.append(Int32(edge))
    } else {
      links[2 * edge + 1] = Int32(end)
    }
  }

  /// Follows each chain from an open end, then what is left, which is closed.
  private func joined() -> [Chain] {
    var isVisited = [Bool](repeating: false, count: 2 * grid.values.count)
    var result: [Chain] = []
    for wantsOpenEnd in [true, false] {
      for start in crossed.map({ Int($0) }) where !isVisited[start] {
        guard !wantsOpenEnd || links[2 * start + 1] == Self.none else { continue }
        var chain = Chain(isClosed: !wantsOpenEnd)
        var current = start
        while true {
          isVisited[current] = true
          chain.edges.append(current)
          let (first, second) = (Int(links[2 * current]), Int(links[2 * current + 1]))
          if !isVisited[first] {
            current = first
          } else if second >= 0, !isVisited[second] {
            current = second
          } else {
            break
          }
        }
        result.append(chain)
      }
    }
    return result
  }

  func line(of chain: Chain) -> ContourLine {
    var points = chain.edges.map(crossing)
    if chain.isClosed { points.append(points[0]) }
    return ContourLine(points: points, isClosed: chain.isClosed)
  }

  /// The corners of a closed line, turned so that larger values lie on its left where y grows upward,
  /// and without those along a straight edge of the grid.
  func outline(of chain: Chain) -> [Point] {
    // In counts of cells a seam has a width, so that its edges have a direction as well.
    let places = chain.edges.map(meshPlace)
    var turn = 0.0
    var corners: [Point] = []
    for (index, edge) in chain.edges.enumerated() {
      let (before, here) = (places[index > 0 ? index - 1 : places.count - 1], places[index])
      let after = places[index + 1 < places.count ? index + 1 : 0]
      let high = upperEnd(of: edge)
      turn += (after.x - before.x) * (high.y - here.y) - (after.y - before.y) * (high.x - here.x)
      let corner = crossing(edge)
      guard corner != corners.last else { continue }
      if corners.count > 1,
        corner.isStraightOn(corners[corners.count - 2], corners[corners.count - 1])
      {
        corners[corners.count - 1] = corner
      } else {
        corners.append(corner)
      }
    }
    // The line may begin in the middle of such an edge.
    if corners.count > 3, corners[0] == corners[corners.count - 1] { corners.removeLast() }
    if corners.count > 3, corners[1].isStraightOn(corners[corners.count - 1], corners[0]) {
      corners.removeFirst()
    }
    let end = corners.count - 1
    if end > 2, corners[0].isStraightOn(corners[end - 1], corners[end]) { corners.removeLast() }
    return turn < 0 ? corners.reversed() : corners
  }

  /// Where a line crosses an edge, in columns and rows.
  private func meshPlace(_ edge: Int) -> Point {
    let node = edge / 2
    let place = Point(Double(node % columns), Double(node / columns))
    return edge % 2 == 1 ? place.moved(0, share(of: edge)) : place.moved(share(of: edge), 0)
  }

  /// The crossing of the mesh at that end of an edge where the value is larger, in columns and rows.
  private func upperEnd(of edge: Int) -> Point {
    let node = edge / 2
    let next = edge % 2 == 1 ? node + columns : node + 1
    let high = grid.values[node] > grid.values[next] ? node : next
    return Point(Double(high % columns), Double(high / columns))
  }

  /// How far along an edge the level lies, 0...1.
  private func share(of edge: Int) -> Double {
    let node = edge / 2
    let from = grid.values[node]
    let to = grid.values[edge % 2 == 1 ? node + columns : node + 1]
    // Halves, since the difference of two large values may not be finite.
    return (level / 2 - from / 2) / (to / 2 - from / 2)
  }

  private func crossing(_ edge: Int) -> Point {
    let node = edge / 2
    let (row, column) = (node / columns, node % columns)
    let share = share(of: edge)
    if edge % 2 == 1 {
      let (y, next) = (grid.ys[row], grid.ys[row + 1])
      return Point(grid.xs[column], y + (next - y) * share)
    }
    let (x, next) = (grid.xs[column], grid.xs[column + 1])
    return Point(x + (next - x) * share, grid.ys[row])
  }
}

extension Point {
  /// Whether an upright or level line through two points goes on through this one.
  fileprivate func isStraightOn(_ first: Point, _ second: Point) -> Bool {
    first.x == second.x && second.x == x || first.y == second.y && second.y == y
  }
}
