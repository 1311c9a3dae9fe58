import Figures
import Plotting
import Testing

/// What the frames of an animation have in common.
struct FrameBookTests {
  @Test func `a range grows with what is entered under its name`() {
    let book = FrameBook()
    #expect(book.span("x", 1...2) == 1...2)
    #expect(book.span("x", -1...1.5) == -1...2)
    #expect(book.span("y", 5...6) == 5...6)
    #expect(book.span("x", 0...0) == -1...2)
  }

  @Test func `what is not finite is not entered`() {
    let book = FrameBook()
    _ = book.span("x", 0...Double.infinity)
    #expect(book.span("x", 1...2) == 1...2)
  }

  @Test(arguments: ["network-diagram", "decision-boundary", "loss-curve", "hidden-units"])
  func `drawn a second time, two frames have the same axes and ramps`(kind: String) throws {
    let frames = try [3, 200].map { epochs in
      try Exhibit(
        "kind: \(kind)\nscenario: run",
        scenarios: """
          run:
            data: xor
            network: {layers: [2 relu, 1 identity]}
            loss: mse
            train: {rate: 0.3, epochs: \(epochs)}
            seed: 4
          """)
    }
    let book = FrameBook()
    let context = FigureContext(words: .english, theme: .paper, measurer: .fixed, book: book)
    func drawn(_ frame: Exhibit) throws -> Plot {
      var plot = try frame.section.plot(of: Outcomes(frame.outcomes), in: context)
      book.fixScales(&plot)
      return plot
    }
    for frame in frames { _ = try drawn(frame) }
    let (first, last) = (try drawn(frames[0]), try drawn(frames[1]))
    #expect(first.panels.map { $0.x.domain } == last.panels.map { $0.x.domain })
    #expect(first.panels.map { $0.y.domain } == last.panels.map { $0.y.domain })
    #expect(first.keys.filter(isRamp) == last.keys.filter(isRamp))
  }

  private func isRamp(_ key: Key) -> Bool {
    if case .ramp = key { true } else { false }
  }
}
