import Chalkline
import Foundation
import Testing

/// What a build finds current and does not make again.
struct BuildCacheTests {
  @Test func `a second build of the same course draws nothing`() async throws {
    let fixture = try LessonFixture()
    let first = try await fixture.build()
    #expect(first.reasons == ["and#boundary: it is new", "xor#boundary: it is new"])
    let second = try await fixture.build()
    #expect(second.reasons == [])
    #expect(second.figureCount == first.figureCount)
    #expect(second.unchangedCount == first.writtenCount)
  }

  @Test func `a figure whose words change is drawn again, and no other`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    try fixture.edit("xor/lesson.yaml", "en: Before and after", "en: Then and now")
    let report = try await fixture.build()
    #expect(report.reasons == ["xor#boundary: the figure's words in en changed"])
  }

  @Test func `a scenario that changes makes its figures and its numbers anew`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    try fixture.edit("xor/lesson.yaml", "seed: ", "seed: 1")
    let report = try await fixture.build()
    #expect(report.reasons == ["xor#boundary: scenario 'hidden' changed"])
    let after = fixture.files()
    #expect(before["xor/trace/hidden.npz"] != after["xor/trace/hidden.npz"])
    #expect(before["and/trace/rule.npz"] == after["and/trace/rule.npz"])
  }

  @Test func `a comment changes nothing`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    try fixture.edit("xor/lesson.yaml", "scenarios:", "# A word to the reader.\nscenarios:")
    #expect(try await fixture.build().reasons == [])
  }

  @Test func `a data file counts for the scenarios that read it, and for no other`() async throws {
    let fixture = try LessonFixture()
    let points = "x,y,kind\n0,0,a\n0,1,b\n1,0,b\n1,1,a\n"
    try fixture.edit("xor/lesson.yaml", "data: xor", "data: {file: points.csv, target: kind}")
    try fixture.write(points, to: "xor/points.csv")
    try fixture.write(points, to: "xor/other.csv")
    try await fixture.build()
    try fixture.write(points + "2,2,a\n", to: "xor/other.csv")
    #expect(try await fixture.build().reasons == [])
    try fixture.write(points + "2,2,a\n", to: "xor/points.csv")
    #expect(
      try await fixture.build().reasons == ["xor#boundary: data file 'points.csv' changed"])
  }

  @Test func `a file that is gone or was changed is made again`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let whole = fixture.files()
    let (gone, changed) = (
      "output/and/figures/ko/boundary.svg", "output/xor/figures/en/boundary.svg"
    )
    try FileManager.default.removeItem(atPath: fixture.path(gone))
    try Data("mine".utf8).write(to: URL(filePath: fixture.path(changed)))
    let report = try await fixture.build()
    #expect(
      report.reasons == [
        "and#boundary: its file is gone", "xor#boundary: its file was changed by somebody else",
      ])
    #expect(fixture.files() == whole)
  }

  @Test func `forced, everything is made again, to the same bytes`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    let report = try await fixture.build { $0.force = true }
    #expect(report.reasons.count == 2)
    #expect(fixture.files() == before)
  }

  @Test func `a new program makes everything again`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let report = try await fixture.build { $0.program = fixture.path("lessons/course.yaml") }
    #expect(report.reasons.allSatisfy { $0.hasSuffix("the program changed") })
    #expect(report.reasons.count == 2)
  }

  @Test func `without its cache a build makes everything, and nothing changes`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    try FileManager.default.removeItem(atPath: fixture.path("output/.chalkline"))
    #expect(try await fixture.build().writtenCount == 0)
    #expect(fixture.files() == before)
  }

  @Test func `after any edits the output is that of a fresh build`() async throws {
    let (edited, fresh) = (try LessonFixture(), try LessonFixture())
    try await edited.build()
    for fixture in [edited, fresh] {
      try fixture.edit("xor/lesson.yaml", "seed: ", "seed: 2")
      try fixture.edit("and/lesson.yaml", "epochs: 20", "epochs: 30")
    }
    try await edited.build { $0.only = ["and"] }
    try await edited.build()
    try await fresh.build()
    #expect(edited.files() == fresh.files())
  }
}
