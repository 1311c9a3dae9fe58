import Chalkline
import Foundation
import Testing

struct LanguageTests {
  /// The tiny course in German as well.
  private static func german(_ words: String) throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.write(words, to: "words.de.yaml")
    try fixture.edit("course.yaml", "[en, ko]", "[en, de]")
    for lesson in ["and", "xor"] {
      let english = try String(
        contentsOfFile: fixture.path("lessons/\(lesson)/lesson.en.md"), encoding: .utf8)
      try fixture.write(english, to: "\(lesson)/lesson.de.md")
      let file = fixture.path("lessons/\(lesson)/lesson.yaml")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try fixture.write(text.replacing("ko:", with: "de:"), to: "\(lesson)/lesson.yaml")
    }
    let course = try String(contentsOfFile: fixture.path("lessons/course.yaml"), encoding: .utf8)
    try fixture.write(course.replacing("ko:", with: "de:"), to: "course.yaml")
    return fixture
  }

  @Test func `one file brings a third language to figures and pages`() async throws {
    let fixture = try Self.german(
      """
      figures:
        epoch: Epoche {0}
        loss: Verlust {0}
      pages:
        language-name: Deutsch
        figure: "Abbildung {0}"
      """)
    let report = try await fixture.build()
    #expect(report.findings.isEmpty)
    let page = fixture.text("and/index.de.html")
    #expect(page.contains("<html lang=\"de\">"))
    #expect(page.contains("<span class=\"number\">Abbildung 1</span>"))
    #expect(page.contains(">Deutsch</a>"))
    let english = try #require(fixture.files()["xor/figures/en/boundary.svg"])
    #expect(fixture.files()["xor/figures/de/boundary.svg"] != english)
  }

  @Test func `words that are not translated are said in English, and check names them`()
    async throws
  {
    let fixture = try Self.german("pages: {figure: 'Abbildung {0}'}\n")
    try await fixture.build()
    #expect(fixture.text("and/index.de.html").contains("Download"))
    let found = try fixture.check()
    #expect(found.contains("lessons/words.de.yaml: said in English for want of words: 'epoch'"))
  }

  @Test func `a word that there is none of is an error at its place`() throws {
    let fixture = try Self.german("figures:\n  epok: Epoche {0}\n")
    let error = try #require(throws: CourseError.self) { try fixture.source() }
    let text = fixture.plain(error)
    #expect(text.contains("lessons/words.de.yaml:2:3: error: no word named 'epok'"))
    #expect(text.contains("did you mean 'epoch'?"))
  }

  @Test(arguments: [
    ("Epoche", "needs {0}"), ("{0:Epoche|Epochen}", "needs {0}"),
    ("Epoche {0} {1}", "has nothing to put at {1}"),
    ("{0} {1:Epoche|Epochen}", "has nothing to put at {1}"),
    ("{0} {0:Epoche}", "follows a number and wants two forms, as in '{0:row|rows}'"),
  ])
  func `a word that loses its number, or wants one more, is an error`(text: String, problem: String)
    throws
  {
    let fixture = try Self.german("figures:\n  epoch: \"\(text)\"\n")
    let error = try #require(throws: CourseError.self) { try fixture.source() }
    #expect(fixture.plain(error).contains("the word 'epoch' \(problem)"))
  }

  @Test func `a word of a course may follow a number`() throws {
    let fixture = try Self.german("figures: {epochs: \"{0} {0:Epoche|Epochen}\"}\n")
    #expect(throws: Never.self) { try fixture.source() }
  }

  @Test func `a course says a term in its own way, and only its language is drawn again`()
    async throws
  {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    let course = try String(contentsOfFile: fixture.path("lessons/course.yaml"), encoding: .utf8)
    try fixture.write(
      course + "terms:\n  figure: {en: \"Fig. {0}\"}\n  epoch: {en: \"round {0}\"}\n",
      to: "course.yaml")
    try await fixture.build()
    let after = fixture.files()
    #expect(fixture.text("and/index.html").contains("<span class=\"number\">Fig. 1</span>"))
    #expect(after["xor/figures/ko/boundary.svg"] == before["xor/figures/ko/boundary.svg"])
    #expect(after["xor/figures/en/boundary.svg"] != before["xor/figures/en/boundary.svg"])
  }

  @Test func `a term that names no word is an error with an offer`() throws {
    let fixture = try LessonFixture()
    let course = try String(contentsOfFile: fixture.path("lessons/course.yaml"), encoding: .utf8)
    try fixture.write(course + "terms:\n  los: {en: cost}\n", to: "course.yaml")
    let error = try #require(throws: CourseError.self) { try fixture.source() }
    #expect(fixture.plain(error).contains("no word named 'los'; did you mean 'loss'?"))
  }

  @Test func `the printed words can be read again as they are`() throws {
    let fixture = try Self.german(try WordsTemplate(of: "de", in: nil).text)
    #expect(try fixture.source().course.languages == ["en", "de"])
    #expect(try WordsTemplate(of: "de", in: nil).text.contains("  epoch: \"epoch {0}\"  # English"))
    #expect(try !WordsTemplate(of: "ko", in: nil).text.contains("# English"))
    #expect(throws: UsageError.self) { try WordsTemplate(of: "german", in: nil) }
  }

  @Test func `words can be printed into the file that they are for`() throws {
    let fixture = try Self.german("")
    let lessons = try LessonsFolder(fixture.path("lessons"))
    let text = try WordsTemplate(of: "de", in: lessons).text
    #expect(text == (try WordsTemplate(of: "de", in: nil).text))
    #expect(try fixture.source().course.languages == ["en", "de"])
  }
}
