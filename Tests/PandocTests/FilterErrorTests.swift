import Pandoc
import Testing

struct FilterErrorTests {
  private typealias Text = FilterText

  let sample = FilterSample()

  @Test(arguments: [
    ("xor#boundry", "no figure named 'boundry'; did you mean 'boundary'?"),
    ("xr#boundary", "no lesson named 'xr'; did you mean 'xor'?"),
  ])
  func `an unknown name is named, and the nearest one offered`(name: String, reason: String) {
    #expect(
      sample.complaint(Text.code(name))
        == "'\(name)' is not in 'OUT': \(reason) (if it is new, run 'chalkline build')")
  }

  @Test func `a path to an unknown figure is wrong as well`() {
    #expect(
      sample.complaint(Text.image("OUT/xor/figures/en/boundry.svg"))
        .hasPrefix("'xor#boundry' is not in 'OUT': no figure named 'boundry'; did you mean"))
  }

  @Test func `everything that is wrong is said at once`() {
    let blocks = [Text.code("xor#a"), Text.code("xor#a"), Text.image("chalkline:nothing")]
    let lines = sample.complaint(blocks.joined(separator: ",")).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last == "error: 'nothing' names no figure; it is written 'lesson#figure'")
  }

  @Test func `a format that is not built comes with the way to it`() {
    #expect(
      sample.complaint(Text.code("xor#network"), to: "beamer")
        == "'xor#network' is built as svg, and beamer takes pdf or png; "
        + "run 'chalkline build --format pdf'")
  }

  @Test func `a file that is gone comes with the way back`() {
    let sample = FilterSample(missing: ["xor/figures/en/network.svg"])
    #expect(
      sample.complaint(Text.code("xor#network"))
        == "'OUT/xor/figures/en/network.svg' of 'xor#network' is gone; run 'chalkline build'")
  }

  @Test(arguments: [
    ("lang: fr", "language 'fr', only in en, ko"),
    (
      "theme: slide",
      "theme 'slide', only in board, paper; 'chalkline build --theme slide' adds it"
    ),
  ])
  func `a language or theme that is asked for must be there`(option: String, reason: String) {
    #expect(
      sample.complaint(Text.code("xor#boundary\n\(option)"))
        == "'xor#boundary' is not built in the \(reason)")
  }

  @Test(arguments: [
    (
      "widht: 1",
      "in the code block of 'xor#boundary': no option named 'widht'; did you mean 'width'?"
    ),
    ("80%", "'80%' in the code block of 'xor#boundary' is no 'option: value'"),
  ])
  func `a wrong line of a code block is named`(line: String, message: String) {
    #expect(sample.complaint(Text.code("xor#boundary\n\(line)")) == message)
  }

  @Test func `an empty code block is no figure`() {
    #expect(sample.complaint(Text.code("")).contains("its first line is 'lesson#figure'"))
  }

  @Test func `without output, a figure that is asked for leads to the build`() {
    let document = #"{"pandoc-api-version":[1,23],"meta":{},"blocks":[\#(Text.code("xor#a"))]}"#
    let error = #expect(throws: FilterError.self) {
      try sample.filter(to: "html", output: "nowhere").filtered(Array(document.utf8))
    }
    let reason = "no manifest of a course in 'nowhere'; run 'chalkline build'"
    #expect(error?.description.contains(reason) == true)
  }

  @Test(arguments: [
    "", "[", "{\"a\":1,}", "[1 2]", "[01]", "[\"\\x\"]", "\"a\n\"", "{} {}", "nul", "[\"\\ud800\"]",
    "[\"\\ud800\\u0041\"]", "[-]", "[1.]", "{1:2}", "[\"", "[\"\\",
  ])
  func `what is no JSON is refused`(text: String) {
    let error = #expect(throws: FilterError.self) {
      try sample.filter(to: "html").filtered(Array(text.utf8))
    }
    #expect(error?.description.hasPrefix("this is no JSON, at byte ") == true)
  }

  @Test(arguments: ["[]", "{}", "3", "[{\"unMeta\":{}},[]]", "{\"pandoc-api-version\":[1,22]}"])
  func `other JSON is no document`(text: String) {
    let error = #expect(throws: FilterError.self) {
      try sample.filter(to: "html").filtered(Array(text.utf8))
    }
    #expect(error?.description.hasPrefix("this is no document of pandoc") == true)
  }

  @Test func `nesting beyond all measure is refused`() {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: FilterError.self) {
      try sample.filter(to: "html").filtered(Array(text.utf8))
    }
    #expect(error?.description == "the document is nested deeper than 2000 levels")
  }
}
