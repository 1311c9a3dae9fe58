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
    ContourTracer(grid: self, level: level).lines()
  }
}

private struct ContourTracer {
  let grid: Grid
  let level: Double

  /// An edge of the mesh: horizontal ones first, then vertical ones.
  typealias Edge = Int

  func lines() -> [ContourLine] {
    var neighbors: [Edge: [Edge]] = [:]
    var order: [Edge] = []
    for row in 0..<grid.ys.count - 1 {
      for column in 0..<grid.xs.count - 1 {
        for (a, b) in segments(column: column, row: row) {
          for (from, to) in [(a, b), (b, a)] {
            if neighbors[from] == nil { order.append(from) }
            neighbors[from, default: []].append(to)
          }
        }
      }
    }
    return join(neighbors, order: order)
  }

  /// Follows each chain from an open end, then what is left, which is closed.
  private func join(_ neighbors: [Edge: [Edge]], order: [Edge]) -> [ContourLine] {
    var visited: Set<Edge> = []
    var result: [ContourLine] = []
    let openEnds = order.filter { neighbors[$0]?.count == 1 }
    for start in openEnds + order where !visited.contains(start) {
      var chain = [start]
      visited.insert(start)
      var current = start
      while let next = neighbors[current]?.first(where: { !visited.contains($0) }) {
        visited.insert(next)
        chain.append(next)
        current = next
      }
      let isClosed = chain.count > 2 && neighbors[current]?.contains(start) == true
      var points = chain.map(crossing)
      if isClosed { points.append(points[0]) }
      result.append(ContourLine(points: points, isClosed: isClosed))
    }
    return result
  }

  private func segments(column: Int, row: Int) -> [(Edge, Edge)] {
    let a = grid[column, row]
    let b = grid[column + 1, row]
    let c = grid[column + 1, row + 1]
    let d = grid[column, row + 1]
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return [] }
    let lower = horizontal(column, row)
    let upper = horizontal(column, row + 1)
    let left = vertical(column, row)
    let right = vertical(column + 1, row)
    let pattern =
      (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0)
    switch pattern {
    case 1, 14: return [(left, lower)]
    case 2, 13: return [(lower, right)]
    case 3, 12: return [(left, right)]
    case 4, 11: return [(right, upper)]
    case 6, 9: return [(lower, upper)]
    case 7, 8: return [(left, upper)]
    case 5, 10:
      let middleIsAbove = (a + b + c + d) / 4 > level
      return (pattern == 5) == middleIsAbove
        ? [(left, upper), (lower, right)] : [(left, lower), (right, upper)]
    case 0, 15: return []
    default: return []
    }
  }

  private func horizontal(_ column: Int, _ row: Int) -> Edge { row * grid.xs.count + column }
  private func vertical(_ column: Int, _ row: Int) -> Edge {
    grid.xs.count * grid.ys.count + row * grid.xs.count + column
  }

  private func crossing(_ edge: Edge) -> Point {
    let isVertical = edge >= grid.xs.count * grid.ys.count
    let index = isVertical ? edge - grid.xs.count * grid.ys.count : edge
    let (row, column) = (index / grid.xs.count, index % grid.xs.count)
    let (nextColumn, nextRow) = isVertical ? (column, row + 1) : (column + 1, row)
    let (from, to) = (grid[column, row], grid[nextColumn, nextRow])
    let share = (level - from) / (to - from)
    return Point(
      grid.xs[column] + (grid.xs[nextColumn] - grid.xs[column]) * share,
      grid.ys[row] + (grid.ys[nextRow] - grid.ys[row]) * share)
  }
}
