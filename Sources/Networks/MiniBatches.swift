/// How the rows of one epoch are cut into mini-batches: consecutive slices of equal length.
public struct MiniBatches: Equatable, Sendable {
  /// What becomes of the rows that are too few to fill the last slice.
  public enum TailPolicy: String, CaseIterable, Sendable {
    /// They make a shorter slice of their own, averaged over its own length.
    case keep
    /// They take no part in this epoch; with fewer rows than `size` there is no update at all.
    case drop
  }

  /// How many rows there are, 0 or more.
  public let rows: Int
  /// How many rows a full slice has, 1 or more.
  public let size: Int
  /// What becomes of the rows that are too few to fill the last slice.
  public let tail: TailPolicy

  /// Makes the slices of `rows` rows.
  public init(rows: Int, size: Int, tail: TailPolicy = .keep) {
    precondition(rows >= 0 && size > 0, "\(rows) rows in mini-batches of \(size)")
    self.rows = rows
    self.size = size
    self.tail = tail
  }

  /// How many slices, and so updates, an epoch has.
  public var updateCount: Int {
    tail == .keep && rows % size > 0 ? rows / size + 1 : rows / size
  }

  /// How many rows take part in an epoch.
  public var rowCount: Int { tail == .keep ? rows : rows - rows % size }

  /// The places of one slice in the order of the epoch, slices counted from 0.
  public func range(_ update: Int) -> Range<Int> {
    precondition(update >= 0 && update < updateCount, "no slice \(update) among \(updateCount)")
    return update * size..<min((update + 1) * size, rows)
  }

  /// The rows of each slice, when the epoch takes them in the given order.
  public func slices(of order: [Int]) -> [[Int]] {
    precondition(order.count == rows, "an order of \(order.count) for \(rows) rows")
    return (0..<updateCount).map { Array(order[range($0)]) }
  }
}
