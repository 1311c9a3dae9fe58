import Lessons
import Testing

struct CourseTests {
  private func printedCourse(_ text: String) -> String {
    printed { _ = try Course(parsing: text, named: "lessons/course.yaml") }
  }

  @Test func `a course lists its lessons in order`() throws {
    let text = "title: t\nlanguages: [ko]\nlessons:\n- xor\n- and-or\ntheme: board\n"
    let course = try Course(parsing: text, named: "lessons/course.yaml")
    #expect(course.lessons == ["xor", "and-or"])
    #expect(course.lessonNames[1].location.line == 5)
    #expect(course.languages == ["ko"] && course.theme == "board")
    #expect(course.themeName?.location.column == 8)
  }

  @Test func `languages and theme have defaults`() throws {
    let course = try Course(parsing: "title: t\nlessons: xor\n", named: "c")
    #expect(course.languages == ["en", "ko"] && course.theme == "paper")
    #expect(course.themeName == nil && course.terms.isEmpty)
  }

  @Test func `terms are texts in each language`() throws {
    let text = "title: t\nlessons: []\nterms:\n  epoch: {ko: 에포크}\n  loss: cost\n"
    let course = try Course(parsing: text, named: "c")
    #expect(course.terms.map { $0.name.text } == ["epoch", "loss"])
    #expect(course.terms[0].wording["ko"] == "에포크" && course.terms[1].wording["en"] == "cost")
  }

  @Test(arguments: ["../x", "/etc", "a/b", ".", ".hidden", "a\\b"])
  func `a lesson outside the course's folder is refused`(path: String) {
    #expect(
      printedCourse("title: t\nlessons: [xor, \(path)]\n") == """
        lessons/course.yaml:2:16: error: '\(path)' is a path; a lesson is named by its folder
          2 | lessons: [xor, \(path)]
            |                ^
            = lessons lie in folders beside course.yaml and nowhere else
        """)
  }

  @Test func `a lesson listed twice is refused with the line of the first`() {
    #expect(
      printedCourse("title: t\nlessons:\n  - xor\n  - xor\n") == """
        lessons/course.yaml:4:5: error: 'xor' is already listed on line 3
          4 |   - xor
            |     ^
        """)
  }

  @Test func `an unknown language is shown with the one that was meant`() {
    #expect(
      printedCourse("title: t\nlessons: []\nlanguages: [en, kr]\n") == """
        lessons/course.yaml:3:17: error: no language named 'kr'; did you mean 'ko'?
          3 | languages: [en, kr]
            |                 ^
        """)
  }

  @Test func `all mistakes of a course are found in one run`() {
    let text = printedCourse("titel: t\nlessons: [A, b, b]\nlanguages: []\nthemes: board\n")
    #expect(text.split(separator: "\n").filter { $0.contains("error:") }.count == 6)
  }
}
