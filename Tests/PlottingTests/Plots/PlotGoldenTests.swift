import Plotting
import Testing

struct PlotGoldenTests {
  @Test func `a line on paper`() {
    let panel = Panel(
      title: "Loss", x: Axis("epoch", domain: 0...2), y: Axis("loss", domain: 0...1),
      marks: [
        .line([Point(0, 1), Point(2, 0.5)], color: Theme.paper.positive, width: 2, label: "sgd")
      ])
    var plot = Plot(theme: .paper, note: "seed 7", panels: [panel], shape: .height(60))
    plot.pageWidth = 150
    #expect(plot.drawing(measuring: .fixed).description == "")
  }

  @Test func `a dot on a slide`() {
    let panel = Panel(
      x: .hidden(0...1), y: .hidden(0...1),
      marks: [.dots([Dot(Point(0.5, 0.5), shape: .square, color: .scarlet)])])
    let plot = Plot(
      theme: .slide, title: "One point", keys: [.dot(.square, .scarlet, "wrong")], panels: [panel])
    #expect(plot.drawing(measuring: .fixed).description == "")
  }
}
