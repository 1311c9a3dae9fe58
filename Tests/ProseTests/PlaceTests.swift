import Lessons
import Prose
import Testing

/// What is seen of a prose, with its places, in the order of the file.
private func seen(in text: String) -> [String] {
  let prose = ProseText(parsing: text, named: "f")
  var seen: [(Lessons.SourceLocation, String)] = []
  seen += prose.headings.map { ($0.text.location, "heading \($0.level): \($0.text.text)") }
  seen += prose.images.map { ($0.alternative.location, "image: \($0.alternative.text)") }
  seen += prose.figures.map { ($0.name.location, "figure: \($0.name.text)") }
  seen += prose.mentions.map { ($0.location, "mention: \($0.text)") }
  seen += prose.formulas.map { ($0.location, "formula: \($0.tex)") }
  return seen.sorted { $0.0 < $1.0 }.map { "\($0.line):\($0.column) \($1)" }
}

struct PlaceTests {
  @Test(arguments: [
    ("Two\n  lines\n===\n", ["1:1 heading 1: Two lines"]),
    ("- > ## In a *quote*  ##\n", ["1:8 heading 2: In a *quote*"]),
    ("[r]: a \"t\"\n[s]: b\nTitle\n---\n", ["3:1 heading 2: Title"]),
    ("Title\n---\n---\n", ["1:1 heading 2: Title"]),
    ("# $x$ and 한글\n", ["1:3 heading 1: $x$ and 한글", "1:4 formula: x"]),
    ("##\n\n## \n", []),
  ])
  func `headings of every kind have their place`(text: String, expected: [String]) {
    #expect(seen(in: text) == expected)
  }

  @Test(arguments: [
    ("a **b** `![no](figures/no.svg)` ![c](figures/d.svg)", "1:33 image: c", "1:46 figure: d"),
    ("&copy; &amp; \\* -- \"q\" ... ![c](figures/d.svg)", "1:28 image: c", "1:41 figure: d"),
    ("hard  \nbreaks\\\n and ![c](figures/d.svg)", "3:6 image: c", "3:19 figure: d"),
    ("1. one\n\n   > two\n > lazy\n![c](figures/d.svg)", "5:1 image: c", "5:14 figure: d"),
    ("> one\n>    ![c](figures/d.svg)", "2:6 image: c", "2:19 figure: d"),
    ("[l](u\n \"a\n title\") ![c](<figures/d.svg>)", "3:10 image: c", "3:24 figure: d"),
    ("[![c](figures/d.svg)](u)", "1:2 image: c", "1:15 figure: d"),
    ("<http://a.b/c?d=&amp;> ![c](./figures/d.svg 'x')", "1:24 image: c", "1:39 figure: d"),
    ("a\n<b\n c> ![c]( figures/d.svg )", "3:5 image: c", "3:19 figure: d"),
    ("**가(a)**은 ![c](figures/d.svg)", "1:11 image: c", "1:24 figure: d"),
    ("$x_1*y$ and $$\na|b\n$$ ![c](figures/d.svg)", "3:4 image: c", "3:17 figure: d"),
    ("| a \\| b | ![c](figures/d.svg)\n|---|---|", "1:12 image: c", "1:25 figure: d"),
    (
      "a \\| b\n| x | y |\n|---|---|\n| `\\|` | ![c](figures/d.svg) |", "4:10 image: c",
      "4:23 figure: d"
    ),
    ("> | x |\n> |---|\n> | ![c](figures/d.svg) |", "3:5 image: c", "3:18 figure: d"),
    ("a\r\nb\u{2028}c ![c](figures/d.svg)", "3:3 image: c", "3:16 figure: d"),
    ("\t- a\n\n\t  ![c](figures/d.svg)\n", "", ""),
    ("- a\n\n\t![c](figures/d.svg)\n", "3:2 image: c", "3:15 figure: d"),
    ("a\0 ![c](figures/d.svg)", "1:4 image: c", "1:17 figure: d"),
  ])
  func `an image has its place, and a figure that of its name`(
    text: String, image: String, figure: String
  ) {
    let images = seen(in: text).filter { !$0.contains("formula") }
    #expect(images == [image, figure].filter { !$0.isEmpty })
  }

