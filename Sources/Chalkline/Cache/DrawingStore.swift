import Plotting
import Tracing

/// Drawings on disk for the documents that show them: a changed caption draws no figure again.
///
/// Each lies in a file named after everything that went into it. One that is damaged counts as none.
struct DrawingStore: Sendable {
  static let folder = "\(BuildCache.folder)/drawings"
  private let output: OutputFolder
  /// Whether what is there is used; else it is only replaced.
  private let isRead: Bool

  init(in output: OutputFolder, isRead: Bool) {
    self.output = output
    self.isRead = isRead
  }

  /// Whether a drawing is kept under `key` whole, and may be used.
  func has(_ key: String) -> Bool { isRead && content(of: key) != nil }

  /// The drawing that is kept under `key`; nil if there is none that can be trusted.
  func sketch(_ key: String) -> DrawnSketch? {
    content(of: key).flatMap { try? DrawnSketch(from: $0) }
  }

  private func content(of key: String) -> ArraySlice<UInt8>? {
    output.bytes(at: path(of: key)).flatMap { SnapshotSeal.content(of: $0, sealedAs: key) }
  }

  /// Keeps a drawing.
  func keep(_ sketch: DrawnSketch, _ key: String) throws(DiskError) {
    _ = try output.write(SnapshotSeal.sealed(sketch.bytes, as: key), to: path(of: key))
  }

  /// Removes every drawing but those under `keys`.
  func removeAll(but keys: Set<String>) {
    for name in output.names(in: Self.folder) where !name.hasPrefix(".") && !keys.contains(name) {
      output.removeOwn(Disk.join(Self.folder, name))
    }
  }

  private func path(of key: String) -> String { "\(Self.folder)/\(key)" }
}

/// A figure drawn for documents.
struct DrawnSketch: Equatable, Sendable {
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

extension DrawnSketch {
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
