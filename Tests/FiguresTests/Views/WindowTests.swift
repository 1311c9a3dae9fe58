import Figures
import Testing

struct WindowTests {
  /// The kinds that show a part of the plane.
  private static let figures = [
    "kind: decision-boundary\nscenario: hidden-layer", "kind: hidden-space\nscenario: hidden-layer",
    "kind: hidden-units\nscenario: hidden-layer", "kind: perceptron-updates\nscenario: perceptron",
  ]

  @Test(arguments: figures)
  func `a fixed side is shown, the other follows the data`(figure: String) throws {
    let panel = try #require(try Exhibit(figure + "\nx: [-3, 4]").plot().panels.first)
    #expect(panel.x.domain == -3...4)
    let up = try #require(panel.y.domain)
    #expect(up.lowerBound < 0 && up.upperBound > 1)
  }

  @Test func `all data lie inside the natural window`() throws {
    let scenarios = """
      it:
        data: {shape: moons, rows: 60}
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {epochs: 0}
      """
    let exhibit = try Exhibit("kind: decision-boundary\nscenario: it", scenarios: scenarios)
    let panel = try exhibit.plot().panels[0]
    let dataset = try #require(exhibit.traces["it"]?.dataset)
    let (x, y) = (try #require(panel.x.domain), try #require(panel.y.domain))
    #expect(dataset.inputs.column(0).allSatisfy { $0 > x.lowerBound && $0 < x.upperBound })
    #expect(dataset.inputs.column(1).allSatisfy { $0 > y.lowerBound && $0 < y.upperBound })
  }

  @Test(arguments: ["[1]", "[2, 1]", "[1, 1]", "[1, 2, 3]", "[]", "1"])
  func `a side wants two numbers, the smaller first`(ends: String) {
    #expect(
      complaint("kind: decision-boundary\nscenario: hidden-layer\nx: \(ends)") == """
        lesson.yaml:7:8: error: 'x' wants two numbers, the smaller first
          7 |     x: \(ends)
            |        ^
            = for example [-1, 2]
        """)
  }

  @Test(arguments: [("x", "[0, 10]"), ("y", "[0, 10]")])
  func `units are equal unless that makes a panel a strip`(side: String, ends: String) throws {
    let natural = try Exhibit(Self.figures[0]).plot().panels[0]
    let long = try Exhibit(Self.figures[0] + "\n\(side): \(ends)").plot().panels[0]
    #expect(natural.hasEqualUnits && !long.hasEqualUnits)
  }
}

struct PanelGridTests {
  @Test(arguments: [1, 2, 12])
  func `panels in a row are what the lesson says`(columns: Int) throws {
    let plot = try Exhibit("kind: activation-curves\ncolumns: \(columns)").plot()
    #expect(plot.columns == columns)
  }

  @Test func `panels stand in a row as they fit unless the lesson says otherwise`() throws {
    #expect(try Exhibit("kind: activation-curves").plot().columns == nil)
  }

  @Test(arguments: [0, 13])
  func `a number of columns that is none is refused`(columns: Int) {
    #expect(
      complaint("kind: activation-curves\ncolumns: \(columns)") == """
        lesson.yaml:6:14: error: 'columns' is \(columns); it must be from 1 to 12
          6 |     columns: \(columns)
            |              ^
        """)
  }
}
