import Chalkline
import Foundation
import Testing

struct ChangeFilterTests {
  @Test(arguments: [
    "course.yaml", "xor/lesson.yaml", "xor/lesson.ko.md", "xor/data/points.csv", "새/lesson.yaml",
  ])
  func `the files of a course count`(path: String) { #expect(ChangeFilter.counts(path)) }

  @Test(arguments: [
    ".git/index", "xor/.lesson.yaml.swp", "xor/lesson.yaml~", "xor/4913", "xor/#lesson.yaml#",
    "xor/.#lesson.yaml", "xor/lesson.yaml.tmp", "xor/lesson.yaml.swx", ".vscode/settings.json",
  ])
  func `what editors leave beside them does not`(path: String) {
    #expect(!ChangeFilter.counts(path))
  }
}

struct PendingChangesTests {
  private let quiet = PendingChanges.quiet

  @Test func `nothing is due where nothing has changed`() {
    var pending = PendingChanges()
    pending.note([], at: 5)
    #expect(pending.due == nil)
    #expect(pending.take(at: 1_000_000_000) == nil)
  }

  @Test func `a batch is due when it has been quiet for a while, and only once`() {
    var pending = PendingChanges()
    pending.note(["a"], at: 0)
    #expect(pending.take(at: quiet - 1) == nil)
    pending.note(["b", "a"], at: quiet - 1)
    #expect(pending.take(at: quiet) == nil)
    #expect(pending.take(at: 2 * quiet - 1) == ["a", "b"])
    #expect(pending.take(at: 3 * quiet) == nil)
  }

  @Test func `a batch does not wait for ever while changes keep coming`() {
    var pending = PendingChanges()
    for now in stride(from: 0, through: PendingChanges.patience, by: quiet / 2) {
      pending.note(["a"], at: now)
    }
    #expect(pending.take(at: PendingChanges.patience) == ["a"])
  }
}

/// Both ways of watching: being told by the system, and looking again and again.
struct FolderWatchTests {
  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func `a file that is written is told`(isLooking: Bool) async throws {
    try await watch(isLooking) { fixture in
      try fixture.write("# One\n", to: "xor/lesson.en.md")
    } until: {
      $0.contains("xor/lesson.en.md")
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func `a file that is renamed into place is told, as editors save`(isLooking: Bool) async throws {
    try await watch(isLooking) { fixture in
      try fixture.write("# One\n", to: "xor/lesson.en.md.tmp")
      let path = fixture.path("lessons/xor/lesson.en.md")
      #expect(rename(path + ".tmp", path) == 0)
    } until: {
      $0 == ["xor/lesson.en.md"]
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func `a new folder is followed, with what was put in it at once and later`(isLooking: Bool)
    async throws
  {
    let fixture = try LessonFixture()
    var batches = FolderWatch(
      fixture.path("lessons"), except: fixture.path("output"), byLooking: isLooking
    ).batches.makeAsyncIterator()
    try fixture.write("a,b\n", to: "new/data/points.csv")
    try await hear(&batches) { $0.contains("new/data/points.csv") }
    try fixture.write("a,b\n1,2\n", to: "new/data/points.csv")
    try await hear(&batches) { $0 == ["new/data/points.csv"] }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [false, true])
  func `a file that is removed is told`(isLooking: Bool) async throws {
    try await watch(isLooking) { fixture in
      try FileManager.default.removeItem(atPath: fixture.path("lessons/xor/lesson.yaml"))
    } until: {
      $0.contains("xor/lesson.yaml")
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `what editors leave is not told, nor the output`() async throws {
    try await watch(false) { fixture in
      try fixture.write("x", to: "xor/.lesson.yaml.swp")
      try fixture.write("x", to: "xor/4913")
      try fixture.write("title: X\n", to: "course.yaml")
    } until: { batch in
      #expect(batch == ["course.yaml"])
      return true
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `a lessons folder that goes away and comes back is still watched`() async throws {
    let fixture = try LessonFixture()
    let path = fixture.path("lessons")
    var batches = FolderWatch(path, except: fixture.path("output")).batches.makeAsyncIterator()
    #expect(rename(path, path + "-away") == 0)
    #expect(rename(path + "-away", path) == 0)
    try await hear(&batches) { $0.contains("course.yaml") }
    try fixture.write("# One\n", to: "xor/lesson.en.md")
    try await hear(&batches) { $0.contains("xor/lesson.en.md") }
  }

  private func watch(
    _ isLooking: Bool, _ change: (LessonFixture) throws -> Void,
    until isRight: (Set<String>) -> Bool
  ) async throws {
    let fixture = try LessonFixture()
    var batches = FolderWatch(
      fixture.path("lessons"), except: fixture.path("output"), byLooking: isLooking
    ).batches.makeAsyncIterator()
    try change(fixture)
    try await hear(&batches, isRight)
    withExtendedLifetime(fixture) {}
  }

  private func hear(
    _ batches: inout AsyncStream<Set<String>>.AsyncIterator, _ isRight: (Set<String>) -> Bool
  ) async throws {
    while let batch = await batches.next() { if isRight(batch) { return } }
    Issue.record("the watch came to its end")
  }
}
