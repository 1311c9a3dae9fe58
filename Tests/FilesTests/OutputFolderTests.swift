import TestFolders
import Files
import Foundation
import Testing

/// The folder that is written into, and nothing outside of it.
struct OutputFolderTests {
  @Test(arguments: ["", "/deep", "/deep/new/folder", "/link"])
  func `the lessons and what lies in them are no place for output`(place: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("lessons/deep")
    try folder.link("lessons/link", to: folder.path("lessons/deep"))
    let error = #expect(throws: DiskError.self) {
      try OutputFolder(folder.path("lessons\(place)"), apartFrom: folder.path("lessons"))
    }
    #expect(error?.reason == "it belongs to the lessons folder '\(folder.path("lessons"))'")
    #expect(!Disk.isFolder(folder.path("lessons/deep/new")))
  }

  @Test func `a folder beside the lessons may begin with their name`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("lessons")
    _ = try OutputFolder(folder.path("lessons-built"), apartFrom: folder.path("lessons"))
    #expect(Disk.isFolder(folder.path("lessons-built")))
  }

  @Test func `a folder that is only looked at is not made`() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(
      folder.path("a/b"), apartFrom: folder.path("lessons"), onlyLooking: true)
    #expect(output.bytes(at: "c") == nil)
    #expect(output.names(in: "") == [])
    #expect(!Disk.isFolder(folder.path("a")))
  }

  @Test func `files are written, listed and removed below it`() throws {
    let folder = try TemporaryFolder()
    let output = try folder.output()
    for name in ["a", "b/c", "b/d/e"] {
      #expect(try output.write(name.bytes, to: name) == .written)
      #expect(try output.write(name.bytes, to: name) == .unchanged)
      #expect(output.bytes(at: name) == name.bytes)
      #expect(output.has(name))
      #expect(output.stamp(of: name) == FileStamp(of: folder.path(name)))
    }
    #expect(output.names(in: "b") == ["c", "d"])
    #expect(!output.has("b"))
    output.removeOwn("b/d/e")
    output.removeEmptyFolders(from: "b/d")
    #expect(folder.files == ["a", "b/c"])
    #expect(!Disk.isFolder(folder.path("b/d")))
  }

  @Test func `a file is removed only if it has the bytes that were written`() throws {
    let folder = try TemporaryFolder()
    let output = try folder.output()
    _ = try output.write("mine".bytes, to: "a")
    #expect(!output.remove("a", ifItHas: Digest(of: "other")))
    #expect(!output.remove("none", ifItHas: Digest(of: "other")))
    #expect(folder.files == ["a"])
    #expect(output.remove("a", ifItHas: Digest(of: "mine")))
    #expect(folder.files == [])
  }

  @Test func `what a link leads to outside of it is neither written nor removed`() throws {
    let (folder, outside) = (try TemporaryFolder(), try TemporaryFolder())
    try outside.write("theirs", to: "a")
    try folder.link("out", to: outside.path)
    try folder.link("a", to: outside.path("a"))
    let output = try folder.output()
    #expect(throws: DiskError.self) { try output.write("mine".bytes, to: "out/b") }
    output.removeOwn("out/a")
    for name in ["out/a", "a"] { #expect(!output.remove(name, ifItHas: Digest(of: "theirs"))) }
    #expect(outside.files == ["a"])
    #expect(outside.text("a") == "theirs")
  }

  @Test func `a link that leads elsewhere within it is followed`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real")
    try folder.link("link", to: folder.path("real"))
    _ = try folder.output().write("mine".bytes, to: "link/a")
    #expect(folder.text("real/a") == "mine")
  }

  @Test func `the folder may be a link itself`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real")
    try folder.link("link", to: folder.path("real"))
    let output = try OutputFolder(folder.path("link"), apartFrom: folder.path("lessons"))
    _ = try output.write("mine".bytes, to: "a")
    output.removeOwn("a")
    #expect(folder.files == ["link"])
  }
}
