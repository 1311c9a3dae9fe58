import Drawings
import Figures
import Plotting
import Testing
import Tracing

struct HistogramGridTests {
  private static let scenarios = """
    drawn:
      data: {shape: circles, rows: 40}
      network: {layers: [12 tanh, 12 tanh, 12 tanh, 1 sigmoid], initializer: lecun-normal}
      train: {epochs: 0}
    none:
      data: {shape: circles, rows: 40}
      network: {layers: [4 tanh, 4 tanh, 1 sigmoid], initializer: zeros}
      train: {epochs: 0}
    half:
      data: {shape: circles, rows: 40}
      network:
        layers: [4 tanh, {units: 4, activation: tanh, initializer: zeros}, 1 sigmoid]
      train: {epochs: 0}
    """

  private func exhibit(_ scenario: String, _ more: String = "") throws -> Exhibit {
    try Exhibit(
      "kind: histogram-grid\nscenario: \(scenario)\n" + more, scenarios: Self.scenarios)
  }

  private func bars(_ drawing: Drawing, _ color: Color) -> Int {
    drawing.commands.count { if case .fill(_, color) = $0 { true } else { false } }
  }

  @Test func `the printed deviation is that of the layer's activations`() throws {
    let exhibit = try exhibit("drawn")
    let step = try #require(exhibit.traces["drawn"]).first
    let printed = try exhibit.drawing().writing.map { Double(shown: $0) }.filter { $0.isFinite }
    #expect(printed.count == 3)
    for (layer, text) in printed.enumerated() {
      let values = step.forward.activations[layer + 1].values
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      // Two significant digits are written: half a unit of the second is 5 % at most.
      #expect((text / variance.squareRoot() - 1).magnitude <= 0.05)
    }
  }

  @Test func `gradients are those of each row's own loss`() throws {
    let exhibit = try exhibit("drawn", "quantity: gradients")
    let step = try #require(exhibit.traces["drawn"]).first
    let gradients = try #require(step.gradients)
    let printed = try exhibit.drawing().writing.map { Double(shown: $0) }.filter { $0.isFinite }
    for (layer, text) in printed.enumerated() {
      // Those of the mean loss of 40 rows are a fortieth.
      let values = gradients.preActivations[layer].values.map { $0 * 40 }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect((text / variance.squareRoot() - 1).magnitude <= 0.05)
    }
  }

  @Test(arguments: ["activations", "gradients"], Words.all)
  func `layers that are all 0 are a sentence and no histogram`(
    quantity: String, words: Words
  ) throws {
    let exhibit = try exhibit("none", "quantity: \(quantity)")
    let drawing = try exhibit.drawing(words)
    let theme = Theme.paper
    let color = quantity == "gradients" ? theme.gradient : theme.forward.opacity(0.72)
    #expect(bars(drawing, color) == 0)
    let name = words(quantity == "gradients" ? .gradientsOfLayer : .activationsOfLayer)
    #expect(drawing.writing.contains(words(.allZeroInLayers, name)))
  }

  @Test func `one layer that is all 0 is named where its histogram would be`() throws {
    let drawing = try exhibit("half").drawing()
    #expect(bars(drawing, Theme.paper.forward.opacity(0.72)) == 1)
    #expect(drawing.writing.filter { $0 == Words.english(.allZero) }.count == 1)
  }

  @Test func `a perceptron has no layers to count`() {
    #expect(
      complaint("kind: histogram-grid\nscenario: perceptron")
        == """
        lesson.yaml:6:15: 'histogram-grid' shows the layers of a network; scenario 'perceptron' \
        is a perceptron
        = write 'network: {layers: [2 tanh, 1 sigmoid]}' in the scenario
        """)
  }
}
