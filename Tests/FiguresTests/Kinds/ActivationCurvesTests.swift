import Figures
import Networks
import Plotting
import Testing

struct ActivationCurvesTests {
  private func panel(_ activation: Activation, _ options: String = "") throws -> Panel {
    let figure = "kind: activation-curves\nactivations: \(activation.name)\n\(options)"
    return try Exhibit(figure).plot().panels[0]
  }

  /// The shaded stretches of z.
  private func shaded(_ activation: Activation, _ options: String = "") throws
    -> [ClosedRange<Double>]
  {
    let sheet = PanelSheet(try panel(activation, options), theme: .paper)
    return sheet.fills(sheet.theme.shade).compactMap { band in
      let places = band.corners.map { $0.x }
      guard let low = places.min(), let high = places.max() else { return nil }
      return low...high
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// f′; of softmax the derivative p (1 − p) of an output in its own z, the other two being 0.
  private func derivative(_ activation: Activation, _ z: Double) -> Double {
    guard !activation.isElementwise else { return activation.derivative(at: z) }
    let p = Elementary.exp(z) / (Elementary.exp(z) + 2)
    return p * (1 - p)
  }

  @Test func `all activations are drawn unless some are named`() throws {
    let panels = try Exhibit("kind: activation-curves").plot().panels
    #expect(panels.map { $0.title } == Activation.all.map { $0.name })
  }

  @Test func `activations are drawn in the order of the lesson`() throws {
    let figure = "kind: activation-curves\nactivations: [relu, step]"
    #expect(try Exhibit(figure).plot().panels.map { $0.title } == ["relu", "step"])
  }

  @Test func `an activation that is not known is refused with the nearest`() {
    #expect(
      complaint("kind: activation-curves\nactivations: [relu, tahn]").contains(
        "no activation named 'tahn'; did you mean 'tanh'?"))
  }

  @Test func `an empty list of activations is refused`() {
    #expect(
      complaint("kind: activation-curves\nactivations: []") == """
        lesson.yaml:6:18: error: 'activations' is empty
          6 |     activations: []
            |                  ^
            = name at least one, or leave the field out for all
        """)
  }

  // These rise all the way, so that a flat stretch is always an end.
  private static let rising = [
    Activation.step, .sigmoid, .tanh, .relu, .elu, .softplus, .softmax,
  ]

  @Test(arguments: rising, [1.0, 5, 40])
  func `shade lies where the derivative is below 0.05, and nowhere else`(
    activation: Activation, reach: Double
  ) throws {
    let stretches = try shaded(activation, "reach: \(reach)")
    for z in Grid.axis(-reach...reach, count: 997) {
      let isShaded = stretches.contains { $0.contains(z) }
      #expect(isShaded == (derivative(activation, z).magnitude < 0.05), "at \(z)")
    }
  }

  @Test(arguments: Activation.all, [1.0, 5, 40])
  func `no steep place is shaded`(activation: Activation, reach: Double) throws {
    let stretches = try shaded(activation, "reach: \(reach)")
    for z in Grid.axis(-reach...reach, count: 997)
    where stretches.contains(where: { $0.contains(z) }) {
      #expect(derivative(activation, z).magnitude < 0.05, "at \(z)")
    }
  }

  @Test(arguments: [Activation.gelu, .silu])
  func `a dip is no saturation, the far left is`(activation: Activation) throws {
    let stretches = try shaded(activation)
    #expect(stretches.count == 1)
    #expect(stretches[0].lowerBound == -5 && stretches[0].upperBound < -2)
    let edge = derivative(activation, stretches[0].upperBound).magnitude
    // The crossing is found by halving, and read back from the page.
    #expect((edge - 0.05).magnitude < 1e-9)
  }

