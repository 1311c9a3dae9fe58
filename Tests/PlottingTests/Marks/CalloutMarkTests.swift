import Drawings
import Plotting
import Testing

struct CalloutMarkTests {
  private static let callouts = [
    Callout(at: Point(0.2, 0.5), title: "left", text: "one word after another in a narrow slot"),
    Callout(at: Point(0.8, 0.5), title: "right", text: "short"),
  ]

  @Test func `narrower slots need more height`() {
    let heights = [400.0, 120].map {
      Callout.height(of: Self.callouts, in: .paper, width: $0, measuring: .fixed)
    }
    #expect(heights[1] > heights[0])
  }

  @Test func `names stand in the order of the parts`() throws {
    let height = Callout.height(of: Self.callouts, in: .paper, width: 300, measuring: .fixed)
    let plot = Plot(
      theme: .paper,
      panels: [
        Panel(
          x: .hidden(0...1), y: .hidden(0...1),
          marks: [.callouts(Self.callouts, height: height)])
      ], shape: .height(height + 100))
    let text = plot.drawing(measuring: .fixed).description
    let left = try #require(text.firstRange(of: "left"))
    let right = try #require(text.firstRange(of: "right"))
    #expect(left.lowerBound < right.lowerBound)
  }
}
