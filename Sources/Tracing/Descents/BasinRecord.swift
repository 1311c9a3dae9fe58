/// What descents from a grid of starts have come to, update by update.
public struct BasinRecord: Sendable {
  /// From an update on, a start has this `DescentEnd.label`.
  struct Change: Sendable {
    let update: Int
    let label: Int
  }

  private var changes: [[Change]] = []

  /// The next start, with its label before any update and every change of it.
  mutating func append(_ start: [Change]) { changes.append(start) }

  /// `DescentEnd.label` of each start had descent ended after an update, as `Descent.basins`.
  public func labels(afterUpdate update: Int) -> [Int] {
    changes.map { start in (start.last { $0.update <= update } ?? start[0]).label }
  }
}

extension Descent {
  /// What the starts of a grid come to, update by update.
  ///
  /// - Parameters:
  ///   - xs: First coordinates of the grid.
  ///   - ys: Second coordinates of the grid; of a field of one dimension their number alone counts.
  /// - Returns: The labels of `basins` after every update.
  public func basinRecord(xs: [Double], ys: [Double]) -> BasinRecord {
    BasinMap(spec).record(xs: xs, ys: ys)
  }
}
