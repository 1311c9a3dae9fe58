import Drawings
import Plotting
import Testing

struct PlotCutsTests {
  private func plot(panels: Int, columns: Int) -> Plot {
    Plot(
      theme: .paper,
      panels: (0..<panels).map { index in
        Panel(
          title: "panel \(index)", x: Axis("x"), y: Axis("y"),
          marks: [.line([Point(0, 0), Point(1, 1)], color: Theme.paper.ink, width: 1)])
      }, columns: columns, shape: .aspect(0.5))
  }

  @Test func `one row has no place for a cut`() {
    #expect(plot(panels: 3, columns: 3).drawingWithCuts(measuring: .fixed).cuts.isEmpty)
  }

  @Test func `cuts go between the rows, and through nothing that is written`() {
    let (drawing, cuts) = plot(panels: 6, columns: 2).drawingWithCuts(measuring: .fixed)
    #expect(drawing == plot(panels: 6, columns: 2).drawing(measuring: .fixed))
    #expect(cuts.count == 2)
    let titles = drawing.commands.compactMap { $0.placedText }.filter {
      $0.content.hasPrefix("panel")
    }
    #expect(
      titles.map { title in cuts.filter { $0 < title.origin.y }.count } == [0, 0, 1, 1, 2, 2])
    for text in drawing.commands.compactMap({ $0.placedText }) where text.rotation == 0 {
      #expect(!cuts.contains { abs($0 - text.origin.y) < 2 })
    }
  }
}
