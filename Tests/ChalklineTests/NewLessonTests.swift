import Chalkline
import Foundation
import Testing

struct NewLessonTests {
  @Test func `a lesson is entered below the others and every comment stays`() throws {
    let fixture = try LessonFixture()
    _ = try NewLesson("third", in: fixture.path("lessons"))
    let course = String(
      decoding: try #require(fixture.files(in: "lessons")["course.yaml"]), as: UTF8.self)
    #expect(course == TinyCourse.course + "  - third\n")
  }

  @Test(arguments: [
    (
      "lessons: [and, xor]  # two\ntheme: paper\n",
      "lessons: [and, xor, third]  # two\ntheme: paper\n"
    ),
    ("lessons: [\n  and,\n  xor]\n", "lessons: [\n  and,\n  xor, third]\n"),
    ("lessons: []\n", "lessons: [third]\n"),
    (
      "lessons:\n- and\n# the end\n- xor\n\ntheme: paper\n",
      "lessons:\n- and\n# the end\n- xor\n- third\n\ntheme: paper\n"
    ),
  ])
  func `a list is added to however it is written`(before: String, after: String) throws {
    let fixture = try LessonFixture()
    try fixture.write("title: Lines\n" + before, to: "course.yaml")
    _ = try NewLesson("third", in: fixture.path("lessons"))
    let course = try #require(fixture.files(in: "lessons")["course.yaml"])
    #expect(String(decoding: course, as: UTF8.self) == "title: Lines\n" + after)
  }

  @Test func `a list that cannot be added to is left to the user, and nothing is made`() throws {
    let fixture = try LessonFixture()
    // A comment after the last item hides the bracket.
    try fixture.write("title: Lines\n\"lessons\": [and, xor]\n", to: "course.yaml")
    let before = fixture.files(in: "lessons")
    #expect(throws: UsageError.self) { _ = try NewLesson("third", in: fixture.path("lessons")) }
    #expect(fixture.files(in: "lessons") == before)
  }

  @Test(arguments: ["Third", "two words", "../out", "", "con", "세번째"])
  func `a name that cannot be a file's everywhere is refused`(name: String) throws {
    let fixture = try LessonFixture()
    let before = fixture.files(in: "lessons")
    #expect(throws: UsageError.self) { _ = try NewLesson(name, in: fixture.path("lessons")) }
    #expect(fixture.files(in: "lessons") == before)
  }

  @Test func `a new lesson tells editors its schema, which lies where it says`() throws {
    let fixture = try LessonFixture([:])
    try FileManager.default.createDirectory(
      atPath: fixture.path("lessons"), withIntermediateDirectories: true)
    _ = try NewLesson("first", in: fixture.path("lessons"))
    let files = fixture.files(in: "lessons")
    for (name, schema) in [
      ("first/lesson.yaml", "../lesson.schema.json"), ("course.yaml", "course.schema.json"),
    ] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      #expect(text.hasPrefix("# yaml-language-server: $schema=\(schema)\n# $schema: \(schema)\n"))
    }
    #expect(files["lesson.schema.json"] == Data(LessonSchema.lesson.utf8))
    #expect(files["course.schema.json"] == Data(LessonSchema.course.utf8))
  }

  @Test func `a lesson that is there already is left alone`() throws {
    let fixture = try LessonFixture()
    let before = fixture.files(in: "lessons")
    #expect(throws: UsageError.self) { _ = try NewLesson("xor", in: fixture.path("lessons")) }
    #expect(fixture.files(in: "lessons") == before)
  }
}
