import Chalkline
import Foundation
import Testing

struct VerbTests {
  @Test func `a listing names lessons, figures and scenarios`() throws {
    let fixture = try LessonFixture()
    #expect(
      CourseListing(of: try fixture.source()).text == """
        and  One line · 직선 하나
          #boundary  decision-boundary
          rule  scenario

        xor  Two lines · 직선 둘
          #boundary  decision-boundary
          hidden  scenario
        """)
  }

  @Test func `the listing for programs is JSON with all of it`() throws {
    let fixture = try LessonFixture()
    let text = try CourseListing(of: fixture.source()).json
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let lessons = try #require(object["lessons"] as? [[String: Any]])
    #expect(lessons.map { $0["id"] as? String } == ["and", "xor"])
  }

  @Test(arguments: FigureGuide.kinds)
  func `the guide has a page with an example of every kind`(kind: String) throws {
    let page = try FigureGuide.text(only: kind)
    #expect(page.hasPrefix("\(kind)\n"))
    #expect(page.contains("  example:\n    kind: \(kind)\n"))
  }

  @Test func `the guide suggests the nearest kind`() {
    let error = UsageError(
      "no figure kind named 'decision-bondary'; did you mean 'decision-boundary'?")
    #expect(throws: error) { try FigureGuide.text(only: "decision-bondary") }
  }

  @Test func `the schemas are JSON of draft 7`() throws {
    for text in [LessonSchema.lesson, LessonSchema.course] {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(object["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }
  }

  @Test(arguments: ["json", "csv", "npz"])
  func `a trace is the same from the verb as from the build`(format: String) async throws {
    let fixture = try LessonFixture()
    try fixture.edit("xor/lesson.yaml", "    seed: 7", "    seed: 7\n    numbers: all")
    try await fixture.build()
    let export = try TraceExport(of: "hidden", in: "xor", from: fixture.source(), at: .all)
    let built = try #require(fixture.files()["xor/trace/hidden.\(format)"])
    #expect(try built == Data(export.pieces(as: format).joined()))
  }

  @Test func `a trace goes to a file as a whole, and again only if it differs`() throws {
    let fixture = try LessonFixture()
    let export = try TraceExport(of: "hidden", in: "xor", from: fixture.source(), at: .all)
    let path = fixture.path("hidden.csv")
    try TraceExport.write(export.pieces(as: "csv"), to: path)
    let first = try FileManager.default.attributesOfItem(atPath: path)
    #expect(
      try FileManager.default.contents(atPath: path) == Data(export.pieces(as: "csv").joined()))
    try TraceExport.write(export.pieces(as: "csv"), to: path)
    let second = try FileManager.default.attributesOfItem(atPath: path)
    #expect(first[.systemFileNumber] as? Int == second[.systemFileNumber] as? Int)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.path("")).count == 2)
  }

  @Test func `a trace of any epoch can be had`() throws {
    let fixture = try LessonFixture()
    let export = try TraceExport(of: "hidden", in: "xor", from: fixture.source(), at: .number(37))
    let text = String(decoding: Array(try export.pieces(as: "table").joined()), as: UTF8.self)
    #expect(text.contains("epoch 37"))
  }

  @Test(arguments: [
    ("hiden", TraceExport.Epoch.last, "no scenario of 'xor' named 'hiden'; did you mean 'hidden'?"),
    ("hidden", .number(61), "there is no epoch 61; the last one is 60"),
  ])
  func `a trace that cannot be had is refused`(
    scenario: String, epoch: TraceExport.Epoch, message: String
  ) throws {
    let fixture = try LessonFixture()
    let source = try fixture.source()
    #expect(throws: UsageError(message)) {
      _ = try TraceExport(of: scenario, in: "xor", from: source, at: epoch)
    }
  }

  @Test func `the doctor looks for programs on the path it is given`() {
    let doctor = Doctor(searching: "/nowhere")
    #expect(doctor.text.contains("--  ffmpeg: not found"))
    #expect(doctor.text.contains("--  pandoc: not found"))
    for library in ["Cairo", "Pango", "libdeflate", "cmark-gfm"] {
      #expect(doctor.text.contains(#/ok  [A-Za-z-]+ [0-9]+\.[0-9]+/#))
      #expect(doctor.text.contains("ok  \(library) "))
    }
    #expect(doctor.text.contains("ok  KaTeX: /"))
    #expect(doctor.isHealthy)
  }
}
