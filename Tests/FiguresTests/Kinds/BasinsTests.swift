import Drawings
import Figures
import Plotting
import Testing

struct BasinsTests {
  private static let scenarios = """
    well:
      model: function
      function: double-well
      starts: [-2]
      train: {rate: 0.01, steps: 2000}
    hill:
      model: function
      function: himmelblau
      starts: [[0, 0]]
      train: {rate: 0.005, steps: 400}
    short:
      model: function
      function: himmelblau
      starts: [[0, 0]]
      train: {rate: 0.0001, steps: 1}
    ridge:
      model: function
      function: saddle
      starts: [[1, 0.5]]
      train: {rate: 0.1, steps: 200}
    """

  private func exhibit(_ options: String) throws -> Exhibit {
    try Exhibit("kind: basins\n" + options, scenarios: Self.scenarios)
  }

  @Test func `the basins of the double well part at its maximum`() throws {
    let sheet = try exhibit("scenario: well\nresolution: 100").sheet()
    // The maximum of x⁴ − 3x² + x is at 0.16994; the starts are 0.011 apart.
    let right = sheet.fills(sheet.theme.color(ofClass: 1)).flatMap { $0.corners }
      .filter { $0.x < 1 }.map { $0.x }
    let edge = try #require(right.min())
    #expect((edge - 0.16994).magnitude < 0.012)
  }

  @Test func `a start near a minimum has the color of that minimum`() throws {
    let sheet = try exhibit("scenario: hill\nresolution: 21").sheet()
    let picture = try #require(sheet.picture)
    let corners = [Point(-3.5, -3), Point(-3, 3), Point(3, 2), Point(3.5, -2)]
    let pixels = corners.map { corner in
      let distances = picture.places.map { place in
        (place.x - corner.x) * (place.x - corner.x) + (place.y - corner.y) * (place.y - corner.y)
      }
      let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      return picture.pixels[nearest]
    }
    #expect(Set(pixels).count == 4)
  }

  @Test func `minima of equal value need no share of the lowest`() throws {
    #expect(try exhibit("scenario: hill\nresolution: 11").plot().panels[0].subtitle.isEmpty)
  }

  @Test func `the subtitle counts the starts that reach the lowest minimum`() throws {
    let subtitle = try exhibit("scenario: well\nresolution: 100").plot().panels[0].subtitle
    // From −2.2 to 0.16994 of −2.2 to 2.2 is 54% of the starts.
    #expect(subtitle == "54% of the starts reach a lowest minimum")
  }

  @Test func `what has not come to a minimum is explained`() throws {
    let plot = try exhibit("scenario: short\nresolution: 11").plot()
    let isExplained = plot.keys.contains { key in
      if case .swatch(_, "at no minimum after the last update") = key { true } else { false }
    }
    #expect(isExplained)
  }

  @Test(arguments: ["well", "hill", "short", "ridge"], Theme.all)
  func `any basins can be drawn`(scenario: String, theme: Theme) throws {
    for words in Words.all {
      let figure = "scenario: \(scenario)\nresolution: 11\npaths: true"
      #expect(try exhibit(figure).drawing(words, theme).strays == [])
    }
  }
}
