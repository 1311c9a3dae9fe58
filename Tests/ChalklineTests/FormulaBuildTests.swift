import Chalkline
import Foundation
import Testing

struct FormulaBuildTests {
  /// The tiny course with a line added to the English prose of `xor`.
  private static func fixture(_ line: String) throws -> LessonFixture {
    let fixture = try LessonFixture()
    let prose = try String(
      contentsOfFile: fixture.path("lessons/xor/lesson.en.md"), encoding: .utf8)
    try fixture.write(prose + "\n" + line + "\n", to: "xor/lesson.en.md")
    return fixture
  }

  @Test func `a formula of the prose is MathML in its page`() async throws {
    let fixture = try Self.fixture("It is $\\sigma(z)$.")
    let report = try await fixture.build()
    #expect(report.findings.isEmpty)
    #expect(fixture.text("xor/index.html").contains("<mi>σ</mi>"))
    #expect(!fixture.text("xor/index.ko.html").contains("<math"))
  }

  @Test func `what was set once is kept, with the same bytes`() async throws {
    let fixture = try Self.fixture("It is $\\sigma(z)$.")
    try await fixture.build()
    let before = fixture.files()
    let kept = fixture.path("output/.chalkline/formulas")
    #expect(FileManager.default.fileExists(atPath: kept))
    try await fixture.build { $0.force = true }
    #expect(fixture.files() == before)
  }

  @Test func `a wrong formula is an error at its place, and the lesson keeps its last output`()
    async throws
  {
    let fixture = try Self.fixture("It is $a$.")
    try await fixture.build()
    let before = fixture.files()
    try fixture.edit("xor/lesson.en.md", "$a$", "$a + \\foo$")
    let report = try await fixture.build()
    let finding = try #require(report.findings.first)
    #expect(finding.message == "this formula cannot be set: Undefined control sequence: \\foo")
    #expect(finding.location?.column == 12)
    #expect(fixture.files() == before)
  }

  @Test func `two dollar signs that nothing closes are an error`() async throws {
    let fixture = try Self.fixture("$$ a + b")
    let report = try await fixture.build()
    #expect(report.findings.map { $0.message } == ["nothing closes this formula"])
  }

  @Test func `Hangul that is not marked as text is a warning of check, and is built`() async throws
  {
    let fixture = try Self.fixture("$손실$")
    #expect(try fixture.check().contains("warning: in this formula: Unicode text character"))
    #expect(try await fixture.build().findings.isEmpty)
  }

  @Test func `the files of a lesson can be had from its page`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let page = fixture.text("xor/index.html")
    #expect(page.contains("href=\"source/lesson.yaml\" download=\"xor-lesson.yaml\""))
    let copy = fixture.files()["xor/source/lesson.yaml"]
    #expect(copy == FileManager.default.contents(atPath: fixture.path("lessons/xor/lesson.yaml")))
    try fixture.edit("course.yaml", "  - xor\n", "")
    try await fixture.build()
    #expect(fixture.files()["xor/source/lesson.yaml"] == nil)
  }
}
