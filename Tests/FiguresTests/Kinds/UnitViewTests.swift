import Figures
import Plotting
import Testing
import Tracing

struct UnitViewTests {
  private static let figure = "kind: unit-view\nscenario: hidden-layer"

  @Test(arguments: 1...4, 1...2)
  func `the sum and the activation are those of the network`(row: Int, unit: Int) throws {
    let exhibit = try Exhibit(Self.figure + "\nrow: \(row)\nunit: \(unit)")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let pass = trace.last.network.forward(trace.dataset.inputs)
    let z = NumberText.fixed(pass.preActivations[0][row - 1, unit - 1], places: 2)
    let a = NumberText.fixed(pass.activations[1][row - 1, unit - 1], places: 2)
    let lines = try exhibit.plot().panels[0].footnotes
    #expect(lines.dropLast().joined(separator: " ").hasSuffix(" = \(z)"))
    #expect(lines.last == "h\(NumberText.subscript(unit)) = tanh(\(z)) = \(a)")
  }

  @Test func `every input, product, bias, sum and activation stands in a unit`() throws {
    let exhibit = try Exhibit(Self.figure + "\nrow: 2")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let layer = trace.last.network.layers[0]
    let inputs = trace.dataset.inputs.row(1)
    let texts = try exhibit.sheet().texts.map { $0.content }
    let products = zip(layer.weights.row(0), inputs).map { $0 * $1 }
    for number in inputs + products + [layer.biases[0]] {
      #expect(texts.contains(NumberText.fixed(number, places: 2)))
    }
  }

  @Test func `the curve's dot is at the sum and the activation`() throws {
    let exhibit = try Exhibit(Self.figure + "\nlayer: 2\nrow: 3")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let pass = trace.last.network.forward(trace.dataset.inputs)
    let sheet = try exhibit.sheet(1)
    let dot = try #require(sheet.fills(sheet.theme.accent).last).corners
    let middle = (dot.map(\.x).min() ?? 0) / 2 + (dot.map(\.x).max() ?? 0) / 2
    // A circle's edge is drawn to a hundredth of a point, and 100 points are one unit.
    #expect((middle - pass.preActivations[1][2, 0]).magnitude < 1e-3)
  }

  @Test(arguments: [
    ("layer: 3", "scenario 'hidden-layer' has 2 layers, not 3"),
    ("unit: 3", "scenario 'hidden-layer' has 2 units in layer 1, not 3"),
    ("row: 5", "scenario 'hidden-layer' has 4 rows, not 5"),
  ])
  func `what is not there is refused`(option: String, message: String) throws {
    let exhibit = try Exhibit(Self.figure + "\n" + option)
    let error = #expect(throws: FigureError.self) { try exhibit.plot() }
    #expect(error?.message == message)
  }
}
