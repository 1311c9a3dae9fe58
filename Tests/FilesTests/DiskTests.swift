import TestFolders
import Files
import Foundation
import Testing

/// Reading whole files, and putting whole files in the place of others.
struct DiskTests {
  @Test func `a file is replaced whole, and one with the same bytes is left alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a")
    #expect(try Disk.replace(path, with: "one".bytes) == .written)
    let first = try #require(FileStamp(of: path))
    #expect(try Disk.replace(path, with: "one".bytes) == .unchanged)
    #expect(FileStamp(of: path) == first)
    #expect(try Disk.replace(path, with: "two".bytes) == .written)
    #expect(FileStamp(of: path) != first)
    #expect(folder.text("a") == "two")
    #expect(folder.files == ["a"])
  }

  @Test func `a file without bytes is written and read`() throws {
    let folder = try TemporaryFolder()
    #expect(try Disk.replace(folder.path("a"), with: []) == .written)
    #expect(try Disk.replace(folder.path("a"), with: []) == .unchanged)
    #expect(try Disk.bytes(at: folder.path("a")) == [])
  }

  @Test func `a folder in its place is an error, and nothing is left beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("a/b")
    let error = #expect(throws: DiskError.self) {
      try Disk.replace(folder.path("a"), with: "one".bytes)
    }
    #expect(error == DiskError("write", folder.path("a"), reason: "is a directory"))
    #expect(folder.files == [])
    #expect(Disk.isFolder(folder.path("a/b")))
  }

  @Test func `a pipe, a device or a socket is refused, and nobody waits for its end`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    func reason(_ path: String) -> String? {
      #expect(throws: DiskError.self) { try Disk.bytes(at: path) }?.reason
    }
    #expect(reason(pipe) == "it is a pipe, not a file")
    #expect(reason("/dev/zero") == "it is a device, not a file")
    #expect(reason(folder.path("")) == "is a directory")
    let socket = try #require(LocalSocket(at: folder.path("socket")))
    #expect(reason(folder.path("socket")) == "it is a socket or a device, not a file")
    withExtendedLifetime(socket) {}
  }

  @Test func `without a folder to lie in it is an error`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DiskError.self) {
      try Disk.replace(folder.path("a/b"), with: "one".bytes)
    }
    #expect(
      error == DiskError("write", folder.path("a/b"), reason: "no such file or directory"))
  }

  @Test func `a link is replaced, and what it leads to is left alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a")
    try folder.link("b", to: folder.path("a"))
    // Even with the very same bytes: the link may lead elsewhere tomorrow.
    #expect(try Disk.replace(folder.path("b"), with: "one".bytes) == .written)
    try folder.write("two", to: "a")
    #expect(folder.text("b") == "one")
  }

  @Test(arguments: [("a", 255), ("한", 85)])
  func `a name may be as long as the file system takes`(letter: String, count: Int) throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: letter, count: count)
    #expect(try Disk.replace(folder.path(name), with: "one".bytes) == .written)
    #expect(folder.files == [name])
    #expect(Disk.names(in: folder.path) == [name])
  }

  /// Sizes around those of the buffers that files are read into.
  @Test(arguments: [1, 65_535, 65_536, 65_537, 200_000])
  func `a file is read to its end`(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }
    _ = try Disk.replace(folder.path("a"), with: bytes)
    #expect(try Disk.bytes(at: folder.path("a")) == bytes)
  }

  @Test func `a file that does not say how long it is is read to its end`() throws {
    let text = try Disk.text(at: "/proc/self/status")
    #expect(text.contains("Pid:\t\(getpid())\n"))
  }

  @Test func `text is UTF-8, and its byte-order mark no part of it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}글", to: "a")
    #expect(try Disk.text(at: folder.path("a")) == "글")
    _ = try Disk.replace(folder.path("a"), with: [0x61, 0xC3])
    let error = #expect(throws: DiskError.self) { try Disk.text(at: folder.path("a")) }
    #expect(error?.description == "cannot read '\(folder.path("a"))': not UTF-8 text")
  }

  @Test func `what cannot be read is named with the reason`() throws {
    let folder = try TemporaryFolder()
    for (path, reason) in [
      (folder.path("a"), "no such file or directory"), (folder.path, "is a directory"),
    ] {
      let error = #expect(throws: DiskError.self) { try Disk.bytes(at: path) }
      #expect(error == DiskError("read", path, reason: reason))
    }
  }

  @Test func `names in a folder are sorted, hidden ones among them; without a folder none`() throws
  {
    let folder = try TemporaryFolder()
    for name in ["b", ".c", "한", "a"] { try folder.write("", to: name) }
    #expect(Disk.names(in: folder.path) == [".c", "a", "b", "한"])
    #expect(Disk.names(in: folder.path("none")) == [])
  }

  @Test func `a folder is no file, and a link is what it leads to`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a")
    try folder.makeFolder("b")
    try folder.link("c", to: folder.path("a"))
    try folder.link("d", to: folder.path("b"))
    try folder.link("e", to: folder.path("none"))
    #expect(["a", "b", "c", "d", "e"].filter { Disk.isFile(folder.path($0)) } == ["a", "c"])
    #expect(["a", "b", "c", "d", "e"].filter { Disk.isFolder(folder.path($0)) } == ["b", "d"])
  }
}

/// A socket in a folder, which somebody listens to.
private final class LocalSocket {
  private let descriptor: Int32

  init?(at path: String) {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = descriptor
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound else { return nil }
  }

  deinit { close(descriptor) }
}
