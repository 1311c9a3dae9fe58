import Figures
import Networks
import Plotting
import Testing

struct NetworkDiagramTests {
  private static let figure = "kind: network-diagram\nscenario: hidden-layer"

  @Test func `every weight and every bias is written`() throws {
    let exhibit = try Exhibit(Self.figure)
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let texts = try exhibit.sheet().texts.map { $0.content }
    for layer in network.layers {
      for weight in layer.weights.values {
        #expect(texts.contains(NumberText.fixed(weight, places: 2)))
      }
      for bias in layer.biases {
        #expect(texts.contains("b = " + NumberText.fixed(bias, places: 2)))
      }
    }
  }

  @Test(arguments: 1...4)
  func `every unit holds its activation for the row`(row: Int) throws {
    let exhibit = try Exhibit(Self.figure + "\nrow: \(row)")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let pass = trace.last.network.forward(trace.dataset.inputs)
    let texts = try exhibit.sheet().texts.map { $0.content }
    for (layer, activations) in pass.activations.enumerated() {
      let isOutput = layer == pass.activations.count - 1
      for value in activations.row(row - 1) {
        #expect(texts.contains(NumberText.fixed(value, places: isOutput ? 3 : 2)))
      }
    }
  }

  @Test func `the last row is shown unless one is named`() throws {
    let (natural, last) = (try Exhibit(Self.figure), try Exhibit(Self.figure + "\nrow: 4"))
    #expect(try natural.drawing() == (try last.drawing()))
  }

  @Test(arguments: [true, false])
  func `numbers stand on connections if asked for`(shows: Bool) throws {
    let exhibit = try Exhibit(Self.figure + "\nweights: \(shows)")
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let texts = try exhibit.sheet().texts.map { $0.content }
    let weight = NumberText.fixed(network.layers[1].weights[0, 0], places: 2)
    #expect(texts.contains(weight) == shows)
  }

  @Test(arguments: Theme.all)
  func `of a wide layer the middle is left out, and said`(theme: Theme) throws {
    let scenarios = """
      wide:
        data: xor
        network: {layers: [20 tanh, 1 sigmoid]}
        train: {epochs: 1}
      """
    let exhibit = try Exhibit("kind: network-diagram\nscenario: wide", scenarios: scenarios)
    #expect(try exhibit.drawing(.english, theme).strays == [])
    let texts = try exhibit.sheet(0, theme).texts.map { $0.content }
    let values = texts.filter { $0.wholeMatch(of: /−?\d+\.\d+/) != nil }
    let omitted = try #require(texts.compactMap { $0.firstMatch(of: /(\d+) more units/) }.first)
    // Two inputs and one output hold values as well.
    #expect(values.count - 3 + (Int(omitted.output.1) ?? 0) == 20)
  }

  @Test func `thicker lines are larger weights`() throws {
    let exhibit = try Exhibit(Self.figure + "\nweights: false")
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let weights = network.layers.flatMap { $0.weights.values }.map { $0.magnitude }.sorted()
    let widths = try exhibit.sheet().commands.compactMap { command -> Double? in
      guard case .stroke(let path, _, let style) = command, path.elements.count == 2 else {
        return nil
      }
      return style.width
    }.sorted()
    #expect(widths.count == weights.count)
    #expect(Set(widths).count == Set(weights).count)
    // Width over weight grows with the weight's share, from a hairline on.
    let slopes = zip(weights, widths).map { ($1 - Theme.paper.hairline) / $0 }
    #expect(slopes.allSatisfy { ($0 - slopes[0]).magnitude < 1e-9 })
  }
}
