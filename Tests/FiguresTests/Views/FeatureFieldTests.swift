import Figures
import Networks
import Testing
import Tracing

/// Figures of the plane of the raw inputs where the network sees features of them.
struct FeatureFieldTests {
  private static let scenarios = """
    it:
      data: {shape: circles, rows: 60, noise: 0.05, features: [x1^2, x2^2, x1*x2]}
      network: {layers: [1 sigmoid]}
      train: {optimizer: adam, rate: 0.1, epochs: 200}
    hidden:
      data: {shape: circles, rows: 60, features: [x1^2, x2^2]}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 5}
    rule:
      data: {shape: xor, features: [x1, x2, x1*x2]}
      model: perceptron
    """

  private func exhibit(_ kind: String, _ scenario: String) throws -> Exhibit {
    try Exhibit("kind: \(kind)\nscenario: \(scenario)", scenarios: Self.scenarios)
  }

  @Test func `the boundary of a line over squares is a curve where its sum is 0`() throws {
    let exhibit = try exhibit("decision-boundary", "it")
    let trace = try #require(exhibit.traces["it"])
    let layer = trace.last.network.layers[0]
    let sheet = try exhibit.sheet()
    let corners = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(corners.count > 20)
    let points = Matrix(corners.map { [$0.x, $0.y] })
    let features = trace.dataset.modelInputs(fromRaw: points)
    for row in 0..<features.rows {
      let z =
        layer.weights[0, 0] * features[row, 0] + layer.weights[0, 1] * features[row, 1]
        + layer.weights[0, 2] * features[row, 2] + layer.biases[0]
      // Along a mesh line z is a parabola, interpolated over 1/120 of a plane of about 3: less than
      // a curvature of 2·|w| times a quarter of the square of that step.
      #expect(z.magnitude < 0.02)
    }
  }

  @Test func `axes and dots are those of the raw inputs`() throws {
    let exhibit = try exhibit("decision-boundary", "it")
    let panel = try exhibit.plot().panels[0]
    #expect(panel.x.label == "x₁" && panel.y.label == "x₂")
  }

  @Test(arguments: ["hidden-space", "hidden-units", "network-diagram", "loss-curve"])
  func `other kinds are drawn with features too`(kind: String) throws {
    #expect(try !exhibit(kind, "hidden").drawing().commands.isEmpty)
  }

  @Test(arguments: ["perceptron-updates", "weight-orbit"])
  func `what shows the weights of the plane itself is refused`(kind: String) {
    let text = complaint("kind: \(kind)\nscenario: rule", scenarios: Self.scenarios)
    #expect(text.contains("scenario 'rule' has weights of features"))
  }
}
