import Chalkline
import Foundation
import Testing

/// Slides, handouts and sheets as a build makes them.
struct DocumentBuildTests {
  /// A course with a sheet to fill in beside the figure of XOR.
  private func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.write(TinyCourse.xor + Self.sheet, to: "xor/lesson.yaml")
    for (language, heading) in [("en", "Your turn"), ("ko", "직접 해 보기")] {
      try fixture.write(
        """
        # XOR

        ![](figures/boundary.svg)

        ## \(heading)

        ![](figures/exercise.svg)

        """, to: "xor/lesson.\(language).md")
    }
    return fixture
  }

  private static let sheet = """
      exercise:
        kind: exercise-sheet
        scenario: hidden
        blanks: all
        title: {en: By hand, ko: 손으로}
        caption: {en: Fill it in. Slowly., ko: 채우시오. 천천히.}
        alt: {en: A sheet with empty boxes, ko: 빈칸이 있는 문제지}

    """

  private static let documents = [
    "and/deck.ko.pdf", "and/deck.pdf", "and/handout.ko.pdf", "and/handout.pdf", "course.ko.pdf",
    "course.pdf", "xor/answers.ko.pdf", "xor/answers.pdf", "xor/deck.ko.pdf", "xor/deck.pdf",
    "xor/exercises.ko.pdf", "xor/exercises.pdf", "xor/handout.ko.pdf", "xor/handout.pdf",
  ]

  private func documents(of fixture: LessonFixture) -> [String: Data] {
    fixture.files().filter { $0.key.hasSuffix(".pdf") && !$0.key.contains("/figures/") }
  }

  @discardableResult
  private func build(_ fixture: LessonFixture, _ adjust: (inout BuildOptions) -> Void = { _ in })
    async throws -> BuildReport
  {
    try await fixture.build {
      $0.formats = ["pdf"]
      adjust(&$0)
    }
  }

  @Test func `a lesson has slides and a handout in each language, and sheets where it has any`()
    async throws
  {
    let fixture = try fixture()
    let report = try await build(fixture)
    #expect(report.findings.map { fixture.plain($0) } == [])
    #expect(documents(of: fixture).keys.sorted() == Self.documents)
    let manifest = try #require(fixture.files()["manifest.json"])
    for path in Self.documents {
      #expect(String(decoding: manifest, as: UTF8.self).contains("\"path\" : \"\(path)\""))
    }
  }

  @Test func `the same bytes come of one, two and eight jobs`() async throws {
    let fixture = try fixture()
    var builds: [[String: Data]] = []
    for jobs in [1, 2, 8] {
      try await build(fixture) {
        $0.jobs = jobs
        $0.force = true
      }
      builds.append(documents(of: fixture))
    }
    #expect(builds[0] == builds[1] && builds[0] == builds[2])
  }

  @Test func `a caption makes the documents of its lesson and language again, and draws nothing`()
    async throws
  {
    let fixture = try fixture()
    try await build(fixture)
    let before = documents(of: fixture)
    try fixture.edit("xor/lesson.yaml", "en: Fill it in. Slowly.", "en: Take your time.")
    let report = try await build(fixture)
    #expect(report.trainedCount + report.reusedCount + report.computedCount == 0)
    #expect(report.reasons == [])
    let after = documents(of: fixture)
    let changed = Self.documents.filter { before[$0] != after[$0] }
    #expect(changed == ["course.pdf", "xor/answers.pdf", "xor/deck.pdf", "xor/exercises.pdf"])
    #expect(
      report.otherReasons.contains(
        "xor/deck.pdf: a title, caption or alternative text changed"))
  }

  @Test func `a comma in the prose makes a page again, and no document`() async throws {
    let fixture = try fixture()
    try await build(fixture)
    try fixture.edit("xor/lesson.en.md", "# XOR", "# XOR\n\nWell, well.")
    let report = try await build(fixture)
    #expect(
      report.otherReasons == [
        "index.html: a lesson's first words changed", "xor/index.html: the prose changed",
      ])
  }

  @Test func `another order of the figures makes the documents again`() async throws {
    let fixture = try fixture()
    try await build(fixture)
    try fixture.write(
      "![](figures/exercise.svg)\n\n![](figures/boundary.svg)\n", to: "xor/lesson.en.md")
    let report = try await build(fixture)
    #expect(report.reasons == [] && report.trainedCount == 0)
    #expect(
      report.otherReasons.contains {
        $0.hasPrefix("xor/handout.pdf: the order of sections and figures")
      })
  }

  @Test func `without documents they are left as they are, until a build makes them`() async throws
  {
    let fixture = try fixture()
    try await build(fixture)
    let before = documents(of: fixture)
    try fixture.edit("xor/lesson.yaml", "en: Fill it in. Slowly.", "en: Take your time.")
    try await build(fixture) { $0.documents = false }
    #expect(documents(of: fixture) == before)
    try await build(fixture)
    #expect(documents(of: fixture)["xor/deck.pdf"] != before["xor/deck.pdf"])
  }

  @Test func `images without PDF leave documents alone as well`() async throws {
    let fixture = try fixture()
    try await fixture.build()
    #expect(documents(of: fixture).isEmpty)
  }

  @Test func `only the asked for lesson and language get theirs`() async throws {
    let fixture = try fixture()
    try await build(fixture) {
      $0.only = ["and"]
      $0.languages = ["ko"]
    }
    #expect(documents(of: fixture).keys.sorted() == ["and/deck.ko.pdf", "and/handout.ko.pdf"])
    try await build(fixture) { $0.only = ["xor#boundary"] }
    #expect(documents(of: fixture).keys.sorted() == ["and/deck.ko.pdf", "and/handout.ko.pdf"])
  }

  @Test func `sheets that a lesson has no more are removed, and clean removes all`() async throws {
    let fixture = try fixture()
    try await build(fixture)
    try fixture.edit("xor/lesson.en.md", "![](figures/exercise.svg)", "")
    try fixture.edit("xor/lesson.ko.md", "![](figures/exercise.svg)", "")
    try await build(fixture)
    #expect(
      documents(of: fixture).keys.sorted()
        == Self.documents.filter {
          !$0.contains("exercises") && !$0.contains("answers")
        })
    _ = try CourseClean(
      output: fixture.path("output"), of: LessonsFolder(fixture.path("lessons"))
    ).run()
    #expect(fixture.files().isEmpty)
  }

  @Test func `a build that is only looked at names the documents it would make`() async throws {
    let fixture = try fixture()
    var options = BuildOptions()
    options.formats = ["pdf"]
    let build = CourseBuild(
      lessons: try LessonsFolder(fixture.path("lessons")), output: fixture.path("output"),
      options: options)
    let lines = try build.dryRun().lines
    #expect(lines.contains("write xor/exercises.ko.pdf: it is new"))
    _ = try await build.run()
    #expect(try build.dryRun().lines == [])
  }

  @Test func `pages link to the documents in their own language`() async throws {
    let fixture = try fixture()
    try await build(fixture)
    let page = String(
      decoding: try #require(fixture.files()["xor/index.ko.html"]), as: UTF8.self)
    for name in ["deck", "handout", "exercises", "answers"] {
      #expect(page.contains("href=\"\(name).ko.pdf\""))
    }
  }

  @Test func `parts built by several jobs give the documents of the whole`() async throws {
    let fixture = try fixture()
    try await build(fixture)
    let whole = documents(of: fixture)
    try FileManager.default.removeItem(atPath: fixture.path("output"))
    for number in 1...2 { try await build(fixture) { $0.shard = Shard(number, of: 2) } }
    let report = try await build(fixture)
    #expect(report.trainedCount + report.reusedCount + report.computedCount == 0)
    #expect(documents(of: fixture) == whole)
  }

  @Test func `a drawing that was damaged counts as none, and is drawn again`()
    async throws
  {
    let fixture = try fixture()
    try await build(fixture)
    let folder = fixture.path("output/.chalkline/drawings")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try Data("damage".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try fixture.edit("xor/lesson.yaml", "en: Fill it in. Slowly.", "en: Take your time.")
    let report = try await build(fixture)
    #expect(report.isComplete)
  }
}
