import Reporting
import Testing

struct InlineDrawingTests {
  private static let markup = """
    <svg xmlns="http://www.w3.org/2000/svg" width="480pt" height="360pt" viewBox="0 0 480 360" role="img" aria-labelledby="and-line-en-title and-line-en-desc">
    <title id="and-line-en-title">One &lt;line&gt;</title>
    <desc id="and-line-en-desc">What line shows</desc>
    <rect width="480" height="360" fill="#ffffff"/>
    </svg>
    """

  private static func page(_ prose: String) throws -> HTML {
    var figure = Sample.figure("line")
    for index in figure.images.indices where figure.images[index].format == .svg {
      figure.images[index].markup = markup
    }
    return try Sample.page(of: Sample.report(prose, figures: [figure]))
  }

  @Test func `a drawing stands in the page with its title and its description`() throws {
    let page = try Self.page("![](figures/line.svg)")
    #expect(page["svg"].count == 1)
    #expect(page["img"].isEmpty)
    #expect(page.texts("desc") == ["What line shows"])
    #expect(page["svg"].first?.attributes["role"] == "img")
  }

  @Test func `a figure that is shown twice has its ids once`() throws {
    let page = try Self.page("![](figures/line.svg)\n\n![](figures/line.svg)")
    #expect(page["svg"].count == 1)
    #expect(page["img"].map { $0.attributes["src"] } == ["figures/en/line.svg"])
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the file itself is one link away`() throws {
    let page = try Self.page("![](figures/line.svg)")
    let link = page["a"].first { $0.text == "Open at full size" }
    #expect(link?.attributes["href"] == "figures/en/line.svg")
  }
}
