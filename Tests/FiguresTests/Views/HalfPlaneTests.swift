import Drawings
import Figures
import Testing

/// The two sides of a perceptron's line, as `perceptron-updates` fills them.
struct HalfPlaneTests {
  private static let starts = [
    "[0, 0], bias: 0", "[1, 2], bias: -1.5", "[-3, 0.5], bias: 0.25", "[0.1, -7], bias: 2",
    "[0, 5], bias: -3", "[4, 0], bias: -1", "[1, 1], bias: 40",
  ]

  private func exhibit(_ start: String, gate: String = "xor") throws -> Exhibit {
    let scenarios = """
      rule:
        data: \(gate)
        model: perceptron
        perceptron: {weights: \(start)}
        train: {epochs: 40}
      """
    return try Exhibit("kind: perceptron-updates\nscenario: rule", scenarios: scenarios)
  }

  /// The outlines of one side, which are more transparent than the dots of the same class.
  private func side(_ class_: Int, of sheet: PanelSheet) -> [[Point]] {
    sheet.fills(sheet.theme.color(ofClass: class_)).filter { $0.color.alpha < 1 }
      .map { $0.corners }
  }

  @Test(arguments: starts)
  func `the two sides together are the whole window`(start: String) throws {
    for panel in try exhibit(start).plot().panels {
      let sheet = PanelSheet(panel, theme: .paper)
      let (x, y) = (sheet.x.domain, sheet.y.domain)
      let whole = (x.upperBound - x.lowerBound) * (y.upperBound - y.lowerBound)
      let sides = side(0, of: sheet) + side(1, of: sheet)
      // Corners are rounded to doubles twice, on the way to the page and back.
      #expect((sides.reduce(0) { $0 + $1.area } - whole).magnitude < 1e-9)
    }
  }

  @Test(arguments: starts)
  func `each side lies where the perceptron gives its answer`(start: String) throws {
    let exhibit = try exhibit(start)
    let run = try #require(exhibit.traces["rule"]?.perceptron)
    let corrections = run.steps.filter { $0.error != 0 }
    for (panel, step) in zip(try exhibit.plot().panels, corrections) {
      let sheet = PanelSheet(panel, theme: .paper)
      for (class_, sign) in [(0, -1.0), (1, 1.0)] {
        for corner in side(class_, of: sheet).flatMap({ $0 }) {
          let z = step.weights[0] * corner.x + step.weights[1] * corner.y + step.bias
          // Corners on the line itself are rounded to either side of it.
          #expect(sign * z > -1e-9)
        }
      }
    }
  }

  @Test func `a rule that always says no leaves one side empty`() throws {
    // The first correction from zero: z = 0 answers 1 for (0, 0), so b becomes −1 and w stays 0.
    let sheet = try exhibit("[0, 0], bias: 0").sheet()
    #expect(side(1, of: sheet).isEmpty)
    #expect(side(0, of: sheet).count == 1)
  }

  @Test func `a rule that always says yes fills the window`() throws {
    let sheet = try exhibit("[1, 1], bias: 40", gate: "and").sheet()
    #expect(side(0, of: sheet).isEmpty)
    #expect(side(1, of: sheet).count == 1)
  }
}