  @Test func `the sigmoid saturates where s (1 − s) is 0.05`() throws {
    let s = (1 + (1 - 4 * 0.05).squareRoot()) / 2
    let edge = Elementary.log(s / (1 - s))
    let stretches = try shaded(.sigmoid)
    #expect(stretches.count == 2)
    // The crossing is found by halving; this is what rounding to the page leaves.
    #expect((stretches[0].upperBound + edge).magnitude < 1e-9)
    #expect((stretches[1].lowerBound - edge).magnitude < 1e-9)
  }

  @Test func `softmax with two others saturates on both sides`() throws {
    let s = (1 + (1 - 4 * 0.05).squareRoot()) / 2
    let edges = [1 - s, s].map { Elementary.log(2 * $0 / (1 - $0)) }
    let stretches = try shaded(.softmax)
    #expect(stretches.count == 2)
    #expect((stretches[0].upperBound - edges[0]).magnitude < 1e-9)
    #expect((stretches[1].lowerBound - edges[1]).magnitude < 1e-9)
  }

  @Test func `a rectifier is flat up to its kink`() throws {
    let stretches = try shaded(.relu)
    #expect(stretches.count == 1)
    #expect(stretches[0].upperBound.magnitude < 1e-9)
  }

  @Test(arguments: [Activation.leakyReLU, .identity])
  func `a slope that lasts is no saturation, however small`(activation: Activation) throws {
    #expect(try shaded(activation).isEmpty)
  }

  @Test(arguments: Activation.all)
  func `a kink is marked at 0 exactly where there is one`(activation: Activation) throws {
    let panel = try panel(activation)
    let hasKink = [Activation.step, .relu, .leakyReLU].contains(activation)
    #expect(panel.subtitle.contains("f′(0)") == hasKink)
    let sheet = PanelSheet(panel, theme: .paper)
    let marks = sheet.fills(sheet.theme.forward)
    #expect(marks.count == (hasKink ? 1 : 0))
    for corners in marks.map({ $0.corners }) {
      // Four corners around the place on the curve, even to rounding.
      let x = corners.reduce(0) { $0 + $1.x } / Double(corners.count)
      let y = corners.reduce(0) { $0 + $1.y } / Double(corners.count)
      #expect(x.magnitude < 1e-9 && (y - activation.value(at: 0)).magnitude < 1e-9)
    }
  }

  @Test(arguments: [
    ("step", 0.0), ("identity", 1), ("sigmoid", 0.25), ("tanh", 1), ("relu", 1),
    ("leaky-relu", 1), ("elu", 1), ("gelu", 1.129), ("softplus", 1), ("silu", 1.1),
    ("softmax", 0.25),
  ])
  func `the largest derivative is printed`(name: String, greatest: Double) throws {
    let panel = try panel(try #require(Activation.named(name)))
    let text = try #require(panel.subtitle.firstMatch(of: /max f′ = ([0-9.]+)/))
    #expect(Double(text.output.1) == greatest)
  }

  @Test(arguments: Activation.all, [1.0, 100])
  func `a curve is broken at a jump only`(activation: Activation, reach: Double) throws {
    let sheet = PanelSheet(try panel(activation, "reach: \(reach)"), theme: .paper)
    let jumps = [Activation.step].contains(activation) ? 2 : 1
    #expect(sheet.strokes(sheet.theme.forward).map { $0.lines.count } == [jumps])
    let bends = [Activation.relu, .leakyReLU].contains(activation) ? 2 : 1
    #expect(sheet.strokes(sheet.theme.gradient).map { $0.lines.count } == [bends])
  }

  @Test func `all panels have the same axes`() throws {
    let plot = try Exhibit("kind: activation-curves\nreach: 3").plot()
    #expect(Set(plot.panels.map { $0.x.domain }) == [-3...3])
    #expect(Set(plot.panels.map { $0.y.domain }).count == 1)
  }

  @Test(arguments: ["0", "-1", "101"])
  func `a reach that is none is refused`(reach: String) {
    #expect(
      complaint("kind: activation-curves\nreach: \(reach)").contains(
        "'reach' is \(reach); it must be above 0 and up to 100"))
  }
}
