import Foundation
import Synchronization

/// Files that belong together: written beside their places one by one, and put there at once.
///
/// What readers see is the old files, whole, until `commit`, and the new ones after it. What a process that is
/// killed in between leaves is removed by the next one. May be used from several threads.
package final class StagedFiles: Sendable {
  /// A file that was staged.
  package struct File: Equatable, Sendable {
    /// Below the output folder.
    package let path: String
    package let digest: Digest
    package let byteCount: Int
    /// Whether it differs from what lay in its place.
    package let isNew: Bool
  }

  private struct Waiting: Sendable {
    var partial: PartialFile
    /// Nil while it is still being written.
    var stamp: FileStamp?
  }

  private struct State: Sendable {
    var waiting: [String: Waiting] = [:]
    /// Of files that lay in their places already, with the right bytes.
    var unchanged: [String: FileStamp] = [:]
    var isOver = false
  }

  private let folder: OutputFolder
  private let state = Mutex(State())

  /// Makes a stage for files below `folder`.
  package init(in folder: OutputFolder) { self.folder = folder }

  /// Writes a file beside its place, or finds that it lies there already with the same bytes.
  ///
  /// - Throws: `DiskError` if it cannot be written, or if a link on the way leads out of the folder.
  package func write(_ bytes: [UInt8], to path: String) throws(DiskError) -> File {
    let target = try folder.place(for: path)
    let digest = Digest(of: bytes)
    if let stamp = Disk.stamp(ofFileAt: target, ifItHolds: bytes) {
      let older = state.withLock { state in
        state.unchanged[path] = stamp
        return state.waiting.removeValue(forKey: path)
      }
      older?.partial.remove()
      return File(path: path, digest: digest, byteCount: bytes.count, isNew: false)
    }
    let partial = PartialFile(of: target)
    // A build that was broken off wants no more files.
    if enter(partial, as: path) {
      note(try partial.write(CollectionOfOne(bytes)), of: partial, as: path)
    }
    return File(path: path, digest: digest, byteCount: bytes.count, isNew: true)
  }

  /// Writes a file whose bytes come piece by piece, or finds that it lies there already with the same bytes.
  ///
  /// - Throws: `DiskError` if it cannot be written, or if a link on the way leads out of the folder.
  package func write(pieces: some Sequence<[UInt8]>, to path: String) throws(DiskError) -> File {
    let target = try folder.place(for: path)
    let partial = PartialFile(of: target)
    let digest = RunningDigest()
    guard enter(partial, as: path) else {
      for piece in pieces { digest.add(piece) }
      return File(path: path, digest: digest.value, byteCount: digest.byteCount, isNew: true)
    }
    let stamp = try partial.write(pieces) { digest.add($0) }
    let old = Disk.stamp(ofFileAt: target, ifItHas: digest)
    if let old {
      partial.remove()
      state.withLock { state in
        state.waiting[path] = nil
        state.unchanged[path] = old
      }
    } else {
      note(stamp, of: partial, as: path)
    }
    return File(
      path: path, digest: digest.value, byteCount: digest.byteCount, isNew: old == nil)
  }

  /// Enters a file before it is there, so that `discard` misses none.
  ///
  /// - Returns: False if no more files are taken.
  private func enter(_ partial: PartialFile, as path: String) -> Bool {
    let (isOpen, older) = state.withLock { state in
      guard !state.isOver else { return (false, nil as Waiting?) }
      state.unchanged[path] = nil
      return (true, state.waiting.updateValue(Waiting(partial: partial), forKey: path))
    }
    older?.partial.remove()
    return isOpen
  }

  /// Notes that a file has been written; one that nobody wants any more is removed.
  private func note(_ stamp: FileStamp, of partial: PartialFile, as path: String) {
    let isStillWanted = state.withLock { state in
      state.waiting[path]?.stamp = stamp
      return !state.isOver
    }
    if !isStillWanted { partial.remove() }
  }

  /// Whether there is no file that `commit` would change.
  package var isEmpty: Bool { newCount == 0 }

  /// How many files `commit` would change, and how many lie there already.
  package var newCount: Int { state.withLock { $0.waiting.count } }
  package var unchangedCount: Int { state.withLock { $0.unchanged.count } }

  /// Puts all files in their places.
  ///
  /// - Returns: By path, the stamp of every file that was staged. One that another process has replaced in
  ///   the same moment has none: it is not what was written here.
  /// - Throws: `DiskError` at the first file that cannot be put there; the rest is removed.
  package func commit() throws(DiskError) -> [String: FileStamp] {
    let (waiting, unchanged) = state.withLock { state in
      state.isOver = true
      defer { state.waiting = [:] }
      return (state.waiting, state.unchanged)
    }
    var stamps = unchanged
    var rest = waiting.sorted { $0.key < $1.key }[...]
    while let (path, file) = rest.popFirst() {
      do throws(DiskError) {
        try file.partial.place()
      } catch {
        for (_, file) in rest { file.partial.remove() }
        throw error
      }
      // The rename itself counts as a change of the file, so the stamp is taken anew: of the very same file.
      if let noted = file.stamp, let now = FileStamp(of: file.partial.target),
        now.isOfSameContent(as: noted)
      {
        stamps[path] = now
      }
    }
    return stamps
  }

  /// Removes everything that was staged, and takes no more.
  package func discard() {
    let waiting = state.withLock { state in
      state.isOver = true
      defer { state.waiting = [:] }
      return state.waiting.values.map { $0.partial }
    }
    for partial in waiting { partial.remove() }
  }
}
