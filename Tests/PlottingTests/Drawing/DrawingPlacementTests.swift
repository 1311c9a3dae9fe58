import Plotting
import Testing

struct DrawingPlacementTests {
  private var drawing: Drawing {
    var drawing = Drawing(size: Size(20, 10), background: Theme.paper.background)
    drawing.fill(.rectangle(Rectangle(x: 1, y: 2, width: 3, height: 4)), Theme.paper.ink)
    drawing.stroke(
      .polyline([Point(0, 0), Point(5, 5)]), Theme.paper.ink, StrokeStyle(width: 2, dash: [3, 1]))
    drawing.text("a", at: Point(4, 6), TextStyle(size: 8), Theme.paper.ink, measuring: .fixed)
    return drawing
  }

  @Test func `a drawing placed at the corner is the same`() {
    var page = Drawing(size: drawing.size, background: drawing.background)
    page.place(drawing, at: Point(0, 0))
    #expect(page == drawing)
  }

  @Test func `enlarged, everything grows with it: places, lines, dashes and letters`() {
    var page = Drawing(size: Size(100, 100), background: Theme.paper.background)
    page.place(drawing, at: Point(10, 20), scaledBy: 2)
    #expect(
      page.commands[0]
        == .fill(.rectangle(Rectangle(x: 12, y: 24, width: 6, height: 8)), Theme.paper.ink))
    #expect(
      page.commands[1]
        == .stroke(
          .polyline([Point(10, 20), Point(20, 30)]), Theme.paper.ink,
          StrokeStyle(width: 4, dash: [6, 2])))
    guard case .text(let text) = page.commands[2] else {
      Issue.record("no text")
      return
    }
    #expect(text.origin == Point(18, 32) && text.style.size == 16)
    // A letter is 0.6 em wide.
    #expect(text.width == 0.6 * 8 * 2)
  }
}

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
