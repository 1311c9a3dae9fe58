import TestFolders
import Files
import Testing

/// Who may write into an output folder.
struct OutputLockTests {
  private static let path = "own/lock"

  private func taken(_ folder: TemporaryFolder, _ mode: OutputLock.Mode) throws -> OutputLock? {
    try OutputLock.taken(at: Self.path, in: folder.output(), mode)
  }

  @Test func `whoever writes alone keeps everybody else out`() throws {
    let folder = try TemporaryFolder()
    let lock = try #require(try taken(folder, .alone))
    #expect(try taken(folder, .alone) == nil)
    #expect(try taken(folder, .shared) == nil)
    withExtendedLifetime(lock) {}
  }

  @Test func `those who share keep out those who would be alone`() throws {
    let folder = try TemporaryFolder()
    let locks = try (1...3).map { _ in try #require(try taken(folder, .shared)) }
    #expect(try taken(folder, .alone) == nil)
    withExtendedLifetime(locks) {}
  }

  @Test(arguments: [OutputLock.Mode.alone, .shared])
  func `it is given back when it is let go of`(mode: OutputLock.Mode) throws {
    let folder = try TemporaryFolder()
    for _ in 1...3 {
      let lock = try #require(try taken(folder, mode))
      withExtendedLifetime(lock) {}
    }
    #expect(try taken(folder, .alone) != nil)
    #expect(folder.files == [Self.path])
  }

  @Test func `the last of those who share gives it back`() throws {
    let folder = try TemporaryFolder()
    var locks = try (1...2).map { _ in try #require(try taken(folder, .shared)) }
    locks.removeLast()
    #expect(try taken(folder, .alone) == nil)
    locks.removeLast()
    #expect(try taken(folder, .alone) != nil)
  }

  @Test func `after the file was removed it is that of a new one`() throws {
    let folder = try TemporaryFolder()
    let old = try #require(try taken(folder, .alone))
    try folder.remove(Self.path)
    let new = try #require(try taken(folder, .alone))
    #expect(try taken(folder, .alone) == nil)
    withExtendedLifetime((old, new)) {}
  }

  @Test func `each folder has its own`() throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    let lock = try #require(try taken(one, .alone))
    #expect(try taken(other, .alone) != nil)
    withExtendedLifetime(lock) {}
  }

  @Test func `what is in the place of its file is told`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder(Self.path)
    let error = #expect(throws: DiskError.self) { try taken(folder, .alone) }
    #expect(error == DiskError("write", folder.path(Self.path), reason: "is a directory"))
    let linked = try TemporaryFolder()
    try linked.makeFolder("own")
    try linked.link(Self.path, to: folder.path("elsewhere"))
    #expect(throws: DiskError.self) { try taken(linked, .alone) }
    #expect(folder.files == [])
  }
}