  @Test func `a figure whose path stands elsewhere has the place of its image`() {
    #expect(
      seen(in: "See ![c][r] and ![r].\n\n[r]: figures/d.svg") == [
        "1:5 image: c", "1:5 figure: d", "1:17 image: r", "1:17 figure: d",
      ])
    #expect(seen(in: "![c](figures&#47;d.svg)") == ["1:1 image: c", "1:1 figure: d"])
  }

  @Test(arguments: [
    ("`@fig-no` and @fig-a", ["1:15 mention: a"]),
    ("a &amp; b\n  @fig-a--b", ["2:3 mention: a"]),
    ("x \\@fig-a &#64;fig-b", ["1:4 mention: a", "1:11 mention: b"]),
    ("\\&amp; \\-- \\\" \\... @fig-a", ["1:20 mention: a"]),
    (
      "[@fig-a](u) *@fig-b* <https://a.b/@fig-c>",
      ["1:2 mention: a", "1:14 mention: b", "1:35 mention: c"]
    ),
    ("<div>\n<!-- @fig-no\n--> @fig-a\n</div>", ["3:5 mention: a"]),
    ("- <!-- a -->\n  @fig-a <b>@fig-b</b>", ["2:3 mention: a", "2:13 mention: b"]),
    ("| @fig-a |\n|---|\n| \\| @fig-b", ["1:3 mention: a", "3:6 mention: b"]),
    ("    @fig-no\n\n@fig-a", ["3:1 mention: a"]),
  ])
  func `a mention has the place of its sign`(text: String, expected: [String]) {
    #expect(seen(in: text) == expected)
  }

  @Test(arguments: 0..<8)
  func `places in any Markdown are those of what is named there`(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<150 {
      let text = (0...dice.roll(24)).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }.joined()
      let prose = ProseText(parsing: text, named: "f")
      func rest(at place: Lessons.SourceLocation) -> String {
        let line = prose.source.line(place.line).unicodeScalars
        return String(String.UnicodeScalarView(line.dropFirst(place.column - 1)))
      }
      for image in prose.images {
        #expect(rest(at: image.alternative.location).hasPrefix("!["), "\(text.debugDescription)")
      }
      for figure in prose.figures {
        let rest = rest(at: figure.name.location)
        #expect(
          rest.hasPrefix(figure.name.text) || rest.hasPrefix("!["), "\(text.debugDescription)")
      }
      for mention in prose.mentions {
        #expect(rest(at: mention.location).hasPrefix("@fig-\(mention)"), "\(text.debugDescription)")
      }
      for heading in prose.headings {
        let word = heading.text.text.split(separator: " ").first ?? ""
        #expect(rest(at: heading.text.location).hasPrefix(word), "\(text.debugDescription)")
      }
    }
  }

  private static let pieces = [
    "a", "word ", " ", "\n", "\n", "\n\n", "**", "*", "_", "`", "``", "[", "]", "(", ")", "![",
    "](figures/a.svg)", "![alt](figures/a.svg)", "![](./figures/b.png \"t\")", "@fig-a", "@fig-c-d",
    "me@fig-a", "\\", "\\[", "<", "<b>", "<!--", "-->", "<!-- c -->", "# ", "\n## x\n", "\n===\n",
    "\n---\n", "> ", "\n> ", "- ", "\n- ", "\n  ", "\n    ", "\t", "1. ", "|", "\n|---|---|\n",
    "| a | b |\n|:--|--:|\n| ", "\\|", "&amp;", "&NotEqualTilde;", "&no;", "\"", "'", "--", "...",
    "[r]", "![x][r]", "\n\n[r]: figures/a.svg \"T\"\n\n", "[r]: b\n", "<http://x.y/@fig-a>",
    "가", ")**은", "(a)\"는", "\n```\n", "\n~~~ x\n", "  \n", "\\\n", "[l](u 't')", "[l](<u v>)",
    "é", "😀", "\r\n", "![a ![b](figures/b.svg) c](figures/a.svg)", "$x$", "$", "$$", "$a|b$",
  ]
}

/// Random numbers that are the same in every run.
private struct Dice {
  var state: UInt64

  /// A number from 0 to below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    // The multiplier and the increment of Knuth's MMIX generator.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
