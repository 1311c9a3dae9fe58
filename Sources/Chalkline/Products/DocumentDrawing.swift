import Drawings
import Plotting
import Snapshots

/// A figure drawn for documents.
struct DocumentDrawing: Equatable, Sendable {
  var drawing: Drawing
  /// The explanation, where the document is to place it.
  var key: Drawing?
  /// The small print, where the document is to set it.
  var note: String
  /// Heights at which the drawing may be cut apart.
  var cuts: [Double]

  /// The bytes that `init(from:)` reads.
  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(note)
    writer.write(cuts)
    writer.write(key != nil)
    return writer.bytes + (key.map { DrawingSnapshot.bytes(of: $0) } ?? [])
      + DrawingSnapshot.bytes(of: drawing)
  }
}

extension DocumentDrawing {
  /// Reads what was kept.
  init(from bytes: ArraySlice<UInt8>) throws(SnapshotError) {
    var reader = SnapshotReader(bytes)
    note = try reader.text()
    cuts = try reader.numbers()
    key = try reader.optional { reader throws(SnapshotError) in
      try DrawingSnapshot.drawing(from: &reader)
    }
    drawing = try DrawingSnapshot.drawing(from: &reader)
  }
}
