import Pandoc
import Testing

struct PandocFilterTests {
  private typealias Text = FilterText

  let sample = FilterSample()

  private func path(_ name: String) -> String { "OUT/xor/figures/en/\(name)" }

  @Test func `nodes that are not about figures come out byte for byte`() throws {
    let blocks = #"""
      {"t":"Later","c":[{"x":1.50e-3,"t":"Odd"},null,true,[],{},"\u0007 \" \\ 한국어 🙂\n"]},\#
      {"c":[1,{"t":"Decimal"}],"t":"Backwards"},{"t":"CodeBlock","c":[["",["python"],[]],"xor#a"]},\#
      {"t":"Para","c":[{"t":"Image","c":[["",[],[]],[],["other/boundary.svg",""]]}]}
      """#
    #expect(try sample.filtered(blocks) == blocks)
  }

  @Test func `version and metadata come out as they came in`() throws {
    let text =
      #"{"pandoc-api-version":[1,99,7],"meta":{"a":{"t":"MetaBool","c":true}},"blocks":[]}"#
    let result = try sample.filter(to: "html", output: "nowhere").filtered(Array(text.utf8))
    #expect(String(decoding: result, as: UTF8.self) == text + "\n")
  }

  @Test(arguments: [
    ("html", "svg"), ("html5", "svg"), ("revealjs", "svg"), ("epub3", "svg"), ("gfm+smart", "svg"),
    ("latex", "pdf"), ("beamer", "pdf"), ("docx", "png"), ("pptx", "png"), ("odt", "png"),
  ])
  func `a target gets the format that it shows best`(target: String, format: String) throws {
    let result = try sample.filtered(Text.inline("chalkline:xor#boundary"), to: target)
    #expect(result == Text.inline(path("boundary.\(format)"), "Two lines"))
  }

  @Test func `a paragraph of one image becomes a figure with caption, alternative text and id`()
    throws
  {
    let asked = Text.image(
      "chalkline:xor#boundary", identifier: "fig-b", pairs: #"["width","80%"]"#)
    #expect(
      try sample.filtered(asked)
        == Text.figure(
          path("boundary.svg"), "The plane", alt: "Two lines", identifier: "fig-b",
          pairs: #"["width","80%"]"#))
  }

  @Test func `an older pandoc gets the figure as a marked paragraph`() throws {
    let asked = Text.image("chalkline:xor#boundary", identifier: "fig-b")
    #expect(
      try sample.filtered(asked, version: "1,22,2,1")
        == Text.image(
          path("boundary.svg"), "The plane", title: "fig:", identifier: "fig-b",
          pairs: #"["alt","Two lines"]"#))
  }

  @Test func `a code block with options is the same figure`() throws {
    let block = "xor#boundary\nwidth: 80%\nlang: ko\ntheme: board"
    #expect(
      try sample.filtered(Text.code(block, identifier: "fig-b"))
        == Text.figure(
          "OUT/xor/figures/ko/boundary-board.svg", "평면", alt: "직선 둘", identifier: "fig-b",
          pairs: #"["width","80%"]"#))
  }

  @Test func `a document's own words go before those of the lesson`() throws {
    let block = "xor#boundary\ncaption: My caption\nalt: My text"
    let figure = Text.figure(path("boundary.svg"), "My caption", alt: "My text")
    #expect(try sample.filtered(Text.code(block)) == figure)
    let image = Text.image(
      "chalkline:xor#boundary", "My caption", pairs: #"["alt","My text"]"#)
    #expect(try sample.filtered(image) == figure)
  }

  @Test func `a figure of the document keeps its caption and gets alternative text`() throws {
    let given = Text.figure("chalkline:xor#boundary", "Mine", alt: "Mine", identifier: "fig-b")
    #expect(
      try sample.filtered(given)
        == Text.figure(path("boundary.svg"), "Mine", alt: "Two lines", identifier: "fig-b"))
    let described = Text.figure("chalkline:xor#boundary", "Mine", alt: "Other words")
    #expect(
      try sample.filtered(described)
        == Text.figure(path("boundary.svg"), "Mine", alt: "Other words"))
  }

  @Test func `a figure without a caption has none`() throws {
    #expect(
      try sample.filtered(Text.code("xor#network"))
        == Text.figure(path("network.svg"), "", alt: "A network"))
  }

  @Test(arguments: ["ko", "ko-KR"])
  func `the language of the document chooses files and words`(language: String) throws {
    let metadata = #""lang":{"t":"MetaInlines","c":[{"t":"Str","c":"\#(language)"}]}"#
    #expect(
      try sample.filtered(Text.inline("chalkline:xor#boundary"), metadata: metadata)
        == Text.inline("OUT/xor/figures/ko/boundary.svg", "직선 둘"))
  }

  @Test func `so does the language of a part of it`() throws {
    func part(_ inner: String) -> String {
      #"{"t":"Div","c":[["",[],[["lang","ko"]]],[\#(inner)]]}"#
    }
    let inline = Text.inline("chalkline:xor#boundary")
    #expect(
      try sample.filtered(part(inline) + "," + inline)
        == part(Text.inline("OUT/xor/figures/ko/boundary.svg", "직선 둘")) + ","
        + Text.inline(path("boundary.svg"), "Two lines"))
  }

  @Test func `words in another language than the document's say so`() throws {
    let metadata = #""lang":{"t":"MetaString","c":"en-GB"}"#
    let figure = try sample.filtered(Text.code("xor#boundary\nlang: ko"), metadata: metadata)
    #expect(figure.hasPrefix(#"{"t":"Figure","c":[["",[],[["lang","ko"]]],"#))
    let own = try sample.filtered(Text.code("xor#boundary"), metadata: metadata)
    #expect(own.hasPrefix(#"{"t":"Figure","c":[["",[],[]],"#))
  }

  @Test func `a language that is not built falls back to English`() throws {
    let metadata = #""lang":{"t":"MetaString","c":"fr"}"#
    let image = Text.inline("chalkline:xor#boundary")
    #expect(
      try sample.filtered(image, metadata: metadata)
        == Text.inline(path("boundary.svg"), "Two lines"))
  }

  @Test func `metadata choose the theme`() throws {
    let metadata = #""chalkline-theme":{"t":"MetaString","c":"board"}"#
    #expect(
      try sample.filtered(Text.inline("chalkline:xor#boundary"), metadata: metadata)
        == Text.inline(path("boundary-board.svg"), "Two lines"))
  }

  @Test(arguments: ["svg", "png", "*", "gif"])
  func `an image of the output folder changes its format`(ending: String) throws {
    let image = Text.inline("OUT/xor/figures/ko/boundary-board.\(ending)", "My text")
    #expect(
      try sample.filtered(image, to: "beamer")
        == Text.inline("OUT/xor/figures/ko/boundary-board.pdf", "My text"))
  }

  @Test func `one that says nothing becomes a figure with the lesson's words`() throws {
    #expect(
      try sample.filtered(Text.image("OUT/xor/figures/en/boundary.*"))
        == Text.figure(path("boundary.svg"), "The plane", alt: "Two lines"))
  }

  @Test(arguments: ["1,22", "1,23"])
  func `slides get the caption as text and the alternative text as title`(version: String) throws {
    let asked = Text.image("chalkline:xor#boundary")
    let slide = try sample.filtered(asked, to: "pptx", version: version)
    #expect(
      slide
        == Text.image(
          path("boundary.png"), "The plane", title: "Two lines", pairs: #"["alt","Two lines"]"#))
  }

  @Test func `so does a figure of the document`() throws {
    let given = Text.figure("chalkline:xor#boundary", "Mine", alt: "Mine", identifier: "fig-b")
    #expect(
      try sample.filtered(given, to: "pptx")
        == Text.image(
          path("boundary.png"), "Mine", title: "Two lines", identifier: "fig-b",
          pairs: #"["alt","Two lines"]"#))
  }

  @Test func `a document of an older pandoc gets image and caption in the styles of a figure`()
    throws
  {
    let asked = Text.image("chalkline:xor#boundary", identifier: "fig-b")
    let document = try sample.filtered(asked, to: "docx", version: "1,22")
    #expect(document.contains(Text.image("OUT/xor/figures/en/boundary.png", "Two lines")))
    #expect(document.contains(#"["custom-style","Image Caption"]"#))
    #expect(document.contains(#"["fig-b",[],[]]"#))
  }

  @Test(arguments: [
    "OUT/xor/figures/en/boundary.png", "/built/OUT/xor/figures/en/boundary.png",
    "./x/../OUT//xor/figures/en/boundary.p%6eg",
  ])
  func `paths begin at the working folder, as does the output that metadata name`(path: String)
    throws
  {
    let metadata = #""chalkline-output":{"t":"MetaString","c":"OUT"}"#
    let document =
      #"{"pandoc-api-version":[1,23],"meta":{\#(metadata)},"blocks":[\#(Text.inline(path))]}"#
    let result = try sample.filter(to: "html", output: nil).filtered(Array(document.utf8))
    #expect(String(decoding: result, as: UTF8.self).contains(#"boundary.svg","""#))
  }

  @Test(arguments: ["a/b.svg", "other/OUT/xor/figures/en/boundary.svg", "http://OUT/a.png"])
  func `images that lie elsewhere stay`(path: String) throws {
    #expect(try sample.filtered(Text.inline(path)) == Text.inline(path))
  }
}
