/// How high each item of a circuit stands, so that nothing touches and wires are short.
///
/// Lanes are drawn towards the mean height of what they are joined to; after each round the least moves
/// that keep them apart are made.
/// - Source: Hildreth 1957, "A quadratic programming procedure", for the least moves.
struct CircuitHeights {
  /// Points from the top to the wire of each item.
  private(set) var places: [Double]
  /// Points from the top to the bottom of everything.
  private(set) var height: Double = 0

  private let grid: CircuitGrid
  private let lanes: CircuitLanes
  /// The lanes that a lane is joined to without being level with them, and how strongly.
  private let neighbors: [[(lane: Int, pull: Double)]]
  private var heights: [Double]

  /// - Parameters:
  ///   - grid: The items in columns.
  ///   - rooms: What each item takes above and below its wire, half the gap to the next included.
  init(_ grid: CircuitGrid, rooms: [(above: Double, below: Double)]) {
    self.grid = grid
    lanes = CircuitLanes(grid, rooms: rooms)
    places = []
    neighbors = Self.neighbors(grid, lanes.laneOfItem)
    heights = [Double](repeating: 0, count: grid.items.count)
    for _ in 0..<Self.rounds {
      heights = heights.indices.map(wish)
      keepApart()
    }
    pushDown()
    places = grid.items.indices.map { heights[lanes.laneOfItem[$0]] }
    let top = places.indices.map { places[$0] - rooms[$0].above }.min() ?? 0
    for index in places.indices { places[index] -= top }
    height = places.indices.map { places[$0] + rooms[$0].below }.max() ?? 0
  }

  private static let rounds = 240
  private static let sweeps = 80

  /// What a gate alone takes stays around it; longer wires give way.
  private static func neighbors(
    _ grid: CircuitGrid, _ lanes: [Int]
  ) -> [[(lane: Int, pull: Double)]] {
    var neighbors = [[(lane: Int, pull: Double)]](repeating: [], count: grid.items.count)
    for (index, item) in grid.items.enumerated() {
      for after in item.after where lanes[after] != lanes[index] {
        let pull = item.before.isEmpty ? 6.0 : 1
        neighbors[lanes[index]].append((lanes[after], pull))
        neighbors[lanes[after]].append((lanes[index], pull))
      }
    }
    return neighbors
  }

  /// Half way to the mean of the neighbors: a whole step could swing to and fro.
  private func wish(_ lane: Int) -> Double {
    let near = neighbors[lane]
    guard !near.isEmpty else { return heights[lane] }
    let mean =
      near.reduce(0) { $0 + heights[$1.lane] * $1.pull } / near.reduce(0) { $0 + $1.pull }
    return (heights[lane] + mean) / 2
  }

  /// Moves the lanes least, by squares, so that they keep their distances, up to small errors.
  private mutating func keepApart() {
    var pressures = [Double](repeating: 0, count: lanes.separations.count)
    for _ in 0..<Self.sweeps {
      var largest = 0.0
      for (index, separation) in lanes.separations.enumerated() {
        let missing =
          separation.distance - (heights[separation.lower] - heights[separation.upper])
        let push = max(missing / 2, -pressures[index])
        pressures[index] += push
        heights[separation.lower] += push
        heights[separation.upper] -= push
        largest = max(largest, push.magnitude)
      }
      if largest < 0.01 { break }
    }
  }

  /// Makes up for the small errors, from the top down.
  private mutating func pushDown() {
    var below: [Int: [CircuitLanes.Separation]] = [:]
    for separation in lanes.separations { below[separation.upper, default: []].append(separation) }
    for lane in lanes.order {
      for separation in below[lane, default: []] {
        heights[separation.lower] = max(
          heights[separation.lower], heights[lane] + separation.distance)
      }
    }
  }
}
