import Chalkline
import Files
import Foundation
import Synchronization
import Testing

/// Two builds into one folder at the same time: it is that of one of them, whole, and the next build knows which.
struct TwoBuildsTests {
  /// The course in two states, and an output folder for both.
  private func courses() async throws -> (
    one: LessonFixture, other: LessonFixture, fresh: [[String: Data]]
  ) {
    let (one, other) = (try LessonFixture(), try LessonFixture())
    try other.edit("xor/lesson.yaml", "rate: 0.5", "rate: 0.3")
    try other.edit("and/lesson.yaml", "en: One line", "en: One straight line")
    var fresh: [[String: Data]] = []
    for fixture in [one, other] {
      try await fixture.build(into: "fresh")
      fresh.append(fixture.files(in: "fresh"))
    }
    #expect(fresh[0].differences(from: fresh[1]).count > 8)
    return (one, other, fresh)
  }

  private func build(
    _ fixture: LessonFixture, into output: String, _ memory: BuildMemory? = nil,
    _ adjust: (inout BuildOptions) -> Void = { _ in }
  ) async throws {
    defer { withExtendedLifetime(fixture) {} }
    var options = BuildOptions()
    options.formats = ["svg"]
    adjust(&options)
    let report = try await CourseBuild(
      lessons: LessonsFolder(fixture.path("lessons")), output: output, options: options,
      remembering: memory
    ).run()
    #expect(report.findings == [])
  }

  @Test func `two states of the lessons built at once leave the files of one of them`()
    async throws
  {
    let (one, other, fresh) = try await courses()
    let (fixtures, output) = ([one, other], one.path("output"))
    for round in 0..<50 {
      async let first: () = build(one, into: output)
      async let second: () = build(other, into: output)
      _ = try await (first, second)
      let files = one.files()
      let last = try #require(fresh.firstIndex(of: files), "a mixture in round \(round)")
      let check = try OutputCheck(of: output, madeFrom: fixtures[last].source())
      #expect(check.findings.map { "\($0)" } == [], "round \(round)")
      try await build(fixtures[1 - last], into: output)
      #expect(one.files().differences(from: fresh[1 - last]) == [], "round \(round)")
    }
    #expect(!one.hasPartialFiles())
  }

  /// `serve` remembers what it wrote, and builds in two stages, while somebody else builds.
  @Test func `a build with a memory beside one without leaves the files of one of them`()
    async throws
  {
    let (one, other, fresh) = try await courses()
    let (fixtures, output) = ([one, other], one.path("output"))
    let memory = BuildMemory()
    for round in 0..<15 {
      async let served: () = serve(one, into: output, memory)
      async let built: () = build(other, into: output)
      _ = try await (served, built)
      // The plain one may have come between the stages of the other one.
      #expect(fresh.contains(one.files()), "a mixture in round \(round)")
      for last in round % 2 == 0 ? [0, 1] : [1, 0] {
        try await build(fixtures[last], into: output, last == 0 ? memory : nil)
        #expect(one.files().differences(from: fresh[last]) == [], "round \(round)")
      }
    }
    #expect(!one.hasPartialFiles())
  }

  private func serve(_ fixture: LessonFixture, into output: String, _ memory: BuildMemory)
    async throws
  {
    try await build(fixture, into: output, memory) { ($0.frames, $0.documents) = (false, false) }
    try await build(fixture, into: output, memory)
  }

  @Test func `two parts are built at once, and a whole build waits for them`() async throws {
    let (one, _, fresh) = try await courses()
    let output = one.path("output")
    for _ in 0..<5 {
      async let first: () = build(one, into: output) { $0.shard = Shard(1, of: 2) }
      async let second: () = build(one, into: output) { $0.shard = Shard(2, of: 2) }
      async let whole: () = build(one, into: output)
      _ = try await (first, second, whole)
      try await build(one, into: output)
      #expect(one.files().differences(from: fresh[0]) == [])
      #expect(try one.outputFindings() == [])
      try one.remove("output")
    }
  }

  @Test func `a build waits for another one, and says so once`() async throws {
    let (one, _, fresh) = try await courses()
    let lock = Mutex(try Self.lock(one.path("output"), apartFrom: one.path("lessons")))
    let told = Mutex(0)
    var options = BuildOptions()
    options.formats = ["svg"]
    _ = try await CourseBuild(
      lessons: LessonsFolder(one.path("lessons")), output: one.path("output"), options: options
    ).run(
      waiting: {
        told.withLock { $0 += 1 }
        lock.withLock { $0 = nil }
      })
    #expect(told.withLock { $0 } == 1)
    #expect(one.files().differences(from: fresh[0]) == [])
  }

  @Test func `a build that waits ends when it is told to stop, and has written nothing`()
    async throws
  {
    let fixture = try LessonFixture()
    let lock = try Self.lock(fixture.path("output"), apartFrom: fixture.path("lessons"))
    let lessons = try LessonsFolder(fixture.path("lessons"))
    let output = fixture.path("output")
    let build = Task {
      try await CourseBuild(lessons: lessons, output: output).run(
        waiting: { withUnsafeCurrentTask { $0?.cancel() } })
    }
    await #expect(throws: Interruption.self) { try await build.value }
    #expect(fixture.files() == [:])
    withExtendedLifetime(lock) {}
  }

  /// The lock of an output folder, as another process would have it.
  private static func lock(_ output: String, apartFrom lessons: String) throws -> OutputLock? {
    let lock = try OutputLock.taken(
      at: ".chalkline/lock", in: OutputFolder(output, apartFrom: lessons), .alone)
    #expect(lock != nil)
    return lock
  }
}
