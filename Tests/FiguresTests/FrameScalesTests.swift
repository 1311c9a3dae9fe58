import Figures
import Plotting
import Testing

/// What the frames of an animation have in common.
struct FrameScalesTests {
  @Test func `a range grows with what is entered under its name`() {
    let scales = FrameScales()
    #expect(scales.span("x", 1...2) == 1...2)
    #expect(scales.span("x", -1...1.5) == -1...2)
    #expect(scales.span("y", 5...6) == 5...6)
    #expect(scales.span("x", 0...0) == -1...2)
  }

  @Test func `what is not finite is not entered`() {
    let scales = FrameScales()
    _ = scales.span("x", 0...Double.infinity)
    #expect(scales.span("x", 1...2) == 1...2)
  }

  private enum Across: Hashable { case x }
  private enum Up: Hashable { case x }

  @Test func `keys of two types never mean the same, whatever they are called`() {
    let scales = FrameScales()
    _ = scales.span(Across.x, 0...9)
    #expect(scales.span(Up.x, 1...2) == 1...2)
    #expect(scales.span(Across.x, 1...2) == 0...9)
  }

  @Test func `parts of one figure share neither scales nor what is made once`() throws {
    let scenarios = ["near: 0.1", "far: 1"].map { entry in
      let (name, rate) = (entry.prefix { $0 != ":" }, entry.split(separator: " ")[1])
      return """
        \(name):
          data: {shape: line, rows: 20}
          network: {layers: [1 identity], parameters: [\(name == "near" ? "1, 0" : "-40, 70")]}
          train: {rate: \(rate)e-1, epochs: 9}
        """
    }.joined(separator: "\n")
    let options = "kind: loss-surface, resolution: 9"
    let panels = """
      kind: panels
      figures:
        near: {\(options), scenario: near, title: Near}
        far: {\(options), scenario: far, title: Far}
      """
    let whole = try Exhibit(panels, scenarios: scenarios)
    func inFrames(_ exhibit: Exhibit) throws -> Plot {
      let context = FigureContext(
        words: .english, theme: .paper, measurer: .fixed, scales: FrameScales())
      return try exhibit.section.plot(of: Outcomes(exhibit.outcomes), in: context)
    }
    let parts = try inFrames(whole).parts
    for (part, name) in zip(parts, ["near", "far"]) {
      let alone = try inFrames(
        Exhibit("kind: loss-surface\nresolution: 9\nscenario: \(name)", scenarios: scenarios))
      #expect(part.panels[0].x.domain == alone.panels[0].x.domain)
      #expect(part.keys == alone.keys)
      #expect(
        PanelSheet(part.panels[0], theme: .paper).commands
          == PanelSheet(alone.panels[0], theme: .paper).commands)
    }
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
    let scales = FrameScales()
    let context = FigureContext(words: .english, theme: .paper, measurer: .fixed, scales: scales)
    func drawn(_ frame: Exhibit) throws -> Plot {
      var plot = try frame.section.plot(of: Outcomes(frame.outcomes), in: context)
      scales.fixScales(&plot)
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
