import Networks

/// Descents from all points of a grid, of which only the ends are kept.
///
/// Goals: the ends of `DescentSpec.run`; then speed. All rules treat each number by itself, so the
/// points of a column are one list of parameters. A rule that remembers nothing cannot leave a point
/// that it has once stayed at, so such points need no more gradients.
struct BasinMap {
  private let spec: DescentSpec
  private let endings: DescentEndings
  private let remembersNothing: Bool

  init(_ spec: DescentSpec) {
    self.spec = spec
    endings = DescentEndings(of: spec.field)
    remembersNothing = spec.optimizer.bufferNames.isEmpty
  }

  /// The end of the descent from `(xs[i], ys[j])` at place `i * ys.count + j`.
  func ends(xs: [Double], ys: [Double]) -> [DescentEnd] {
    xs.flatMap { x in
      if spec.field.dimension == 1 {
        let end = ends(of: [x])
        return ys.flatMap { _ in end }
      }
      return ends(of: ys.flatMap { [x, $0] })
    }
  }

  /// What each start has come to, update by update, in the order of `ends`.
  func record(xs: [Double], ys: [Double]) -> BasinRecord {
    var record = BasinRecord()
    for x in xs {
      if spec.field.dimension == 1 {
        let changes = changes(of: [x])
        for _ in ys { record.append(changes[0]) }
      } else {
        for start in changes(of: ys.flatMap { [x, $0] }) { record.append(start) }
      }
    }
    return record
  }

  /// The labels that each of some starts goes through.
  private func changes(of starts: [Double]) -> [[BasinRecord.Change]] {
    let dimension = spec.field.dimension
    func label(_ point: Int, _ positions: [Double]) -> Int {
      endings.label(of: positions, at: point * dimension, dimension: dimension)
    }
    var changes = (0..<starts.count / dimension).map {
      [BasinRecord.Change(update: 0, label: label($0, starts))]
    }
    _ = ends(of: starts) { update, moving, positions in
      for point in moving {
        let label = label(point, positions)
        if label != changes[point][changes[point].count - 1].label {
          changes[point].append(BasinRecord.Change(update: update, label: label))
        }
      }
    }
    return changes
  }

  /// The ends of descents from some starts, whose coordinates stand one after the other.
  ///
  /// `watch` sees after each update which points have moved, and where all of them are.
  private func ends(
    of starts: [Double], watch: ((Int, [Int], [Double]) -> Void)? = nil
  ) -> [DescentEnd] {
    let dimension = spec.field.dimension
    var positions = starts
    var state = spec.optimizer.start(parameterCount: starts.count)
    var gradient = [Double](repeating: 0, count: starts.count)
    var moving = Array(0..<starts.count / dimension)
    moving.removeAll { retire($0, from: &positions) }
    var position = [Double](repeating: 0, count: dimension)
    var before = positions
    for update in 0..<spec.steps where !moving.isEmpty {
      for point in moving {
        for axis in 0..<dimension { position[axis] = positions[point * dimension + axis] }
        let slope = spec.field.gradient(position)
        for axis in 0..<dimension { gradient[point * dimension + axis] = slope[axis] }
      }
      before = positions
      state.update(&positions, with: gradient)
      watch?(update + 1, moving, positions)
      moving.removeAll { point in
        if retire(point, from: &positions) { return true }
        let places = places(of: point)
        let hasStopped = remembersNothing && places.allSatisfy { positions[$0] == before[$0] }
        if hasStopped { for place in places { gradient[place] = 0 } }
        return hasStopped
      }
    }
    return (0..<starts.count / dimension).map { point in
      endings.end(at: Array(positions[places(of: point)]))
    }
  }

  /// Whether a point has diverged; it is then NaN for good, whatever the rule would do later.
  private func retire(_ point: Int, from positions: inout [Double]) -> Bool {
    let places = places(of: point)
    guard !places.allSatisfy({ positions[$0].magnitude <= Descent.limit }) else { return false }
    for place in places { positions[place] = .nan }
    return true
  }

  private func places(of point: Int) -> Range<Int> {
    point * spec.field.dimension..<(point + 1) * spec.field.dimension
  }
}
