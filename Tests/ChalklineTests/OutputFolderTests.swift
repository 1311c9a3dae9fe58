import Files
import Chalkline
import Foundation
import Testing

struct OutputFolderTests {
  @Test(arguments: ["lessons", "lessons/xor", "lessons/new/deep"])
  func `the lessons folder is no place for output`(output: String) async throws {
    let fixture = try LessonFixture()
    let before = fixture.files(in: "lessons")
    await #expect(throws: DiskError.self) { try await fixture.build(into: output) }
    #expect(fixture.files(in: "lessons") == before)
  }

  @Test func `a link that leads out of the output folder is not followed`() async throws {
    let fixture = try LessonFixture()
    try FileManager.default.createDirectory(
      atPath: fixture.path("output"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path("output/xor"), withDestinationPath: fixture.path("lessons/xor"))
    await #expect(throws: DiskError.self) { try await fixture.build() }
    #expect(fixture.files(in: "lessons").count == TinyCourse.files.count)
  }

  @Test func `a file that cannot be written is named, and nothing is left beside it`() async throws
  {
    let fixture = try LessonFixture()
    // A folder stands where the file must go.
    let blocked = "output/and/trace/rule.csv"
    try FileManager.default.createDirectory(
      atPath: fixture.path(blocked), withIntermediateDirectories: true)
    let error = await #expect(throws: DiskError.self) { try await fixture.build() }
    #expect(error.map { fixture.plain($0) } == "cannot write '\(blocked)': is a directory")
    #expect(!fixture.files().keys.contains { $0.contains(".partial") })
  }

  @Test func `what a killed build left half-written is cleared away`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    // No process has the highest number there can be.
    let leftover = fixture.path("output/xor/figures/en/.boundary.svg.partial-4194305")
    try Data("half".utf8).write(to: URL(filePath: leftover))
    // A file that a machine of another name is writing into a shared folder is none of our business.
    let foreign = leftover + "@elsewhere.but.here"
    try Data("half".utf8).write(to: URL(filePath: foreign))
    try await fixture.build()
    #expect(!FileManager.default.fileExists(atPath: leftover))
    #expect(FileManager.default.fileExists(atPath: foreign))
  }

  @Test func `a figure that the course has no more goes, but not if somebody changed it`()
    async throws
  {
    let fixture = try LessonFixture()
    try await fixture.build()
    try Data("mine".utf8).write(
      to: URL(filePath: fixture.path("output/xor/figures/ko/boundary.svg")))
    for file in ["lesson.yaml", "lesson.en.md", "lesson.ko.md"] {
      try fixture.edit("xor/\(file)", "boundary", "plane")
    }
    // The kind's name has the word in it too.
    try fixture.edit("xor/lesson.yaml", "decision-plane", "decision-boundary")
    let report = try await fixture.build()
    #expect(report.removedCount == 1)
    #expect(
      fixture.files().keys.filter { $0.hasPrefix("xor/figures") }.sorted() == [
        "xor/figures/en/plane.svg", "xor/figures/ko/boundary.svg", "xor/figures/ko/plane.svg",
      ])
  }

  @Test func `a manifest with bad paths removes nothing outside of the output`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let manifest = fixture.path("output/manifest.json")
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
      .replacing("xor/figures/en/boundary.svg", with: "../lessons/course.yaml")
      .replacing("\"xor#boundary\"", with: "\"gone#boundary\"")
    try Data(text.utf8).write(to: URL(filePath: manifest))
    try await fixture.build()
    #expect(fixture.files(in: "lessons").count == TinyCourse.files.count)
  }
}
