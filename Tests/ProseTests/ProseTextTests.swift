import Lessons
import Prose
import Testing

struct ProseTextTests {
  private static let text = """
    # 직선 하나 #

    Text with ![the *plane*](figures/boundary.svg "A title") and ![](./figures/loss.png).

    ## Why it fails

    그림 @fig-boundary에서, and @fig-loss-curve. Not mail@fig-x.

    ```markdown
    # not a heading
    ![no](figures/no.svg) @fig-no
    ```

    Code `![no](figures/no.svg)` and <!-- ![no](figures/no.svg)
    @fig-no --> and ![a](https://example.org/figures/x.svg) and ![a](figures/x.gif).
    ~~~
    ```
    @fig-no
    ~~~
    ####### seven
    #tag
    ### Last
    """
  private let prose = ProseText(parsing: Self.text, named: "lesson.ko.md")

  @Test func `the title is the first heading of level one`() {
    #expect(prose.title == "직선 하나")
    #expect(ProseText(parsing: "## only\n", named: "f").title == nil)
  }

  @Test func `headings have their level and their place`() {
    #expect(prose.headings.map { $0.level } == [1, 2, 3])
    #expect(prose.headings.map { $0.text.text } == ["직선 하나", "Why it fails", "Last"])
    #expect(prose.headings.map { "\($0.text.location)" }[1] == "lesson.ko.md:5:4")
  }

  @Test func `figures are found by their built path, with the place of their name`() {
    #expect(prose.figures.map { $0.name.text } == ["boundary", "loss"])
    #expect(prose.figures.map { $0.format } == ["svg", "png"])
    #expect(prose.figures.map { $0.alternative } == ["the *plane*", ""])
    #expect(
      prose.figures.map { "\($0.name.location)" } == ["lesson.ko.md:3:34", "lesson.ko.md:3:76"])
  }

  @Test func `all images have their text at its place, and their path`() {
    #expect(
      prose.images.map { $0.path } == [
        "figures/boundary.svg", "./figures/loss.png", "https://example.org/figures/x.svg",
        "figures/x.gif",
      ])
    #expect(prose.images.map { $0.alternative.text } == ["the *plane*", "", "a", "a"])
    #expect(
      prose.images.prefix(2).map { "\($0.alternative.location)" } == [
        "lesson.ko.md:3:11", "lesson.ko.md:3:62",
      ])
  }

  @Test func `mentions end where the name ends`() {
    #expect(prose.mentions.map { $0.text } == ["boundary", "loss-curve"])
    #expect(prose.mentions[0].location == SourceLocation(file: "lesson.ko.md", line: 7, column: 4))
  }

  @Test func `a figure that is not in the lesson is an error in the prose`() {
    let errors = prose.errors(knownFigures: ["bounary", "loss", "loss-curve"])
    #expect(
      errors.map { "\($0)" } == [
        """
        lesson.ko.md:3:34: error: no figure named 'boundary'; did you mean 'bounary'?
          3 | Text with ![the *plane*](figures/boundary.svg "A title") and ![](./figures/loss.png).
            |                                  ^
        """,
        """
        lesson.ko.md:7:4: error: no figure named 'boundary'; did you mean 'bounary'?
          7 | 그림 @fig-boundary에서, and @fig-loss-curve. Not mail@fig-x.
            |      ^
        """,
      ])
  }

  @Test(arguments: [
    "![", "![a](", "![a](figures/", "![a](figures/.svg)", "`", "```", "<!--", "@fig-", "\\",
    "![a](figures/a.svg",
  ])
  func `unfinished Markdown is no figure and no trap`(text: String) {
    let prose = ProseText(parsing: text, named: "f")
    #expect(prose.mentions.isEmpty)
    #expect(prose.figures.isEmpty)
  }

  @Test(arguments: [
    "![", "![](", "](", "[", "@fig-", "![](figures/a", "` `` ", "'a", "\"", "|\n-|\n", "$a ", "$$",
    "\n",
    "@fig-a", "<!-- -->", "&amp;", ">", "- ",
  ])
  func `a long line is read in a time that grows with its length`(part: String) {
    // This takes well under a second; reading the line again for every mark would take minutes.
    let text = String(repeating: part, count: 200_000 / part.utf8.count) + ")"
    let time = ContinuousClock().measure { _ = ProseText(parsing: text, named: "f") }
    #expect(time < .seconds(30))
  }

  @Test func `a figure may stand in the text of a link, and a link in the text of a figure`() {
    let text = "[![a](figures/a.svg)](b.html) ![see [b](c)](figures/b.png) \\![c](figures/c.svg)"
    #expect(ProseText(parsing: text, named: "f").figures.map { $0.name.text } == ["a", "b"])
  }

  @Test func `prose that is not UTF-8 is refused with its place`() {
    let error = #expect(throws: LessonError.self) {
      try ProseText(parsing: [0x61, 0x0A, 0xC0], named: "f")
    }
    #expect(error?.description.hasPrefix("f:2:1: error: the byte 0xC0 here is not UTF-8") == true)
  }
}
