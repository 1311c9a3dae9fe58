import Foundation

/// What the disk says of a file without reading it: enough to see that nobody has touched it.
struct FileStamp: Equatable, Sendable {
  let bytes: Int
  /// Nanoseconds since 1970 at which the file was last written.
  let written: Int
  /// The number of the file on its file system: another file of the same name has another one.
  let inode: Int

  /// The stamp of the file at `path`; nil if there is none.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      bytes: Int(status.st_size),
      written: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
      inode: Int(truncatingIfNeeded: status.st_ino))
  }

  /// Makes a stamp that was noted before.
  init(bytes: Int, written: Int, inode: Int) {
    self.bytes = bytes
    self.written = written
    self.inode = inode
  }
}
