import Figures
import Languages
import Testing

struct NetworkPartsTests {
  private static let figure = "kind: network-diagram\nscenario: hidden-layer"

  @Test(arguments: Words.all.map(\.language))
  func `the kinds of parts are named in every language`(language: String) throws {
    let plot = try Exhibit(Self.figure + "\nlabels: parts").plot(.of(language))
    let texts = PanelSheet(plot.panels[0], theme: .paper).texts.map(\.content)
    for word in [FigureWord.partInput, .partWeight, .partUnit, .partBias, .partOutput] {
      let name = Words.of(language)(word)
      #expect(
        name.split(separator: " ").allSatisfy { part in
          texts.contains { $0.contains(part) }
        })
    }
  }

  @Test func `the fan-in is that of the output`() throws {
    let texts = try Exhibit(Self.figure + "\nlabels: parts").sheet().texts.map(\.content)
    #expect(texts.contains("fan-in 2"))
  }

  @Test func `parts make the figure higher, not the diagram smaller`() throws {
    func heights(_ options: String) throws -> (page: Double, step: Double) {
      let plot = try Exhibit(Self.figure + options).plot()
      guard case .height(let height) = plot.shape, let y = plot.panels[0].y.domain else {
        return (0, 0)
      }
      return (height, height / (y.upperBound - y.lowerBound))
    }
    let (plain, parts) = (try heights(""), try heights("\nlabels: parts"))
    #expect(parts.page > plain.page)
    // The same quotient, up to rounding.
    #expect((parts.step - plain.step).magnitude < 1e-9)
  }
}
