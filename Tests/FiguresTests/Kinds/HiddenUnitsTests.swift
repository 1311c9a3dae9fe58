import Figures
import Networks
import Plotting
import Testing

struct HiddenUnitsTests {
  private static let figure = "kind: hidden-units\nscenario: hidden-layer"

  @Test func `every unit has a panel, and the output the last`() throws {
    let titles = try Exhibit(Self.figure).plot().panels.map { $0.title }
    #expect(titles == ["h₁ = tanh(z)", "h₂ = tanh(z)", "output ŷ"])
  }

  @Test(arguments: 0...1)
  func `a unit's line is where its pre-activation is 0`(unit: Int) throws {
    let exhibit = try Exhibit(Self.figure + "\nx: [-8, 8]\ny: [-8, 8]")
    let layer = try #require(exhibit.traces["hidden-layer"]).last.network.layers[0]
    let sheet = try exhibit.sheet(unit)
    let line = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(!line.isEmpty)
    for place in line {
      let w = layer.weights.row(unit)
      // Linear, so that the mesh loses nothing but rounding.
      #expect((w[0] * place.x + w[1] * place.y + layer.biases[unit]).magnitude < 1e-9)
    }
  }

  @Test(arguments: 0...1)
  func `a unit's formula has its weights`(unit: Int) throws {
    let exhibit = try Exhibit(Self.figure)
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let text = try exhibit.plot().panels[unit].footnotes.joined(separator: " ")
    let numbers = network.layers[0].weights.row(unit) + [network.layers[0].biases[unit]]
    for number in numbers {
      #expect(text.contains(NumberText.fixed(number.magnitude, places: 2)))
    }
    let outgoing = NumberText.fixed(network.layers[1].weights[0, unit], places: 2)
    #expect(text.hasSuffix("weight into the output: \(outgoing)"))
  }

  @Test func `the untrained units can be shown`() throws {
    let exhibit = try Exhibit(Self.figure + "\nepoch: 0")
    let network = try #require(exhibit.traces["hidden-layer"]).first.network
    let text = try exhibit.plot().panels[0].footnotes.joined()
    let weight = NumberText.fixed(network.layers[0].weights[0, 0].magnitude, places: 2)
    #expect(text.contains(weight))
  }

  @Test func `units of a later layer are written in those of the one before`() throws {
    let scenarios = """
      deep:
        data: xor
        network: {layers: [3 tanh, 2 relu, 1 sigmoid]}
        train: {epochs: 5}
      """
    let figure = "kind: hidden-units\nscenario: deep\nlayer: 2"
    let panels = try Exhibit(figure, scenarios: scenarios).plot().panels
    #expect(panels.count == 3)
    #expect(panels[0].footnotes.joined().contains("h₃⁽¹⁾"))
  }
}
