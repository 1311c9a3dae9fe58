/// Items of a circuit that stand at one height, so that wires run level through single-input gates.
struct CircuitLanes {
  /// The lane of each item.
  private(set) var laneOfItem: [Int]
  /// Which lane must stand how far below which, column by column.
  private(set) var separations: [Separation] = []

  /// The least distance between the wires of two lanes.
  struct Separation: Equatable {
    let upper: Int
    let lower: Int
    let distance: Double
  }

  private let grid: CircuitGrid

  /// Joins what can be level; two lanes that cross somewhere stay apart there.
  init(_ grid: CircuitGrid, rooms: [(above: Double, below: Double)]) {
    self.grid = grid
    laneOfItem = Array(grid.items.indices)
    for item in grid.items.indices {
      let after = grid.items[item].after
      guard after.count == 1, grid.items[after[0]].before.count == 1 else { continue }
      let joined = laneOfItem.map { $0 == laneOfItem[after[0]] ? laneOfItem[item] : $0 }
      if Self.isOrdered(grid, joined) { laneOfItem = joined }
    }
    for column in grid.columns {
      for (upper, lower) in zip(column, column.dropFirst()) {
        separations.append(
          Separation(
            upper: laneOfItem[upper], lower: laneOfItem[lower],
            distance: rooms[upper].below + rooms[lower].above))
      }
    }
  }

  /// The lanes from the top, each after all that must stand above it.
  var order: [Int] { Self.order(grid, laneOfItem) }

  private static func isOrdered(_ grid: CircuitGrid, _ lanes: [Int]) -> Bool {
    order(grid, lanes).count == Set(lanes).count
  }

  /// Takes away lanes that have none above them, as long as there are some.
  private static func order(_ grid: CircuitGrid, _ lanes: [Int]) -> [Int] {
    var below: [Int: [Int]] = [:]
    var above: [Int: Int] = [:]
    for column in grid.columns {
      for (upper, lower) in zip(column, column.dropFirst()) {
        below[lanes[upper], default: []].append(lanes[lower])
        above[lanes[lower], default: 0] += 1
      }
    }
    var order = Set(lanes).filter { above[$0, default: 0] == 0 }.sorted()
    var next = 0
    while next < order.count {
      for lower in below[order[next], default: []] {
        above[lower, default: 0] -= 1
        if above[lower] == 0 { order.append(lower) }
      }
      next += 1
    }
    return order
  }
}
