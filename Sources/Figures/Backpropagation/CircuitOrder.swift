/// The order of a circuit's items in each column, with few crossings of wires.
///
/// It starts from a walk from the output to the inputs, which leaves a tree without crossings, and then
/// sorts column after column by the mean place of the neighbors, keeping the best order met.
/// - Source: Sugiyama, Tagawa & Toda 1981, "Methods for visual understanding of hierarchical system
///   structures", the barycentre method.
struct CircuitOrder {
  /// The items of each column from the top.
  private(set) var columns: [[Int]]

  private let items: [CircuitGrid.Item]

  init(items: [CircuitGrid.Item]) {
    self.items = items
    let count = (items.map { $0.column }.max() ?? 0) + 1
    columns = [[Int]](repeating: [], count: count)
    var visited = Set<Int>()
    for root in items.indices.reversed() where items[root].after.isEmpty {
      visit(root, &visited)
    }
    improve()
  }

  private mutating func visit(_ item: Int, _ visited: inout Set<Int>) {
    guard visited.insert(item).inserted else { return }
    columns[items[item].column].append(item)
    for before in items[item].before { visit(before, &visited) }
  }

  private mutating func improve() {
    var best = columns
    var least = crossings
    for round in 0..<24 where least > 0 {
      let goesRight = round % 2 == 0
      let order = goesRight ? Array(columns.indices) : columns.indices.reversed()
      for column in order { sort(column, by: goesRight ? \.before : \.after) }
      if crossings < least { (best, least) = (columns, crossings) }
    }
    columns = best
  }

  private mutating func sort(
    _ column: Int, by neighbors: KeyPath<CircuitGrid.Item, [Int]>
  ) {
    let places = self.places
    func middle(_ item: Int) -> Double? {
      let near = items[item][keyPath: neighbors]
      return near.isEmpty
        ? nil : near.reduce(0) { $0 + places[$1] } / Double(near.count)
    }
    let keys = columns[column].enumerated().map { place, item in
      (item: item, key: middle(item) ?? Double(place), place: place)
    }
    columns[column] = keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { $0.item }
  }

  private var places: [Double] {
    var places = [Double](repeating: 0, count: items.count)
    for column in columns {
      for (place, item) in column.enumerated() { places[item] = Double(place) }
    }
    return places
  }

  /// How many pairs of joints cross.
  var crossings: Int {
    let places = self.places
    return columns.reduce(0) { sum, column in
      let joints = column.flatMap { item in
        items[item].after.map { (from: places[item], to: places[$0]) }
      }
      var count = 0
      for (index, a) in joints.enumerated() {
        for b in joints.dropFirst(index + 1) where (a.from - b.from) * (a.to - b.to) < 0 {
          count += 1
        }
      }
      return sum + count
    }
  }
}
