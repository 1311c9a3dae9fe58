import Chalkline
import Foundation
import Testing

struct LessonFolderTests {
  /// A lesson whose data are in a file.
  private func fixture(reading file: String) throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "data: xor", "data: {file: \"\(file)\", inputs: [x, y], target: class}")
    return fixture
  }

  private static let rows = "x,y,class\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n"

  @Test func `a lesson reads data of its own folder`() async throws {
    let fixture = try fixture(reading: "points.csv")
    try fixture.write(Self.rows, to: "xor/points.csv")
    let report = try await fixture.build()
    #expect(report.findings.map { fixture.plain($0) } == [])
  }

  @Test func `a data file that changes after it was looked at is refused until the next build`()
    async throws
  {
    let fixture = try fixture(reading: "points.csv")
    try fixture.write(Self.rows, to: "xor/points.csv")
    var options = BuildOptions()
    options.formats = ["svg"]
    let build = try CourseBuild(
      lessons: LessonsFolder(fixture.path("lessons")), output: fixture.path("output"),
      options: options)
    var isChanged = false
    // The lesson before is being built.
    let report = try await build.run { _ in
      if !isChanged { try? fixture.write(Self.rows + "1,1,no\n", to: "xor/points.csv") }
      isChanged = true
    }
    #expect(isChanged)
    #expect(
      report.findings.map { $0.message } == [
        "cannot read 'points.csv': it has changed while it was used; build again"
      ])
    #expect(try await fixture.build().isComplete)
    #expect(fixture.text("xor/source/points.csv") == Self.rows + "1,1,no\n")
    try await fixture.build(into: "fresh")
    #expect(fixture.files() == fixture.files(in: "fresh"))
  }

  @Test(arguments: ["../secret.csv", "data/../../secret.csv"])
  func `a lesson names no path outside of its folder`(file: String) async throws {
    let fixture = try fixture(reading: file)
    try fixture.write(Self.rows, to: "secret.csv")
    try fixture.write(Self.rows, to: "xor/data/x.csv")
    #expect(try await fixture.build().lessonCount == 1)
  }

  @Test func `a lesson follows no link out of its folder`() async throws {
    let fixture = try fixture(reading: "points.csv")
    try fixture.write(Self.rows, to: "secret.csv")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path("lessons/xor/points.csv"),
      withDestinationPath: fixture.path("lessons/secret.csv"))
    let report = try await fixture.build()
    let messages = report.findings.map { $0.message }
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.contains("outside of the lesson's folder") })
  }
}
