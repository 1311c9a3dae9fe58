import Reporting
import Testing

struct FigurePlacementTests {
  private let prose = """
    # Title

    See @fig-plane and @fig-line.

    ![a](figures/line.svg)

    Between.

    ![b](./figures/plane.png "hint")
    """

  @Test func `figures are numbered in the order in which the prose shows them`() throws {
    let page = try Sample.page("![](figures/plane.svg)\n\n![](figures/line.svg)")
    #expect(page["figure"].map { $0.attributes["id"] } == ["fig-plane", "fig-line"])
    #expect(page.texts("figcaption").map { $0.contains("Figure\u{A0}1") } == [true, false])
  }

  @Test(arguments: [("en", "Figure\u{A0}2"), ("ko", "그림\u{A0}2")])
  func `a mention before its figure links to it by number`(language: String, name: String) throws {
    let page = try Sample.page(prose, in: language)
    let links = page["a"].filter { $0.attributes["href"]?.hasPrefix("#fig-") ?? false }
    #expect(links.map { $0.text } == [name, name.replacing("2", with: "1")])
    #expect(links.map { $0.attributes["href"] } == ["#fig-plane", "#fig-line"])
  }

  @Test func `a figure has its words, its size and links to its files`() throws {
    let page = try Sample.page(prose)
    let image = try #require(page["img"].first)
    #expect(
      image.attributes == [
        "src": "figures/en/line.svg", "alt": "What line shows", "width": "640", "height": "480",
      ])
    let files = page["a"].compactMap { $0.attributes["download"] }
    #expect(files.prefix(3) == ["and-line-en.png", "and-line-en.svg", "and-line-en.pdf"])
  }

  @Test func `an image of an unknown figure or from elsewhere becomes its words`() throws {
    let page = try Sample.page("![one](figures/nope.svg) and ![two](https://example.org/x.png)")
    #expect(page["img"].isEmpty)
    #expect(page.texts("p").contains("one and two"))
  }

  @Test func `a figure within a sentence, a list or a table comes behind it`() throws {
    let page = try Sample.page(
      "Here ![](figures/line.svg) it is.\n\n| a |\n|---|\n| ![](figures/plane.svg) |")
    #expect(page.texts("p").contains("Here  it is."))
    #expect(page["table"].count == 1)
    #expect(page["figure"].count == 2)
  }

  @Test func `a figure shown twice keeps its number and gives its id once`() throws {
    let page = try Sample.page("![](figures/line.svg)\n\n![](figures/line.svg)")
    #expect(page["figure"].map { $0.attributes["id"] } == ["fig-line", nil])
    #expect(page.texts("span").filter { $0 == "Figure\u{A0}1" }.count == 2)
  }

  @Test func `a lesson without prose shows all figures under its title`() throws {
    let page = try Sample.page(nil)
    #expect(page.texts("h1") == ["One <line>"])
    #expect(page["figure"].count == 2)
  }

  @Test func `a figure without any image still has its caption`() throws {
    let figure = FigureReport(id: "line", caption: "Words", alternative: "", images: [])
    let page = try Sample.page(of: Sample.report("![](figures/line.svg)", figures: [figure]))
    #expect(page["img"].isEmpty)
    #expect(page.texts("figcaption").first?.contains("Words") == true)
  }

  @Test func `dark pages show the dark image where there is one`() throws {
    let figures = [Sample.figure("line", isDarkToo: true), Sample.figure("plane")]
    let page = try Sample.page(of: Sample.report(prose, figures: figures))
    let sheets = page["div"].compactMap { $0.attributes["class"] }.filter { $0.hasPrefix("sheet") }
    #expect(sheets == ["sheet light", "sheet dark", "sheet"])
    let sources = page["img"].map { $0.attributes["src"] }
    #expect(
      sources == ["figures/en/line.svg", "figures/en/line-board.svg", "figures/en/plane.svg"])
    // An image that is not shown is not fetched either.
    #expect(page["img"].map { $0.attributes["loading"] } == [nil, "lazy", nil])
  }

  @Test func `a mail address and a figure that is not shown are left as they are`() throws {
    let page = try Sample.page("me@fig-line.org and @fig-plane\n\n![](figures/line.svg)")
    #expect(page.texts("p").contains("me@fig-line.org and @fig-plane"))
  }

  @Test func `a mention in code is code`() throws {
    #expect(try Sample.page("`@fig-line`\n\n![](figures/line.svg)").texts("code") == ["@fig-line"])
  }
}
