import Drawings
import Plotting
import Testing

/// Names beside dots.
struct NearLabelMarkTests {
  private func texts(_ names: [(text: String, place: Point)]) -> [PlacedText] {
    let panel = Panel(
      x: .hidden(0...1), y: .hidden(0...1), marks: [.names(names)], hasEqualUnits: true)
    let drawing = Plot(theme: .paper, panels: [panel]).drawing(measuring: .fixed)
    return drawing.commands.compactMap { command in
      if case .text(let text) = command { text } else { nil }
    }
  }

  @Test func `a name stands up right of its dot where there is room`() throws {
    let text = try #require(texts([("a", Point(0.5, 0.5))]).first)
    let center = Theme.paper.page.width / 2
    #expect(text.origin.x > center)
  }

  @Test func `a name at the right edge stands to the left`() throws {
    let text = try #require(texts([("a", Point(1, 0.5))]).first)
    let dot = Theme.paper.page.width - Theme.paper.margin
    #expect(text.origin.x + text.width < dot)
  }

  @Test func `names of dots close to one another keep apart`() {
    let names = (0..<2).map { ("(0, \($0))", Point(0.5 + 0.05 * Double($0), 0.5)) }
    let boxes = texts(names).map { ($0.origin.x, $0.origin.y, $0.width) }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] {
        let isBeside = a.0 + a.2 <= b.0 || b.0 + b.2 <= a.0
        // A line of text is one size high.
        #expect(isBeside || (a.1 - b.1).magnitude >= Theme.paper.tick.capHeight)
      }
    }
  }

  @Test func `a dot that is nowhere has no name`() {
    #expect(texts([("a", Point(.nan, 0))]).isEmpty)
  }
}
