import Chalkline
import Foundation
import Testing

/// A change of a course, by what is done to its files.
private struct Edit: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Whether the course has an animation.
  let isAnimated: Bool
  let edit: @Sendable (LessonFixture) throws -> Void

  init(
    _ name: String, animated: Bool = false,
    _ edit: @escaping @Sendable (LessonFixture) throws -> Void
  ) {
    (testDescription, isAnimated, self.edit) = (name, animated, edit)
  }
}

/// Whatever is edited, the next build leaves what a build from nothing would: not a file more, nor less.
struct EditTests {
  private static let edits = [
    Edit("a language goes", animated: true) { fixture in
      try fixture.edit("course.yaml", "[en, ko]", "[en]")
      for file in ["course.yaml", "and/lesson.yaml", "xor/lesson.yaml"] {
        let path = fixture.root.appending(path: "lessons/\(file)")
        let text = try String(contentsOf: path, encoding: .utf8)
        try fixture.write(text.replacing(#/, ko: [^}]*}/#, with: "}"), to: file)
      }
    },
    Edit("the first language changes", animated: true) {
      try $0.edit("course.yaml", "[en, ko]", "[ko, en]")
    },
    Edit("a lesson goes") { try $0.edit("course.yaml", "  - and  # first\n", "") },
    Edit("lessons change places") {
      try $0.edit("course.yaml", "  - and  # first\n  - xor\n", "  - xor\n  - and\n")
    },
    Edit("the theme changes") { try $0.edit("course.yaml", "theme: paper", "theme: slide") },
    Edit("a dark theme comes") {
      try $0.edit("course.yaml", "theme: paper", "theme: paper\ndark: board")
    },
    Edit("a data file has another name") { fixture in
      try fixture.edit("xor/lesson.yaml", "points.csv", "other.csv")
      try fixture.write("x,y,kind\n0,0,a\n0,1,b\n1,0,b\n1,1,a\n", to: "xor/other.csv")
    },
    Edit("data are no file any more") {
      try $0.edit("xor/lesson.yaml", "data: {file: points.csv, target: kind}", "data: xor")
    },
    Edit("a scenario has another name") { try $0.edit("xor/lesson.yaml", "hidden", "deep") },
    Edit("a figure has another name") { fixture in
      for file in ["lesson.yaml", "lesson.en.md", "lesson.ko.md"] {
        try fixture.edit("xor/\(file)", "boundary", "plane")
      }
      try fixture.edit("xor/lesson.yaml", "decision-plane", "decision-boundary")
    },
    Edit("frames go", animated: true) {
      try $0.edit("and/lesson.yaml", "    frames: {count: 3, fps: 5}\n", "")
    },
    Edit("there are fewer frames", animated: true) {
      try $0.edit("and/lesson.yaml", "count: 3", "count: 2")
    },
    Edit("prose goes") { fixture in
      try fixture.remove("lessons/xor/lesson.en.md")
      try fixture.remove("lessons/xor/lesson.ko.md")
    },
    Edit("a figure is shown no more") {
      try $0.edit("xor/lesson.en.md", "![x](figures/boundary.svg)", "No figure.")
    },
    Edit("a lesson has another title") {
      try $0.edit("and/lesson.yaml", "{en: One line, ko", "{en: A single line, ko")
    },
    Edit("a lesson comes") { fixture in
      try fixture.edit("course.yaml", "  - xor\n", "  - or\n  - xor\n")
      let yaml = TinyCourse.and.replacing("data: and", with: "data: or")
      try fixture.write(yaml.replacing("One line", with: "Another"), to: "or/lesson.yaml")
      for language in ["en", "ko"] {
        let prose = TinyCourse.files["and/lesson.\(language).md"] ?? ""
        try fixture.write(prose, to: "or/lesson.\(language).md")
      }
    },
    Edit("the course has words of its own") {
      try $0.write("pages: {previous: The one before}\n", to: "words.en.yaml")
    },
    Edit("a formula goes") { try $0.edit("and/lesson.en.md", "$x^2 + 1$", "it") },
  ]

  @Test(arguments: edits)
  fileprivate func `after an edit the output is that of a fresh build`(edit: Edit) async throws {
    let fixture = try RecoveryCourse.fixture(animated: edit.isAnimated)
    // Twice, so that files which were written just before the first do not keep lessons from being at rest.
    for _ in 1...2 { try await fixture.buildAll() }
    let before = fixture.files()
    try edit.edit(fixture)
    let report = try await fixture.buildAll()
    #expect(report.isComplete, "\(report.findings)")
    let after = fixture.files()
    #expect(after.differences(from: before) != [])
    try await fixture.buildAll(into: "fresh")
    #expect(after.differences(from: fixture.files(in: "fresh")) == [])
    #expect(try fixture.outputFindings() == [])
    #expect(try await fixture.buildAll().writtenCount == 0)
    // And back again.
    try fixture.remove("lessons")
    let old = try RecoveryCourse.fixture(animated: edit.isAnimated)
    try FileManager.default.copyItem(atPath: old.path("lessons"), toPath: fixture.path("lessons"))
    try await fixture.buildAll()
    #expect(fixture.files().differences(from: before) == [])
    #expect(try fixture.outputFindings() == [])
  }
}
