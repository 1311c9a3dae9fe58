import Foundation
import Testing

struct CoursePagesTests {
  @Test func `every link of every page leads to a file of the output`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build { $0.formats = [] }
    let files = fixture.files()
    let pages = files.keys.filter { $0.hasSuffix(".html") }
    #expect(pages.count == 6)
    for page in pages {
      let text = String(decoding: files[page] ?? Data(), as: UTF8.self)
      let folder = URL(filePath: "/\(page)").deletingLastPathComponent()
      for match in text.matches(of: #/(?:href|src)="([^"#:]+)"/#) {
        let target = folder.appending(path: match.1).standardized.path.dropFirst()
        #expect(files.keys.contains(String(target)), "\(page): \(match.1)")
      }
    }
  }

  @Test func `a page shows the figure of its language with the words of the lesson`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let page = fixture.text("and/index.ko.html")
    #expect(page.contains("<h1>직선 하나</h1>"))
    #expect(page.contains("<desc id=\"and-boundary-ko-desc\">직선 하나가 평면을 나눈다</desc>"))
    #expect(page.contains("<span class=\"number\">그림\u{A0}1</span> 직선</p>"))
    #expect(!page.contains("boundary.png"))
  }

  @Test func `a lesson built alone gets its pages, and a figure alone none`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build(into: "whole")
    try await fixture.build(into: "lesson") { $0.only = ["xor"] }
    try await fixture.build(into: "figure") { $0.only = ["xor#boundary"] }
    let pages = fixture.files(in: "lesson").filter { $0.key.hasSuffix(".html") }
    #expect(pages.keys.sorted() == ["xor/index.html", "xor/index.ko.html"])
    #expect(pages["xor/index.html"] == fixture.files(in: "whole")["xor/index.html"])
    #expect(!fixture.files(in: "figure").keys.contains { $0.hasSuffix(".html") })
  }

  @Test func `the manifest lists the pages, and a language given up loses its own`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    #expect(fixture.text("manifest.json").contains("\"path\" : \"xor/index.ko.html\""))
    try fixture.edit("course.yaml", "[en, ko]", "[en]")
    try await fixture.build()
    #expect(fixture.files().keys.filter { $0.hasSuffix(".html") }.count == 3)
    #expect(!fixture.text("index.html").contains("index.ko.html"))
  }

  @Test func `a lesson whose prose is wrong keeps its last output`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    let before = fixture.files()
    try fixture.edit("xor/lesson.en.md", "boundary.svg", "bondary.svg")
    let report = try await fixture.build()
    #expect(
      report.findings.map { $0.message } == [
        "no figure named 'bondary'; did you mean 'boundary'?"
      ])
    #expect(fixture.files() == before)
  }

  /// That its data are missing is known only when it is trained.
  @Test(arguments: ["and", "xor"])
  func `a lesson that fails while it is trained is not linked to until it is built`(
    lesson: String
  ) async throws {
    let fixture = try LessonFixture()
    let other = lesson == "and" ? "xor" : "and"
    try await fixture.build(into: "whole")
    let data = lesson == "and" ? "data: and" : "data: xor"
    try fixture.edit(
      "\(lesson)/lesson.yaml", data, "data: {file: points.csv, inputs: [x, y], target: class}")
    for _ in 0..<2 {
      let report = try await fixture.build()
      #expect(report.findings.count == 1)
      #expect(!fixture.text("index.html").contains("\(lesson)/"))
      #expect(!fixture.text("\(other)/index.html").contains("\(lesson)/"))
      #expect(!fixture.text("manifest.json").contains("\"\(lesson)/index.html"))
    }
    #expect(try await fixture.build().writtenCount == 0)
    try fixture.edit(
      "\(lesson)/lesson.yaml", "data: {file: points.csv, inputs: [x, y], target: class}", data)
    #expect(try await fixture.build().isComplete)
    #expect(fixture.files() == fixture.files(in: "whole"))
  }

  @Test func `a lesson that never was built is not linked to`() async throws {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "2 tanh", "2 tahn")
    try await fixture.build()
    #expect(!fixture.text("index.html").contains("xor/"))
    #expect(!fixture.text("and/index.html").contains("xor/"))
  }

  @Test func `a lesson without prose is a page of its figures`() async throws {
    let fixture = try LessonFixture(TinyCourse.files.filter { $0.key != "xor/lesson.ko.md" })
    let report = try await fixture.build()
    #expect(report.findings.isEmpty)
    #expect(fixture.text("xor/index.ko.html").contains("<h1>직선 둘</h1>"))
    #expect(fixture.text("xor/index.ko.html").contains("id=\"fig-boundary\""))
  }

  @Test func `dark pages get the board's figures once they are built`() async throws {
    let fixture = try LessonFixture()
    try await fixture.build()
    #expect(!fixture.text("xor/index.html").contains("board"))
    try await fixture.build { $0.themes = ["board"] }
    #expect(fixture.text("xor/index.html").contains("<img src=\"figures/en/boundary-board.svg\""))
    #expect(fixture.text("xor/index.html").contains("<desc id=\"xor-boundary-en-desc\">"))
  }
}
