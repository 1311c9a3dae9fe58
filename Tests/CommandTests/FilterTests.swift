import Foundation
import Testing

/// The filter as pandoc runs it; skipped where there is no pandoc.
struct FilterTests {
  private static let pandoc = "/usr/bin/pandoc"
  private static let python = "/usr/bin/python3"
  private static let canRun = [pandoc, python].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appending(path: "chalkline-filter"),
      withDestinationURL: Scratch.program())
    try write("![](chalkline:two-lines#boundary){#fig-boundary}\n")
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: scratch.folder.appending(path: "talk.md"))
  }

  /// What pandoc makes of the document, in a language.
  private func talk(to target: String, in language: String) throws -> String {
    let outcome = try scratch.run(
      [
        "talk.md", "--filter", "./chalkline-filter", "--to", target, "--wrap", "none",
        "--metadata", "lang=\(language)",
      ], of: Self.pandoc)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output
  }

  /// A part of what pandoc makes of the document as a package of parts.
  private func part(_ name: String, ofTalkAs format: String) throws -> String {
    // As older versions fetch images before the filter runs, it stands between two runs of pandoc.
    let script = """
      /usr/bin/pandoc talk.md --to json | ./chalkline-filter \(format) \
        | /usr/bin/pandoc --from json --output talk.\(format)
      /usr/bin/python3 -m zipfile -e talk.\(format) parts
      """
    let outcome = try scratch.run(["-c", script], of: "/bin/sh")
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return try scratch.text("parts/\(name)")
  }

  @Test(.enabled(if: canRun)) func `documents get figures with caption, text and the right file`()
    throws
  {
    _ = try scratch.chalkline("build")
    let page = try talk(to: "html", in: "en")
    #expect(page.contains("src=\"output/two-lines/figures/en/boundary.svg\""))
    #expect(page.contains("alt=\"\(LessonWords.alternative)\""))
    #expect(page.contains("<figcaption"))
    #expect(page.contains("id=\"fig-boundary\""))
    let korean = try talk(to: "revealjs", in: "ko")
    #expect(korean.contains("src=\"output/two-lines/figures/ko/boundary.svg\""))
    #expect(korean.contains(#/alt="[^"]*[가-힣]/#))
    let slides = try talk(to: "beamer", in: "en")
    #expect(slides.contains("{output/two-lines/figures/en/boundary.pdf}"))
    #expect(slides.contains("\\caption{"))
    let document = try part("word/document.xml", ofTalkAs: "docx")
    #expect(document.contains("descr=\"\(LessonWords.alternative)\""))
    #expect(document.contains("ImageCaption"))
    let slide = try part("ppt/slides/slide1.xml", ofTalkAs: "pptx")
    #expect(slide.contains("descr=\"\(LessonWords.alternative)"))
  }

  @Test(.enabled(if: canRun))
  func `a figure that does not exist stops pandoc, and nothing is written`()
    throws
  {
    _ = try scratch.chalkline("build", "--format", "svg")
    try write("![](chalkline:two-lines#bondary)\n")
    let outcome = try scratch.run(
      ["talk.md", "--filter", "./chalkline-filter", "--to", "html"], of: Self.pandoc)
    #expect(outcome.exitCode != 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("did you mean 'boundary'?"))
  }

  @Test func `the verb ends with 2 and writes nothing where there is no document`() throws {
    let outcome = try scratch.chalkline("filter", "html")
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("error: this is no JSON, at byte 1"))
  }
}

/// What the lesson that `chalkline new` starts says of its figure.
private enum LessonWords {
  static let alternative = "Two maps of what the network answers for every point of the plane"
}
