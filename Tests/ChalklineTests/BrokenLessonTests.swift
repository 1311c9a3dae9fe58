import Chalkline
import Foundation
import Testing

struct BrokenLessonTests {
  @Test func `a bad lesson keeps its last output while the good one is built`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    try fixture.edit("xor/lesson.yaml", "2 tanh", "2 tahn")
    try fixture.edit("and/lesson.yaml", "rate: 1", "rate: 0.5")
    let report = try await fixture.build()
    let after = fixture.files()
    #expect(!report.isComplete)
    #expect(report.lessonCount == 1)
    #expect(after.filter { $0.key.hasPrefix("xor/") } == before.filter { $0.key.hasPrefix("xor/") })
    #expect(after["and/trace/rule.npz"] != before["and/trace/rule.npz"])
  }

  @Test func `the manifest still lists what a bad lesson made last`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()["manifest.json"]
    try fixture.edit("xor/lesson.yaml", "2 tanh", "2 tahn")
    try await fixture.build()
    #expect(fixture.files()["manifest.json"] == before)
  }

  @Test func `every section of every lesson tells its own error`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("and/lesson.yaml", "kind: decision-boundary", "kind: decision-bondary")
    try fixture.edit("and/lesson.yaml", "data: and", "data: adn")
    try fixture.edit("xor/lesson.yaml", "2 tanh", "2 tahn")
    let report = try await fixture.build()
    let places = report.findings.map { fixture.plain($0).split(separator: ": ")[0] }
    #expect(
      places == [
        "lessons/and/lesson.yaml:4:11", "lessons/and/lesson.yaml:9:11",
        "lessons/xor/lesson.yaml:5:26",
      ])
  }

  @Test func `frames of a figure with a broken scenario are no error of their own`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "2 tanh", "2 tahn")
    try fixture.edit(
      "xor/lesson.yaml", "scenario: hidden", "scenario: hidden\n    frames: {count: 3}")
    let report = try await fixture.build()
    #expect(report.findings.count == 1)
  }

  @Test func `a figure of an unknown scenario points at its name`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "scenario: hidden", "scenario: hiden")
    let report = try await fixture.build()
    #expect(
      report.findings.map { fixture.plain($0) } == [
        """
        lessons/xor/lesson.yaml:12:15: error: no scenario named 'hiden'; did you mean 'hidden'?
          12 |     scenario: hiden
             |               ^
        """
      ])
  }

  @Test func `a figure without words for those who cannot see it is not built`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", ", ko: 전과 후의 평면}", "}")
    let report = try await fixture.build()
    #expect(
      report.findings.map { $0.message } == [
        "figure 'boundary' has no alternative text in ko"
      ])
    #expect(!fixture.files().keys.contains { $0.hasPrefix("xor/") })
  }

  @Test func `a missing lesson is told and the others are built`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("course.yaml", "- xor", "- xro")
    let report = try await fixture.build()
    #expect(
      report.findings.map { fixture.plain($0) } == [
        "error: cannot read 'lessons/xro/lesson.yaml': no such file or directory"
      ])
    #expect(report.lessonCount == 1)
  }

  @Test func `a course that cannot be read stops the build`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("course.yaml", "theme: paper", "theme: papre")
    await #expect(throws: CourseError.self) { try await fixture.build() }
    #expect(fixture.files().isEmpty)
  }

  @Test func `a figure named like another one's file in a theme is refused`() async throws {
    let fixture = try LessonFixture()
    let figure = "kind: decision-boundary, scenario: hidden, alt: {en: a, ko: b}"
    try fixture.edit("xor/lesson.yaml", "figures:\n", "figures:\n  boundary-board: {\(figure)}\n")
    let report = try await fixture.build()
    #expect(
      report.findings.map { $0.message } == [
        "'boundary-board' is how the file of 'boundary' is named in the theme 'board'"
      ])
  }

  @Test func `a glyph that no font has stops the lesson and is told once for each language`()
    async throws
  {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "    alt:", "    title: {en: An 𓀀, ko: 𓀀}\n    alt:")
    let report = try await fixture.build { $0.formats = [] }
    #expect(
      report.findings.map { $0.message } == [
        "cannot draw figure 'boundary' in en: no glyph for U+13000 of \"An 𓀀\"",
        "cannot draw figure 'boundary' in ko: no glyph for U+13000 of \"𓀀\"",
      ])
    #expect(!fixture.files().keys.contains { $0.hasPrefix("xor/") })
  }
}
