import TestFolders
import Building
import Files
import Foundation
import Testing

/// What is kept under the digest of all that went into it.
struct ContentStoreTests {
  private let key = ContentStore.Key(folder: "traces", digest: Digest(of: "seed 7"))
  private let path = "own/traces/\(Digest(of: "seed 7"))"

  private func store() throws -> (TemporaryFolder, ContentStore) {
    let folder = try TemporaryFolder()
    return (folder, ContentStore(in: try folder.output(), at: "own"))
  }

  @Test(arguments: [[], [7], [UInt8](repeating: 3, count: 100_000)] as [[UInt8]])
  func `what is kept is read as it was`(bytes: [UInt8]) throws {
    let (folder, store) = try store()
    #expect(!store.has(key))
    #expect(store.content(of: key) == nil)
    try store.keep(bytes, as: key)
    #expect(store.has(key))
    #expect(store.content(of: key).map { Array($0) } == bytes)
    #expect(folder.files == [path])
  }

  @Test func `any flipped bit and any cut counts as none`() throws {
    let (folder, store) = try store()
    try store.keep([1, 2, 3], as: key)
    let file = URL(filePath: folder.path(path))
    let whole = try Data(contentsOf: file)
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1 << (index % 8)
      try bytes.write(to: file)
      #expect(store.content(of: key) == nil, "byte \(index)")
      try whole.prefix(index).write(to: file)
      #expect(store.content(of: key) == nil, "cut to \(index)")
    }
  }

  @Test func `what is kept for one is not given to another`() throws {
    let (folder, store) = try store()
    try store.keep([1], as: key)
    let other = ContentStore.Key(folder: "traces", digest: Digest(of: "seed 8"))
    try FileManager.default.copyItem(
      atPath: folder.path(path), toPath: folder.path("own/traces/\(Digest(of: "seed 8"))"))
    #expect(store.has(other))
    #expect(store.content(of: other) == nil)
    #expect(store.content(of: .init(folder: "drawings", digest: Digest(of: "seed 7"))) == nil)
  }

  @Test func `a store that is not read only replaces`() throws {
    let (folder, store) = try store()
    try store.keep([1], as: key)
    let blind = ContentStore(in: try folder.output(), at: "own", isRead: false)
    #expect(!blind.has(key))
    #expect(blind.content(of: key) == nil)
    try blind.keep([2], as: key)
    #expect(store.content(of: key) == [2])
  }

  @Test func `all but some is removed, in the folders that are named`() throws {
    let (folder, store) = try store()
    let old = ContentStore.Key(folder: "traces", digest: Digest(of: "old"))
    let drawing = ContentStore.Key(folder: "drawings", digest: Digest(of: "old"))
    for key in [key, old, drawing] { try store.keep([1], as: key) }
    // What somebody is writing is not ours to judge.
    try folder.write("half", to: "own/traces/.half")
    store.removeAll(in: ["traces", "none"], but: [key])
    #expect(
      folder.files == ["own/drawings/\(Digest(of: "old"))", "own/traces/.half", path].sorted())
  }

  @Test func `a disk that takes nothing is told`() throws {
    let (folder, store) = try store()
    try folder.write("mine", to: "own")
    #expect(throws: DiskError.self) { try store.keep([1], as: key) }
    #expect(store.content(of: key) == nil)
    #expect(folder.text("own") == "mine")
  }
}
