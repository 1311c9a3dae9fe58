import Prose
import Reporting
import Testing

struct ProseOutlineTests {
  private let prose = """
    # Title

    ![a](figures/plane.svg)

    ## 첫 **단계(step)**는

    Text with ![b](figures/line.svg) and again ![a](figures/plane.svg), and ![no](figures/none.svg).

    ### Deeper

    # Late title

    ![c](figures/surface.png)
    """

  @Test func `sections and figures come in the order of the prose, each figure once`() {
    let outline = ProseOutline(
      ProseText(parsing: prose, named: "f"), known: ["line", "plane", "surface", "unused"])
    #expect(
      outline.items == [
        .figure(name: "plane", number: 1), .section("첫 단계(step)는"),
        .figure(name: "line", number: 2), .section("Late title"),
        .figure(name: "surface", number: 3),
      ])
  }

  @Test func `numbers are those of the page`() throws {
    let prose = "![](figures/plane.svg)\n\n![](figures/line.svg)\n\n![](figures/plane.svg)"
    let outline = ProseOutline(ProseText(parsing: prose, named: "f"), known: ["line", "plane"])
    let page = try Sample.page(prose)
    #expect(
      page["figure"].compactMap { $0.attributes["id"] } == outline.figures.map { "fig-\($0)" })
    #expect(page.texts("figcaption")[0].contains("Figure\u{A0}1"))
    #expect(page.texts("figcaption")[1].contains("Figure\u{A0}2"))
  }

  @Test func `a lesson without prose shows its figures in the order of its file`() {
    let outline = ProseOutline(nil, known: ["b", "a"])
    #expect(outline.items == [.figure(name: "b", number: 1), .figure(name: "a", number: 2)])
  }
}
