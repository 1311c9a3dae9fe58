import TestFolders
import Files
import Foundation
import Testing

/// What processes that were killed have left half-written.
struct AbandonedFileTests {
  /// Names of files in the order in which they are told, and whether each is to go.
  private static let names: [(name: String, goes: Bool)] = [
    // No process has the highest number there can be.
    (".a.svg.partial-4194305", true), (".a.svg.partial-4194305-7", true),
    (".partial-4194305", true), (".한.partial-4194305", true),
    (".a.partial-1.partial-4194305", true),
    // Of a process that is alive: the first of all.
    (".a.svg.partial-1-7", false),
    // Of this process's number, but not of this process: it was given to another one before.
    (".a.svg.partial-\(getpid())-7", true),
    // Of another machine that writes into the same folder.
    (".a.svg.partial-4194305@elsewhere.but.here", false),
    // Nothing of ours.
    ("a.svg.partial-4194305", false), (".a.svg.partial-", false), (".a.svg.partial-x", false),
    (".a.svg", false), ("a.svg", false),
  ]

  @Test(arguments: names.map { ($0.name, $0.goes) })
  func `what nobody can be writing any more is removed, and nothing else`(
    name: String, goes: Bool
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: name)
    Disk.removeAbandonedFiles(in: folder.path)
    #expect(folder.files == (goes ? [] : [name]))
  }

  @Test func `what this process is writing itself is left alone`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    _ = try stage.write("one".bytes, to: "a")
    #expect(folder.files.count == 1)
    Disk.removeAbandonedFiles(in: folder.path)
    _ = try stage.commit()
    #expect(folder.text("a") == "one")
  }

  @Test func `a file that is being written is hidden and says whose it is`() throws {
    let folder = try TemporaryFolder()
    let stage = StagedFiles(in: try folder.output())
    _ = try stage.write("one".bytes, to: "b/a.svg")
    let name = try #require(folder.files.first)
    #expect(name.hasPrefix("b/.a.svg.partial-\(getpid())-"))
    stage.discard()
  }

  @Test func `folders of the output are cleared, and no others`() throws {
    let folder = try TemporaryFolder()
    let name = ".a.partial-4194305"
    for place in ["", "b", "c"] {
      try folder.makeFolder(place)
      try folder.write("half", to: place.isEmpty ? name : "\(place)/\(name)")
    }
    try folder.output().removeAbandonedFiles(in: ["", "b", "none"])
    #expect(folder.files == ["c/\(name)"])
  }
}
