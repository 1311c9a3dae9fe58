import TestFolders
import Files
import Foundation
import Testing

/// What the disk says of a file, and what it cannot be made to say.
struct FileStampTests {
  /// A file that was there long enough for every change of it to be seen in the times.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a")
    return folder
  }

  private func setTimes(of path: String, to stamp: FileStamp) throws {
    let time = timespec(
      tv_sec: stamp.written / 1_000_000_000, tv_nsec: stamp.written % 1_000_000_000)
    var times = [time, time]
    try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
  }

  @Test func `a file that nobody touches has one stamp`() throws {
    let folder = try folder()
    let stamp = try #require(FileStamp(of: folder.path("a")))
    _ = folder.text("a")
    #expect(FileStamp(of: folder.path("a")) == stamp)
    #expect(stamp.bytes == 3)
    #expect(
      stamp
        == FileStamp(
          bytes: 3, written: stamp.written, changed: stamp.changed, inode: stamp.inode))
  }

  @Test func `another file of the same name, size and time has another stamp`() throws {
    let folder = try folder()
    let stamp = try #require(FileStamp(of: folder.path("a")))
    try folder.write("two", to: "b")
    try setTimes(of: folder.path("b"), to: stamp)
    #expect(rename(folder.path("b"), folder.path("a")) == 0)
    let now = try #require(FileStamp(of: folder.path("a")))
    #expect((now.bytes, now.written) == (stamp.bytes, stamp.written))
    #expect(now.inode != stamp.inode)
    #expect(now != stamp)
  }

  @Test func `a time that was set back shows`() throws {
    let folder = try folder()
    let stamp = try #require(FileStamp(of: folder.path("a")))
    // Until the clock of the file system has gone on: it goes in steps of a few milliseconds.
    repeat {
      try setTimes(of: folder.path("a"), to: stamp)
    } while FileStamp(of: folder.path("a"))?.changed == stamp.changed
    let now = try #require(FileStamp(of: folder.path("a")))
    #expect((now.bytes, now.written, now.inode) == (stamp.bytes, stamp.written, stamp.inode))
    #expect(now != stamp)
  }

  @Test func `only a plain file has one`() throws {
    let folder = try folder()
    try folder.makeFolder("b")
    try folder.link("c", to: folder.path("a"))
    #expect(mkfifo(folder.path("d"), 0o600) == 0)
    for name in ["b", "c", "d", "none"] { #expect(FileStamp(of: folder.path(name)) == nil) }
  }
}
