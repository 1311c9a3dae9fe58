import Drawings
import Figures
import Networks
import Testing

struct HiddenSpaceTests {
  private static let figure = "kind: hidden-space\nscenario: hidden-layer"
  private static let deep = """
    deep:
      data: xor
      network: {layers: [3 tanh, 2 relu, 1 sigmoid]}
      train: {epochs: 20, rate: 0.5}
      seed: 3
    """

  @Test func `the boundary in hidden space is the output layer's line`() throws {
    let exhibit = try Exhibit(Self.figure)
    let output = try #require(exhibit.traces["hidden-layer"]).last.network.layers[1]
    let sheet = try exhibit.sheet(1)
    let boundary = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(!boundary.isEmpty)
    for place in boundary {
      let z = output.weights[0, 0] * place.x + output.weights[0, 1] * place.y + output.biases[0]
      // Linear, so that the mesh loses nothing but rounding.
      #expect(z.magnitude < 1e-9)
    }
  }

  @Test func `every row stands at its two activations`() throws {
    let exhibit = try Exhibit(Self.figure)
    let trace = try #require(exhibit.traces["hidden-layer"])
    let sheet = try exhibit.sheet(1)
    let hidden = trace.last.network.forward(trace.dataset.inputs).activations[1]
    for row in 0..<4 {
      let color = sheet.theme.color(ofClass: trace.dataset.classes[row])
      let dots = sheet.fills(color).filter { $0.color.alpha == 1 }.map { $0.corners }
      #expect(
        dots.contains { corners in
          let x = corners.map { $0.x }
          let middle = ((x.min() ?? 0) + (x.max() ?? 0)) / 2
          // The middle of a symmetric outline, but for rounding.
          return (middle - hidden[row, 0]).magnitude < 1e-9
        })
    }
  }

  @Test func `both spaces show the same mesh`() throws {
    let exhibit = try Exhibit(Self.figure)
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let meshes = try (0...1).map { panel in
      let sheet = try exhibit.sheet(panel)
      return sheet.commands.compactMap { command -> [Point]? in
        guard case .stroke(let path, let color, _) = command, color.alpha < 0.6 else { return nil }
        return path.corners.map(sheet.values)
      }
    }
    #expect(meshes[0].count == meshes[1].count && meshes[0].count > 10)
    for (line, image) in zip(meshes[0], meshes[1]) {
      let pass = network.forward(Matrix(line.map { [$0.x, $0.y] }))
      // The place of a mesh's point on the page is rounded before it is read back.
      for (index, place) in image.enumerated() {
        #expect((pass.activations[1][index, 0] - place.x).magnitude < 1e-9)
      }
    }
  }

  @Test func `layers are followed one after the other`() throws {
    let figure = "kind: hidden-space\nscenario: deep\nlayers: [1, 2]"
    let panels = try Exhibit(figure, scenarios: Self.deep).plot().panels
    #expect(panels.map { $0.title } == ["input space", "after layer 1", "after layer 2"])
  }

  @Test func `each epoch has a row of spaces`() throws {
    let plot = try Exhibit(Self.figure + "\nepochs: [0, 10, last]").plot()
    #expect(plot.panels.count == 6 && plot.columns == 2)
    for (index, epoch) in [0, 10, 300].enumerated() {
      #expect(plot.panels[2 * index].title.contains("epoch \(epoch)"))
    }
  }

  @Test(arguments: ["[1]", "[1, 1]", "[1, 2, 3]"])
  func `the axes are two different units`(units: String) {
    #expect(
      complaint(Self.figure + "\nunits: \(units)").contains(
        "'units' wants two different units"))
  }
}
