import Foundation

/// The right to write into an output folder, which one process has at a time.
///
/// It is a lock that the system keeps on an open file (`flock`): it goes with the process, however that ends, so
/// that nothing is left locked. Stamps alone would not do: two builds that write at once would each be right
/// about its own files, and leave the folder a mixture of both.
package final class OutputLock: Sendable {
  /// Whether others may write at the same time.
  package enum Mode: Sendable {
    /// Nobody else may.
    case alone
    /// Those may that ask for the same: jobs that each build a part of a course write different files.
    case shared
  }

  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock at once.
  ///
  /// - Parameters:
  ///   - relative: The path of the locked file below the folder; made if need be, and left there.
  ///   - folder: The output folder.
  ///   - mode: Whether others may write as well.
  /// - Returns: Nil if somebody else has it. A file system without locks gives it to everybody.
  /// - Throws: `DiskError` if the file cannot be made.
  package static func taken(at relative: String, in folder: OutputFolder, _ mode: Mode)
    throws(DiskError) -> OutputLock?
  {
    let path = try folder.place(for: relative)
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { throw DiskError("write", path, number: errno) }
      let lock = OutputLock(descriptor)
      if flock(descriptor, (mode == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        if errno == EWOULDBLOCK { return nil }
        return lock
      }
      // Whoever had it before may have removed the file, and a third one locked a new one.
      if let own = FileStamp(ofOpen: descriptor), own.inode == FileStamp(of: path)?.inode {
        return lock
      }
    }
  }
}
