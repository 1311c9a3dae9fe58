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

  /// Whether a drawing is kept under `key` and may be used.
  func has(_ key: String) -> Bool { isRead && output.has(path(of: key)) }

  /// The drawing that is kept under `key`; nil if there is none that can be trusted.
  func drawing(_ key: String) -> Drawing? {
    guard let bytes = output.bytes(at: path(of: key)),
      let content = SnapshotSeal.content(of: bytes, sealedAs: key)
    else { return nil }
    return try? DrawingSnapshot.drawing(from: content)
  }

  /// Keeps a drawing.
  func keep(_ drawing: Drawing, _ key: String) throws(DiskError) {
    _ = try output.write(
      SnapshotSeal.sealed(DrawingSnapshot.bytes(of: drawing), as: key), to: path(of: key))
  }

  /// Removes every drawing but those under `keys`.
  func removeAll(but keys: Set<String>) {
    for name in output.names(in: Self.folder) where !name.hasPrefix(".") && !keys.contains(name) {
      output.removeOwn(Disk.join(Self.folder, name))
    }
  }

  private func path(of key: String) -> String { "\(Self.folder)/\(key)" }
}
