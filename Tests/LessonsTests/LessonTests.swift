import Lessons
import Testing

struct LessonTests {
  private static let good = """
    title: {en: One line is not enough, ko: 직선 하나로는 부족하다}
    scenarios:
      perceptron: {data: xor}
      hidden-layer:
        data: xor
    figures:
      boundary:
        kind: decision-boundary
    """

  @Test func `sections come in file order with their places`() throws {
    let lesson = try Lesson(parsing: Self.good, named: file, id: "xor")
    #expect(lesson.id == "xor")
    #expect(lesson.title["ko"] == "직선 하나로는 부족하다")
    #expect(lesson.scenarios.map { $0.name } == ["perceptron", "hidden-layer"])
    #expect(lesson.scenarios.map { $0.location.line } == [3, 4])
    #expect(lesson.figures.map { "\($0.location)" } == ["lessons/xor/lesson.yaml:7:3"])
  }

  @Test func `a lesson may have no scenarios and no figures yet`() throws {
    let lesson = try Lesson(parsing: "title: t", named: file, id: "xor")
    #expect(lesson.scenarios.isEmpty && lesson.figures.isEmpty)
  }

  @Test func `all mistakes of the top level are found in one run`() {
    #expect(
      printedErrors(in: "figure: {}\nscenarios: [xor]\nauthor: me\n") == """
        lessons/xor/lesson.yaml:1:1: error: the lesson has no 'title'
          1 | figure: {}
            | ^
            = title: the lesson's title

        lessons/xor/lesson.yaml:1:1: error: unknown field 'figure' in the lesson; \
        did you mean 'figures'?
          1 | figure: {}
            | ^

        lessons/xor/lesson.yaml:2:12: error: 'scenarios' wants a section for each name, \
        found the list [xor]
          2 | scenarios: [xor]
            |            ^

        lessons/xor/lesson.yaml:3:1: error: unknown field 'author' in the lesson
          3 | author: me
            | ^
            = known fields: title, scenarios, figures
        """)
  }

  @Test func `sections can be read although the top level has a mistake`() throws {
    let source = SourceText("figures: {A: {}, b: {}}\n", file: file)
    let reading = try Lesson.reading(source, id: "xor")
    #expect(reading.lesson.figures.map { $0.name } == ["A", "b"])
    #expect(reading.errors.count == 2)
  }

  @Test func `languages other than the usual ones can be allowed`() throws {
    let lesson = try Lesson(
      parsing: "title: {fr: un}", named: file, id: "xor", languages: ["en", "fr"])
    #expect(lesson.title["fr"] == "un")
  }

  @Test func `a section without a value reads as an empty one`() throws {
    let lesson = try Lesson(parsing: "title: t\nscenarios:\n  a:\n", named: file, id: "xor")
    var reader = SectionReader(try #require(lesson.scenarios.first), fields: sampleFields)
    #expect(
      printed { _ = try reader.integer("epochs") } == """
        lessons/xor/lesson.yaml:3:3: error: scenario 'a' has no 'epochs'
          3 |   a:
            |   ^
            = epochs: how long to train
        """)
  }
}
