import Foundation

/// What the disk says of a file without reading it: enough to see that nobody has touched it.
package struct FileStamp: Equatable, Sendable {
  package let bytes: Int
  /// Nanoseconds since 1970 at which the content was last written; anybody may set it to any time.
  package let written: Int
  /// Nanoseconds since 1970 at which anything of the file changed, also its times or its name; nobody can set it.
  package let changed: Int
  /// The number of the file on its file system: another file of the same name has another one.
  package let inode: Int

  /// The stamp of the file at `path`; nil if there is no plain file, or a link to one.
  package init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of an open file; nil if it is no plain file.
  init?(ofOpen descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      bytes: Int(status.st_size), written: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: Int(truncatingIfNeeded: status.st_ino))
  }

  /// Makes a stamp that was noted before.
  package init(bytes: Int, written: Int, changed: Int, inode: Int) {
    self.bytes = bytes
    self.written = written
    self.changed = changed
    self.inode = inode
  }

  /// Whether it is of the same file with the same content, be it under another name since.
  func isOfSameContent(as other: FileStamp) -> Bool {
    (bytes, written, inode) == (other.bytes, other.written, other.inode)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
