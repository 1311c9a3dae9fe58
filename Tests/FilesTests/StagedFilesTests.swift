import TestFolders
import Files
import Foundation
import Testing

/// Files that are put in their places together.
struct StagedFilesTests {
  @Test func `nobody sees a file before all are put in their places`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let stage = StagedFiles(in: try folder.output())
    for name in ["a", "b/c"] { _ = try stage.write("new".bytes, to: name) }
    #expect(folder.text("a") == "old")
    #expect(folder.text("b/c") == nil)
    let stamps = try stage.commit()
    #expect(folder.files == ["a", "b/c"])
    for name in ["a", "b/c"] {
      #expect(folder.text(name) == "new")
      #expect(stamps[name] == FileStamp(of: folder.path(name)))
      #expect(stamps[name] != nil)
    }
  }

  @Test func `what is written is told with its digest`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a")
    let stage = StagedFiles(in: try folder.output())
    let files = try ["a", "b"].map { try stage.write("one".bytes, to: $0) }
    #expect(files.map { $0.path } == ["a", "b"])
    #expect(files.map { $0.isNew } == [false, true])
    #expect(files.allSatisfy { $0.digest == Digest(of: "one") && $0.byteCount == 3 })
    #expect(stage.newCount == 1)
    #expect(stage.unchangedCount == 1)
    #expect(!stage.isEmpty)
    stage.discard()
  }

  @Test func `a file that lies there with the same bytes is left alone, and has its stamp`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a")
    let before = try #require(FileStamp(of: folder.path("a")))
    let stage = StagedFiles(in: try folder.output())
    _ = try stage.write("one".bytes, to: "a")
    #expect(stage.isEmpty)
    #expect(try stage.commit() == ["a": before])
    #expect(FileStamp(of: folder.path("a")) == before)
  }

  @Test func `what is discarded leaves the old files and nothing beside them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "a")
    let stage = StagedFiles(in: try folder.output())
    for name in ["a", "b/c"] { _ = try stage.write("new".bytes, to: name) }
    stage.discard()
    #expect(folder.files == ["a"])
    #expect(folder.text("a") == "old")
    // Whoever has not heard of it yet writes nothing any more.
    _ = try stage.write("late".bytes, to: "a")
    #expect(folder.files == ["a"])
    #expect(try stage.commit() == [:])
    #expect(folder.text("a") == "old")
  }

  @Test func `what is discarded while it is written leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    let bytes = [UInt8](repeating: 7, count: 1 << 16)
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      if index == 20 { stage.discard() } else { _ = try? stage.write(bytes, to: "\(index)") }
    }
    #expect(folder.files == [])
    #expect(stage.isEmpty)
  }

  @Test func `files may be written by many threads at a time`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      _ = try? stage.write("\(index)".bytes, to: "folder-\(index % 3)/\(index)")
    }
    #expect(try stage.commit().count == 40)
    #expect((0..<40).allSatisfy { folder.text("folder-\($0 % 3)/\($0)") == "\($0)" })
    #expect(folder.files.count == 40)
  }
}

extension StagedFilesTests {
  @Test func `a file that somebody else put there in the same moment has no stamp`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    for name in ["a", "b"] { _ = try stage.write("mine".bytes, to: name) }
    // As seen from here it is the same: what lies there after the renaming is not what was written.
    try folder.write("else", to: "c")
    let partial = try #require(folder.files.first { $0.hasPrefix(".a") })
    #expect(rename(folder.path("c"), folder.path(partial)) == 0)
    let stamps = try stage.commit()
    #expect(stamps["a"] == nil)
    #expect(stamps["b"] == FileStamp(of: folder.path("b")))
    #expect(folder.text("a") == "else")
  }

  @Test func `a file that somebody else has written into has no stamp`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    _ = try stage.write("mine".bytes, to: "a")
    let partial = try #require(folder.files.first)
    let file = try FileHandle(forWritingTo: URL(filePath: folder.path(partial)))
    try file.write(contentsOf: Data("else".utf8))
    // To a time of its own, since file systems keep time in steps.
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    #expect(futimens(file.fileDescriptor, &times) == 0)
    try file.close()
    #expect(try stage.commit() == [:])
  }

  @Test func `a folder in the way of one file leaves nothing of the others beside their places`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.makeFolder("b/full")
    let stage = StagedFiles(in: try folder.output())
    for name in ["a", "b", "c"] { _ = try stage.write("new".bytes, to: name) }
    let error = #expect(throws: DiskError.self) { try stage.commit() }
    #expect(error == DiskError("write", folder.path("b"), reason: "is a directory"))
    // Put there in the order of their names: those before the folder are there, the others are not.
    #expect(folder.files == ["a"])
    #expect(folder.text("a") == "new")
  }

  @Test func `a file that cannot be written leaves those that can`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "a")
    let stage = StagedFiles(in: try folder.output())
    let error = #expect(throws: DiskError.self) { try stage.write("new".bytes, to: "a/b") }
    #expect(
      error
        == DiskError(
          "make the folder", folder.path("a"), reason: "there is a file of that name"))
    _ = try stage.write("new".bytes, to: "c")
    #expect(try stage.commit().keys.sorted() == ["c"])
    #expect(folder.files == ["a", "c"])
  }

  @Test func `a file that is staged twice has the bytes of the last time`() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "a")
    let stage = StagedFiles(in: try folder.output())
    for text in ["one", "two", "three"] { _ = try stage.write(text.bytes, to: "a") }
    #expect(try stage.commit()["a"] == FileStamp(of: folder.path("a")))
    #expect(folder.text("a") == "three")
    #expect(folder.files == ["a"])
  }

  @Test func `a link that leads out of the folder is not followed`() throws {
    let (folder, outside) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.link("out", to: outside.path)
    let stage = StagedFiles(in: try folder.output())
    let error = #expect(throws: DiskError.self) { try stage.write("new".bytes, to: "out/a") }
    #expect(error?.reason == "a link on the way leads out of the output folder")
    #expect(outside.files == [])
  }
}
