import Drawings
import Plotting
import Testing

/// Whole plots on one page.
struct PartsLayoutTests {
  private func part(_ name: String, theme: Theme) -> Plot {
    var plot = Plot(
      theme: theme, note: "note of \(name)",
      panels: [
        Panel(
          title: "panel of \(name)", x: Axis("x"), y: Axis("y"),
          marks: [.line([Point(0, 0), Point(1, 1)], color: theme.ink, width: 1)])
      ], shape: .aspect(0.6))
    plot.subtitle = "part \(name)"
    return plot
  }

  private func page(_ names: [String], theme: Theme = .paper, columns: Int? = nil) -> Plot {
    var plot = Plot(theme: theme, title: "Page", note: "all", panels: [], columns: columns)
    plot.parts = names.map { part($0, theme: theme) }
    return plot
  }

  private func origins(of prefix: String, in drawing: Drawing) -> [Point] {
    drawing.commands.compactMap { $0.placedText }.filter { $0.content.hasPrefix(prefix) }
      .map { $0.origin }
  }

  @Test(arguments: Theme.all)
  func `parts stand side by side in their order with their own words`(theme: Theme) {
    let drawing = page(["a", "b"], theme: theme).drawing(measuring: .fixed)
    let places = origins(of: "part", in: drawing)
    #expect(places.count == 2)
    #expect(places[0].y == places[1].y)
    #expect(places[0].x < drawing.size.width / 2 && places[1].x > drawing.size.width / 2)
    #expect(origins(of: "note of", in: drawing).count == 2)
    #expect(origins(of: "Page", in: drawing).count == 1)
  }

  @Test func `more parts than columns go into rows that do not touch`() {
    let drawing = page(["a", "b", "c"], columns: 2).drawing(measuring: .fixed)
    let places = origins(of: "part", in: drawing)
    let notes = origins(of: "note of", in: drawing)
    #expect(places[2].x == places[0].x)
    #expect(places[2].y > notes[0].y)
  }

  @Test func `one column puts every part below the one before it`() {
    let drawing = page(["a", "b", "c"], columns: 1).drawing(measuring: .fixed)
    let places = origins(of: "part", in: drawing)
    #expect(Set(places.map { $0.x }).count == 1)
    #expect(places.map { $0.y } == places.map { $0.y }.sorted())
  }

  @Test(arguments: Theme.all.filter { $0.keepsProportion })
  func `a slide of parts keeps its proportion`(theme: Theme) {
    let size = page(["a", "b", "c", "d"], theme: theme).drawing(measuring: .fixed).size
    // Twentieths of the page's sides are rounded once each.
    #expect(abs(size.width / size.height - theme.page.width / theme.page.height) < 1e-12)
  }

  @Test func `a size that is asked for is kept`() {
    var plot = page(["a", "b"])
    plot.size = Size(700, 300)
    #expect(plot.drawing(measuring: .fixed).size == Size(700, 300))
  }

  @Test(arguments: Theme.all)
  func `nothing is drawn off the page`(theme: Theme) {
    let drawing = page(["a", "b", "c"], theme: theme).drawing(measuring: .fixed)
    for text in drawing.commands.compactMap({ $0.placedText }) {
      #expect(text.origin.x >= 0 && text.origin.x + text.width <= drawing.size.width)
      #expect(text.origin.y >= 0 && text.origin.y <= drawing.size.height)
    }
  }
}
