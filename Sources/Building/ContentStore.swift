package import Files
import Snapshots
import Synchronization

/// What products gave, kept on disk under the digest of everything that went into it.
///
/// What is damaged, or belongs to something else, counts as none; the store may be deleted at any time.
package struct ContentStore: Sendable {
  /// A kept value: the folder of its kind, and the digest of what went into it.
  package struct Key: Hashable, Sendable {
    let folder: String
    let name: String

    package init(folder: String, digest: Digest) {
      self.folder = folder
      name = digest.description
    }
  }

  /// Why a value is not kept.
  package enum Objection: Equatable, Sendable {
    /// It takes so many bytes that reading them would take as long as making it.
    case tooLarge(Int)
    case disk(DiskError)
  }

  private let output: OutputFolder
  private let root: String
  /// Whether what is there is used; else it is only replaced.
  private let isRead: Bool

  /// A store in the folder `root` below `output`.
  package init(in output: OutputFolder, at root: String, isRead: Bool = true) {
    self.output = output
    self.root = root
    self.isRead = isRead
  }

  /// Whether something is kept under `key`; it may still turn out to be damaged.
  package func has(_ key: Key) -> Bool { isRead && output.has(path(of: key)) }

  /// What is kept under `key`; nil if there is nothing that can be trusted.
  package func content(of key: Key) -> ArraySlice<UInt8>? {
    guard isRead, let bytes = output.bytes(at: path(of: key)) else { return nil }
    return SnapshotSeal.content(of: bytes, sealedAs: key.name)
  }

  /// Keeps bytes under `key`.
  package func keep(_ bytes: [UInt8], as key: Key) throws(DiskError) {
    _ = try output.write(SnapshotSeal.sealed(bytes, as: key.name), to: path(of: key))
  }

  /// Removes everything in some folders but what is kept under `keys`.
  package func removeAll(in folders: Set<String>, but keys: Set<Key>) {
    for folder in folders {
      let kept = Set(keys.lazy.filter { $0.folder == folder }.map { $0.name })
      for name in output.names(in: Disk.join(root, folder))
      where !name.hasPrefix(".") && !kept.contains(name) {
        output.removeOwn(Disk.join(Disk.join(root, folder), name))
      }
    }
  }

  private func path(of key: Key) -> String {
    Disk.join(Disk.join(root, key.folder), key.name)
  }
}
