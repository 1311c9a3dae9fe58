import Snapshots
import Networks

extension SnapshotWriter {
  /// Writes a path of a descent.
  mutating func write(_ path: DescentPath) {
    write(path.positions) { $0.write($1) }
    write(path.values)
    switch path.end {
    case .minimum(let index):
      write(0)
      write(index)
    case .saddle(let index):
      write(1)
      write(index)
    case .diverged: write(2)
    case .unsettled: write(3)
    }
  }
}

extension SnapshotReader {
  /// Reads a path of a descent.
  mutating func path() throws(SnapshotError) -> DescentPath {
    let positions = try list { reader throws(SnapshotError) in try reader.numbers() }
    let values = try numbers()
    guard !positions.isEmpty, values.count == positions.count else { throw SnapshotError() }
    let end: DescentEnd
    switch try integer() {
    case 0: end = .minimum(try integer())
    case 1: end = .saddle(try integer())
    case 2: end = .diverged
    case 3: end = .unsettled
    default: throw SnapshotError()
    }
    return DescentPath(positions: positions, values: values, end: end)
  }
}
