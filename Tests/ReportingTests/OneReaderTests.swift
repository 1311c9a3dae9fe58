import Prose
import Reporting
import Testing

/// What `check` sees of a prose is what its page shows.
struct OneReaderTests {
  /// Markdown, and the figures and the mentions that a page shows of it.
  static let catalog: [(markdown: String, figures: [String], mentions: [String])] = [
    // Headings with an underline.
    ("![](figures/line.svg)\n===\n\n@fig-line\n---", ["line"], ["line"]),
    // References.
    (
      "![a][p] ![line] [x]\n\n[p]: figures/plane.svg\n[line]: <figures/line.svg>",
      ["plane", "line"], []
    ),
    ("![a][no]\n\n[other]: figures/line.svg", [], []),
    // Code.
    ("    ![](figures/line.svg) @fig-line\n\n![](figures/plane.svg)", ["plane"], []),
    ("a\n    ![](figures/line.svg)", ["line"], []),
    (
      "- ```\n  ![](figures/line.svg)\n  ```\n\n![](figures/plane.svg) @fig-plane", ["plane"],
      ["plane"]
    ),
    ("> ```\n> ![](figures/line.svg)\n![](figures/plane.svg)", ["plane"], []),
    ("`` ![](figures/line.svg) `\n`` ![](figures/plane.svg)", ["plane"], []),
    ("`![](figures/line.svg)\n\n` ![](figures/plane.svg)", ["line", "plane"], []),
    // Tables.
    ("| ![](figures/line.svg) \\| @fig-line |\n|---|\n| `a` |", ["line"], ["line"]),
    ("a | b\n--|--\n![](figures/plane.svg) | ![](figures/line.svg)", ["plane", "line"], []),
    // Links.
    ("[![a](figures/line.svg)](b) [@fig-line](c)", ["line"], ["line"]),
    ("![a [b](c) d](figures/line.svg) ![e ![f](figures/plane.svg)](g)", ["line"], []),
    ("[a ![b](figures/line.svg)", ["line"], []),
    ("![a](figures/line.svg 'b\nc') ![a](figures/plane.svg \"b\nc)", ["line"], []),
    ("![a](\nfigures/line.svg\n)", ["line"], []),
    ("<https://a.b/@fig-line>\n\n![](figures/line.svg)", ["line"], ["line"]),
    // HTML and comments.
    ("<div>\n![](figures/line.svg)\n</div>\n\n![](figures/plane.svg)", ["plane"], []),
    ("<div>\n\n![](figures/line.svg)\n\n</div>", ["line"], []),
    ("<!-- ![](figures/line.svg)\n\n@fig-plane --> ![](figures/plane.svg)", [], []),
    ("a <!-- ![](figures/line.svg)\n@fig-plane --> ![](figures/plane.svg)", ["plane"], []),
    ("a <!-- ![](figures/line.svg)\n\n-->", ["line"], []),
    ("<b>@fig-line</b>\n\n![](figures/line.svg)", ["line"], ["line"]),
    // Escapes and entities.
    ("\\![a](figures/line.svg) !\\[a](figures/line.svg) ![a\\](figures/plane.svg)", [], []),
    ("![a\\]b](figures/line.svg)", ["line"], []),
    ("![a](figures&#47;line.svg) &#64;fig-line \\@fig-line", ["line"], ["line", "line"]),
    ("&amp;@fig-line a@fig-line @fig-line-- ![](./figures/line.png)", ["line"], ["line", "line"]),
    ("![a](/figures/line.svg) ![a](figures/line.svg?x) ![](Figures/line.svg)", [], []),
    // The text of a figure is not shown; that of any other image is.
    ("![@fig-line $x$](figures/line.svg) ![@fig-line](u.png)", ["line"], ["line"]),
  ]

  @Test(arguments: catalog)
  func `the figures that check sees are those of the page`(
    markdown: String, figures: [String], mentions: [String]
  ) throws {
    let page = try Sample.page(markdown)
    let prose = ProseText(parsing: markdown, named: "f")
    #expect(page["figure"].compactMap { $0.attributes["id"] } == figures.map { "fig-\($0)" })
    #expect(prose.figures.map { $0.name.text } == figures)
    #expect(ProseOutline(prose, known: ["line", "plane"]).figures == figures)
  }

  @Test(arguments: catalog)
  func `the mentions that check sees are those of the page`(
    markdown: String, figures: [String], mentions: [String]
  ) throws {
    let page = try Sample.page(markdown)
    let prose = ProseText(parsing: markdown, named: "f")
    #expect(prose.mentions.map { $0.text } == mentions)
    #expect(page.texts("a").count { $0.contains("Figure\u{A0}") } == mentions.count)
  }

  @Test(arguments: [
    ("$x$ `$y$`", ["x"]), ("    $x$\n\n$y$", ["y"]), ("<div>$x$</div>", ["x"]),
    ("- ~~~\n  $x$\n\n$y$", ["y"]), ("![$x$](figures/line.svg) ![$y$](u)", ["y"]),
    ("<!-- $x$ --> $y$", ["y"]), ("a <!-- $x$ --> $y$", ["y"]), ("$x$\n---", ["x"]),
  ])
  func `the formulas that are set are those of the page`(markdown: String, expected: [String])
    throws
  {
    let prose = ProseText(parsing: markdown, named: "f")
    #expect(prose.formulas.map { $0.tex } == expected)
    var report = Sample.report(markdown)
    report.lessons[0].formulas = prose.formulas.map {
      FormulaReport(range: $0.range, mathML: "<math><mi>\($0.tex)</mi></math>")
    }
    #expect(try Sample.page(of: report).texts("math") == expected)
  }
}
