package import Snapshots

/// The name of a product or of an output: a value that can be compared and kept.
package protocol ProductID: Hashable, Sendable {
  /// Writes the name.
  func write(to writer: inout SnapshotWriter)
  /// Reads a name that was written.
  ///
  /// - Throws: `SnapshotError` if the bytes are none.
  init(from reader: inout SnapshotReader) throws(SnapshotError)
}
