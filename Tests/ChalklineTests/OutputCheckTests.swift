import Chalkline
import Foundation
import Testing

/// What `check` finds in the output, what `clean` takes away, and what a build would do.
struct OutputCheckTests {
  private func findings(_ fixture: LessonFixture) throws -> [String] {
    try OutputCheck(of: fixture.path("output"), madeFrom: fixture.source()).findings.map {
      fixture.plain($0)
    }
  }

  @Test func `fresh output has nothing to fix, nor has a course without output`() async throws {
    let fixture = try LessonFixture()
    #expect(try findings(fixture) == [])
    #expect(!FileManager.default.fileExists(atPath: fixture.path("output")))
    try await fixture.build()
    #expect(try findings(fixture) == [])
  }

  @Test func `stale, missing and orphaned files are told with the command that mends them`()
    async throws
  {
    let fixture = try LessonFixture()
    try await fixture.build()
    try fixture.edit("xor/lesson.yaml", "seed: 7", "seed: 8")
    try FileManager.default.removeItem(atPath: fixture.path("output/and/figures/ko/boundary.svg"))
    try FileManager.default.removeItem(atPath: fixture.path("output/and/index.html"))
    try Data().write(to: URL(filePath: fixture.path("output/and/figures/en/old.svg")))
    let before = fixture.files()
    #expect(
      try findings(fixture) == [
        "warning: figure and#boundary: a file is missing\n  = 'chalkline build' makes it again",
        "warning: figure xor#boundary is stale: scenario 'hidden' changed\n"
          + "  = 'chalkline build' makes it again",
        "warning: the numbers of xor hidden are stale: scenario 'hidden' changed\n"
          + "  = 'chalkline build' makes it again",
        "warning: and/index.html: a file is missing\n  = 'chalkline build' makes it again",
        "warning: output/and/figures/en/old.svg belongs to nothing in the course\n"
          + "  = unless it is yours: rm 'output/and/figures/en/old.svg'",
      ])
    #expect(fixture.files() == before)
  }

  @Test func `files of a figure that the course has no more are orphans`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    for file in ["lesson.yaml", "lesson.en.md", "lesson.ko.md"] {
      try fixture.edit("xor/\(file)", "boundary", "plane")
    }
    try fixture.edit("xor/lesson.yaml", "decision-plane", "decision-boundary")
    let orphans = try findings(fixture).filter { $0.contains("belongs to nothing") }
    #expect(orphans.count == 2)
    #expect(orphans.allSatisfy { $0.hasSuffix("'chalkline build' removes it") })
  }

  @Test func `clean takes away what was built, and no file of anybody else`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let changed = fixture.path("output/xor/figures/en/boundary.svg")
    try Data("mine".utf8).write(to: URL(filePath: changed))
    try Data("notes".utf8).write(to: URL(filePath: fixture.path("output/notes.txt")))
    let count = fixture.files().count
    let clean = CourseClean(
      output: fixture.path("output"), of: try LessonsFolder(fixture.path("lessons")))
    let report = try clean.run()
    #expect(report.removedCount == count - 2)
    #expect(report.kept.map { fixture.plain($0) } == ["output/xor/figures/en/boundary.svg"])
    #expect(
      fixture.files() == [
        "notes.txt": Data("notes".utf8), "xor/figures/en/boundary.svg": Data("mine".utf8),
      ])
    #expect(!FileManager.default.fileExists(atPath: fixture.path("output/.chalkline")))
    #expect(fixture.files(in: "lessons").count == TinyCourse.files.count)
    #expect(try clean.run().removedCount == 0)
  }

  @Test func `clean believes no path that leads out of the output`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let manifest = fixture.path("output/manifest.json")
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
      .replacing("xor/figures/en/boundary.svg", with: "../lessons/course.yaml")
    try Data(text.utf8).write(to: URL(filePath: manifest))
    _ = try CourseClean(
      output: fixture.path("output"), of: LessonsFolder(fixture.path("lessons"))
    ).run()
    #expect(fixture.files(in: "lessons").count == TinyCourse.files.count)
  }

  @Test func `the outlook says what would be done and does nothing`() async throws {
    let fixture = try LessonFixture()
    let lessons = try LessonsFolder(fixture.path("lessons"))
    var options = BuildOptions()
    options.formats = ["svg"]
    let build = CourseBuild(lessons: lessons, output: fixture.path("output"), options: options)
    let first = try build.dryRun()
    #expect(first.lines.prefix(2) == ["compute and rule", "train xor hidden"])
    #expect(first.lines.contains("draw xor#boundary: it is new"))
    #expect(!FileManager.default.fileExists(atPath: fixture.path("output")))
    try await fixture.build()
    #expect(try build.dryRun().lines == [])
    #expect(try build.dryRun().summary == "everything is current")
    let before = fixture.files()
    try fixture.edit("xor/lesson.yaml", "epochs: [0, last]", "epochs: [last, 0]")
    #expect(
      try build.dryRun().lines == [
        "reuse xor hidden", "draw xor#boundary: the figure's section changed",
      ])
    #expect(fixture.files() == before)
  }

  @Test func `the dependency file lists every file that counts, spaces escaped`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit(
      "xor/lesson.yaml", "data: xor", "data: {file: my points.csv, target: kind}")
    try fixture.write("x,y,kind\n0,0,a\n0,1,b\n1,0,b\n1,1,a\n", to: "xor/my points.csv")
    let path = fixture.path("course.d")
    for _ in 1...2 {
      try? FileManager.default.removeItem(atPath: path)
      try await fixture.build { $0.dependencyFile = path }
      let text = fixture.plain(try String(contentsOfFile: path, encoding: .utf8))
      #expect(text.hasPrefix("output/manifest.json: \\\n  lessons/and/lesson.en.md \\\n"))
      for file in [
        "lessons/course.yaml", "lessons/xor/lesson.yaml", "lessons/xor/lesson.ko.md",
        "lessons/xor/my\\ points.csv", "DejaVuSans.ttf", "NanumGothic.ttf",
      ] {
        #expect(text.contains(file), "\(file)")
      }
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\\\n"))
    }
  }
}
