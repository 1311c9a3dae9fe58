import Chalkline
import Foundation
import Testing

struct CourseBuildTests {
  @Test func `a build writes figures by language, traces, pages and a manifest`() async throws {
    let fixture = try LessonFixture()
    let report = try await fixture.build()
    #expect(report.findings.map { fixture.plain($0) } == [])
    #expect(
      fixture.files().keys.sorted() == [
        "and/figures/en/boundary.svg", "and/figures/ko/boundary.svg", "and/index.html",
        "and/index.ko.html", "and/source/lesson.en.md", "and/source/lesson.ko.md",
        "and/source/lesson.yaml", "and/trace/rule.csv", "and/trace/rule.npz", "index.html",
        "index.ko.html", "manifest.json", "xor/figures/en/boundary.svg",
        "xor/figures/ko/boundary.svg", "xor/index.html", "xor/index.ko.html",
        "xor/source/lesson.en.md", "xor/source/lesson.ko.md", "xor/source/lesson.yaml",
        "xor/trace/hidden.csv", "xor/trace/hidden.npz",
      ])
  }

  @Test func `one, two and eight jobs write the same bytes in every form`() async throws {
    let fixture = try LessonFixture()
    for jobs in [1, 2, 8] {
      try await fixture.build(into: "jobs-\(jobs)") {
        $0.jobs = jobs
        $0.formats = ["png", "svg", "pdf"]
        $0.themes = ["paper", "board"]
      }
    }
    let one = fixture.files(in: "jobs-1")
    // Two figures in two languages, two themes, three formats; two traces in two; three pages, two
    // decks, two handouts and all slides in two languages; the three files of each lesson; the manifest.
    #expect(one.count == 51)
    #expect(one == fixture.files(in: "jobs-2"))
    #expect(one == fixture.files(in: "jobs-8"))
  }

  @Test func `progress goes up job by job, to the whole of the work`() async throws {
    let fixture = try LessonFixture()
    let lessons = try LessonsFolder(fixture.path("lessons"))
    var steps: [BuildProgress] = []
    _ = try await CourseBuild(lessons: lessons, output: fixture.path("output")).run {
      steps.append($0)
    }
    // Two scenarios and their numbers; two figures in two languages, and for two kinds of documents; eight documents
    // of lessons, two of the course; the copies of two lessons; two pages of each and two of the course.
    let finished = steps.filter { !$0.latest.contains("training ") }
    #expect(finished.map { $0.done } == Array(1...34))
    #expect(steps.allSatisfy { $0.total == 34 })
    #expect(zip(finished, finished.dropFirst()).allSatisfy { $0.share < $1.share })
    // While a scenario is trained, its share of the work goes on from what was done before.
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.share <= $1.share })
    // Sums of six numbers in another order differ in their last bits.
    #expect(abs((steps.last?.share ?? 0) - 1) < 1e-12)
  }

  @Test func `a second build writes nothing and keeps every time stamp`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = try fixture.times()
    let report = try await fixture.build()
    #expect(report.writtenCount == 0)
    #expect(report.unchangedCount == fixture.files().count)
    #expect(try fixture.times() == before)
  }

  @Test func `a theme that is not the course's own has its name in the file's`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build { $0.themes = ["board", "paper"] }
    let names = fixture.files().keys.filter { $0.hasPrefix("and/figures/en/") }.sorted()
    #expect(names == ["and/figures/en/boundary-board.svg", "and/figures/en/boundary.svg"])
  }

  @Test func `only a figure that is asked for is drawn`() async throws {
    let fixture = try LessonFixture()
    let report = try await fixture.build { $0.only = ["xor#boundary"] }
    #expect(report.figureCount == 1)
    #expect(!fixture.files().keys.contains { $0.hasPrefix("and/") })
  }

  @Test func `a part built alone has the bytes of the whole build`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build(into: "whole")
    try await fixture.build(into: "part") { $0.only = ["xor#boundary"] }
    let whole = fixture.files(in: "whole")
    for (path, bytes) in fixture.files(in: "part") where path != "manifest.json" {
      #expect(whole[path] == bytes, "\(path)")
    }
  }

  @Test(arguments: [
    ("xro", "no lesson named 'xro'; did you mean 'xor'?"),
    ("xor#bondary", "no figure of 'xor' named 'bondary'; did you mean 'boundary'?"),
    ("zzz", "no lesson named 'zzz'; there are: and, xor"),
  ])
  func `an unknown part is refused with the nearest one`(only: String, message: String) async throws
  {
    let fixture = try LessonFixture()
    await #expect(throws: UsageError(message)) {
      try await fixture.build { $0.only = [only] }
    }
    #expect(fixture.files().isEmpty)
  }

  @Test func `an unknown theme, language or format is refused`() async throws {
    let fixture = try LessonFixture()
    await #expect(throws: UsageError("no theme named 'bord'; did you mean 'board'?")) {
      try await fixture.build { $0.themes = ["bord"] }
    }
    await #expect(throws: UsageError("no language named 'fr'; there are: en, ko")) {
      try await fixture.build { $0.languages = ["fr"] }
    }
    await #expect(throws: UsageError("no format named 'pgn'; did you mean 'png'?")) {
      try await fixture.build { $0.formats = ["pgn"] }
    }
  }
}

extension LessonFixture {
  /// When each file of the output was last changed.
  func times() throws -> [String: Date] {
    try files().keys.reduce(into: [:]) { times, name in
      let facts = try FileManager.default.attributesOfItem(atPath: path("output/\(name)"))
      times[name] = facts[.modificationDate] as? Date
    }
  }
}
