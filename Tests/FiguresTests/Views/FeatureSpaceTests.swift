import Drawings
import Figures
import Testing
import Tracing

struct FeatureSpaceTests {
  private static let scenarios = """
    squares:
      data: {shape: circles, rows: 20, features: [x1^2, x2^2]}
      network: {layers: [1 sigmoid]}
      train: {rate: 0.5, epochs: 20}
    areas:
      data: {file: boxes.csv, target: kind, features: [a*b, c]}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {rate: 0.1, epochs: 5}
    plain:
      data: {file: boxes.csv, target: kind}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {rate: 0.1, epochs: 5}
    """
  private static let files = [
    "boxes.csv": "a,b,c,kind\n1,2,3,0\n2,2,1,1\n3,1,0,1\n1,1,2,0\n"
  ]

  private func exhibit(_ kind: String, _ scenario: String, _ options: String = "") throws
    -> Exhibit
  {
    try Exhibit(
      "kind: \(kind)\nscenario: \(scenario)\n" + options, scenarios: Self.scenarios,
      files: Self.files)
  }

  @Test func `layer 0 is the space of the features`() throws {
    let panels = try exhibit("hidden-space", "squares").plot().panels
    #expect(panels.map(\.title) == ["input space", "feature space"])
    #expect(panels[1].x.label == "x₁²" && panels[1].y.label == "x₂²")
  }

  @Test func `in the space of the features the boundary is a straight line`() throws {
    let exhibit = try exhibit("hidden-space", "squares")
    let layer = try #require(exhibit.traces["squares"]).last.network.layers[0]
    let sheet = try exhibit.sheet(1)
    let line = sheet.strokes(sheet.theme.ink).filter { $0.width == sheet.theme.boldLine }
    for place in line.flatMap(\.corners) {
      let w = layer.weights.row(0)
      // Linear, so that the mesh loses nothing but rounding.
      #expect((w[0] * place.x + w[1] * place.y + layer.biases[0]).magnitude < 1e-9)
    }
  }

  @Test func `without features there is no layer 0`() throws {
    let exhibit = try exhibit("hidden-space", "plain", "layers: [0]")
    let error = #expect(throws: FigureError.self) { try exhibit.plot() }
    #expect(error?.message == "scenario 'plain' has no features, which layer 0 stands for")
  }

  @Test func `three inputs stand in hidden space alone`() throws {
    let exhibit = try exhibit("hidden-space", "plain", "epochs: [0, last]")
    let panels = try exhibit.plot().panels
    #expect(panels.map(\.title) == ["epoch 0", "epoch 5"])
    let trace = try #require(exhibit.traces["plain"])
    let hidden = trace.last.forward.activations[1]
    let sheet = try exhibit.sheet(1)
    for row in 0..<trace.dataset.rowCount {
      let color = sheet.theme.color(ofClass: trace.dataset.classes[row])
      let isThere = sheet.fills(color).contains { dot in
        let xs = dot.corners.map(\.x)
        return (((xs.min() ?? 0) + (xs.max() ?? 0)) / 2 - hidden[row, 0]).magnitude < 0.01
      }
      #expect(isThere, "row \(row)")
    }
  }

  @Test func `two features of three inputs have a plane`() throws {
    let panel = try exhibit("decision-boundary", "areas").plot().panels[0]
    #expect(panel.x.label == "a·b" && panel.y.label == "c")
  }

  @Test func `three inputs without features have no plane`() throws {
    let exhibit = try exhibit("decision-boundary", "plain")
    #expect(throws: FigureError.self) { try exhibit.plot() }
  }
}

struct HiddenSumTests {
  private static let figure = "kind: hidden-units\nscenario: hidden-layer\nshow: sum"

  @Test func `terms are followed by their running sums`() throws {
    let titles = try Exhibit(Self.figure).plot().panels.map(\.title)
    #expect(titles == ["v₁·h₁", "v₂·h₂", "s₁ = b + v₁·h₁", "z = s₁ + v₂·h₂"])
  }

  @Test func `the last sum is 0 where the boundary is`() throws {
    let sum = try Exhibit(Self.figure).sheet(3)
    let boundary = try Exhibit("kind: decision-boundary\nscenario: hidden-layer").sheet()
    func line(_ sheet: PanelSheet) -> [[Point]] {
      sheet.strokes(sheet.theme.ink).filter { $0.width == sheet.theme.boldLine }.flatMap(\.lines)
    }
    #expect(!line(sum).isEmpty)
    #expect(line(sum).count == line(boundary).count)
  }

  @Test func `a layer does not go with the sum`() {
    #expect(throws: (any Error).self) { try Exhibit(Self.figure + "\nlayer: 1") }
  }
}
