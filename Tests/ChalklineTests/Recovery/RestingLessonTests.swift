import Chalkline
import Foundation
import Testing

/// A lesson of which nothing has changed is neither read nor looked at, and what a build leaves and says is the same.
struct RestingLessonTests {
  /// The course, built so that both lessons are at rest.
  private static func built() async throws -> LessonFixture {
    let fixture = try RecoveryCourse.fixture()
    // The first build may come so soon after its files that these cannot be trusted not to have changed under it.
    for _ in 1...2 { try await fixture.buildAll() }
    #expect(try fixture.resting == ["and", "xor"])
    return fixture
  }

  @Test func `an edit of one lesson leaves the other at rest`() async throws {
    let fixture = try await Self.built()
    try fixture.edit("and/lesson.yaml", "en: The line", "en: This line")
    #expect(try fixture.resting == ["xor"])
    let report = try await fixture.buildAll()
    #expect(report.lessonCount == 2 && report.figureCount == 2 && report.isComplete)
    try await fixture.buildAll(into: "fresh")
    #expect(report.writtenCount + report.unchangedCount == fixture.files(in: "fresh").count)
    #expect(fixture.files().differences(from: fixture.files(in: "fresh")) == [])
  }

  @Test(arguments: [
    "output/xor/figures/en/boundary.svg", "output/xor/index.html", "lessons/xor/lesson.ko.md",
    "lessons/xor/points.csv", "lessons/course.yaml",
  ])
  func `no lesson rests on a file that has other bytes`(name: String) async throws {
    let fixture = try await Self.built()
    let bytes = try Data(contentsOf: URL(filePath: fixture.path(name)))
    try fixture.replace(name, with: bytes + Data("\n".utf8))
    #expect(try !fixture.resting.contains("xor"))
  }

  @Test func `no lesson rests while one has no page`() async throws {
    let fixture = try await Self.built()
    try fixture.remove("output/and/index.ko.html")
    #expect(try fixture.resting == [])
  }

  @Test func `other titles, another program or more that is asked for wake all lessons`()
    async throws
  {
    let fixture = try await Self.built()
    #expect(try fixture.resting { $0.formats = ["png"] } == [])
    #expect(try fixture.resting { $0.program = "/bin/sh" } == [])
    #expect(try fixture.resting { $0.force = true } == [])
    #expect(try fixture.resting { $0.documents = false } == ["and", "xor"])
    // What pages show while `serve` runs.
    #expect(try fixture.resting { ($0.formats, $0.frames) = (["svg"], false) } == ["and", "xor"])
    try fixture.edit("and/lesson.yaml", "{en: One line, ko", "{en: A line, ko")
    #expect(try fixture.resting == [])
  }

  @Test func `a build without documents does not answer for one with them`() async throws {
    let fixture = try await Self.built()
    try fixture.edit("and/lesson.yaml", "en: The line", "en: This line")
    try await fixture.buildAll { $0.documents = false }
    #expect(try fixture.resting == ["xor"])
    try await fixture.buildAll()
    try await fixture.buildAll(into: "fresh")
    #expect(fixture.files().differences(from: fixture.files(in: "fresh")) == [])
  }

  @Test func `an edit that is built for one figure and taken back leaves nothing behind`()
    async throws
  {
    let fixture = try await Self.built()
    let before = fixture.files()
    try fixture.edit("and/lesson.yaml", "epochs: [last]", "epochs: [1]")
    try await fixture.buildAll { $0.only = ["and#boundary"] }
    try fixture.edit("and/lesson.yaml", "epochs: [1]", "epochs: [last]")
    #expect(try fixture.resting == ["xor"])
    try await fixture.buildAll()
    #expect(fixture.files().differences(from: before) == [])
  }

  @Test func `a lesson that is broken and mended leaves the others and itself as they were`()
    async throws
  {
    let fixture = try await Self.built()
    let before = fixture.files()
    try fixture.edit("and/lesson.yaml", "model: perceptron", "model: perceptrom")
    #expect(try await !fixture.buildAll().isComplete)
    #expect(try fixture.resting == ["xor"])
    try fixture.edit("and/lesson.yaml", "perceptrom", "perceptron")
    #expect(try await fixture.buildAll().isComplete)
    #expect(fixture.files().differences(from: before) == [])
  }

  @Test func `jobs that have built parts of the course wake all lessons`() async throws {
    let fixture = try await Self.built()
    try fixture.edit("and/lesson.yaml", "epochs: [last]", "epochs: [1]")
    for number in 1...2 {
      try await fixture.buildAll { $0.shard = Shard(number, of: 2) }
    }
    #expect(try fixture.resting == [])
    try await fixture.buildAll()
    try await fixture.buildAll(into: "fresh")
    #expect(fixture.files().differences(from: fixture.files(in: "fresh")) == [])
  }
}

extension LessonFixture {
  /// The lessons that a build of everything would not look at, sorted.
  fileprivate var resting: [String] { get throws { try resting { _ in } } }

  /// The lessons that such a build would not look at, sorted.
  fileprivate func resting(_ adjust: (inout BuildOptions) -> Void) throws -> [String] {
    defer { withExtendedLifetime(self) {} }
    var options = BuildOptions()
    options.formats = ["svg", "pdf"]
    adjust(&options)
    let lessons = try LessonsFolder(path("lessons"))
    let build = CourseBuild(lessons: lessons, output: path("output"), options: options)
    return try build.dryRun().restingLessons
  }
}
