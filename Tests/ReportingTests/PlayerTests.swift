import Reporting
import Testing

struct PlayerTests {
  private static func animated(_ language: String = "en", frames: Int = 3) throws -> HTML {
    var figure = Sample.figure("line")
    figure.animation = AnimationReport(
      quantities: ["loss"],
      frames: (0..<frames).map {
        AnimationReport.Frame(
          path: "and/frames/\(language)/line/line-0000\($0).png", moment: "epoch \($0)",
          values: ["0.\(9 - $0)"])
      }, rate: 8, width: 640, height: 480,
      documents: [
        AnimationReport.Document(
          path: "and/frames/\(language)/line-strip.pdf", format: "pdf", isFilmstrip: true)
      ])
    return try Sample.page(
      of: Sample.report("![](figures/line.svg)", in: language, figures: [figure]))
  }

  @Test(arguments: ["en", "ko"])
  func `frames are listed in a table, each with its moment and its numbers`(language: String)
    throws
  {
    let page = try Self.animated(language)
    let rows = page.elements.filter { $0.name == "th" && $0.attributes["scope"] == "row" }
    #expect(rows.map(\.text) == ["epoch 0", "epoch 1", "epoch 2"])
    #expect(page.texts("td") == ["0.9", "0.8", "0.7"])
    let folder = language == "en" ? "frames/en" : "frames/ko"
    for number in 0..<3 {
      #expect(page.values("href").contains("\(folder)/line/line-0000\(number).png"))
    }
  }

  @Test func `the slider has a step for each frame, a name, and native keys`() throws {
    let page = try Self.animated()
    let slider = try #require(page["input"].first)
    #expect(slider.attributes["type"] == "range")
    #expect(slider.attributes["max"] == "2")
    #expect(slider.attributes["aria-label"] == "Frame")
    let button = try #require(page["button"].first)
    #expect(button.attributes["aria-label"] == "Play")
  }

  @Test func `without a script the stage is hidden and the table is there`() throws {
    let page = try Self.animated()
    let stage = try #require(page.elements.first { $0.attributes["class"] == "stage" })
    #expect(stage.attributes["hidden"] != nil)
    #expect(page["details"].map { $0.attributes["class"] } == ["frames"])
  }

  @Test func `only a page with frames has a script, and it names no address`() throws {
    let script = try #require(try Self.animated()["script"].first)
    #expect(script.attributes.isEmpty)
    #expect(!script.text.contains("http") && !script.text.contains("eval"))
    #expect(try Sample.page("![](figures/line.svg)")["script"].isEmpty)
    #expect(try Self.animated(frames: 0)["script"].isEmpty)
  }

  @Test func `other files of the frames are linked beside the downloads`() throws {
    let page = try Self.animated()
    #expect(page.values("href").contains("frames/en/line-strip.pdf"))
    #expect(page.texts("a").contains("filmstrip PDF"))
  }
}

extension PlayerTests {
  private static func withTables() throws -> HTML {
    var figure = Sample.figure("line")
    figure.animation = AnimationReport(
      tables: [AnimationReport.Table(title: "Rows", headings: ["x", "ŷ"])],
      frames: (0..<3).map {
        AnimationReport.Frame(
          path: "and/frames/en/line/line-0000\($0).png", moment: "epoch \($0)",
          cells: [[["0", "0.\($0)"], ["</script>", "1.\($0)"]]])
      }, rate: 8, width: 640, height: 480)
    return try Sample.page(of: Sample.report("![](figures/line.svg)", figures: [figure]))
  }

  @Test func `without a script the table holds the last moment, and says so`() throws {
    let page = try Self.withTables()
    #expect(page.texts("td") == ["0", "0.2", "</script>", "1.2"])
    #expect(page.texts("summary").contains("Values at epoch 2"))
    #expect(page.texts("caption") == ["Rows"])
  }

  @Test func `the cells of every moment are data that cannot leave its element`() throws {
    let page = try Self.withTables()
    let data = try #require(page["script"].first { $0.attributes["type"] == "application/json" })
    #expect(data.text.contains("\"0.0\"") && data.text.contains("\"0.1\""))
    #expect(!data.text.contains("</script>"))
    #expect(page["script"].count == 2)
  }
}
