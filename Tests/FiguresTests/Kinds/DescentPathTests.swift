import Figures
import Plotting
import Testing
import Tracing

struct DescentPathTests {
  private static let scenarios = """
    well:
      model: function
      function: double-well
      starts: [-2, 2]
      train: {rate: 0.01, steps: 500}
    rolling:
      model: function
      function: double-well
      starts: [-2, 2]
      train: {optimizer: {name: momentum, momentum: 0.9}, rate: 0.02, steps: 500}
    bowl:
      model: function
      function: quadratic-bowl
      starts: [[2, 1]]
      train: {rate: 0.15, steps: 200}
    steep:
      model: function
      function: quadratic-bowl
      starts: [[2, 1]]
      train: {rate: 0.21, steps: 200}
    ridge:
      model: function
      function: saddle
      starts: [[1, 0], [1, 0.5]]
      train: {rate: 0.1, steps: 200}
    """

  private func exhibit(_ options: String) throws -> Exhibit {
    try Exhibit("kind: descent-path\n" + options, scenarios: Self.scenarios)
  }

  @Test func `a path on a curve runs through the values of the descent`() throws {
    let exhibit = try exhibit("scenario: well")
    guard case .descent(let descent) = exhibit.outcomes["well"] else {
      Issue.record("no descent")
      return
    }
    let sheet = try exhibit.sheet()
    let line = try #require(
      sheet.strokes(sheet.theme.color(ofSeries: 0)).first { $0.corners.count > 100 })
    // A value is placed and read back.
    for (point, value) in zip(line.corners, descent.paths[0].values) {
      #expect((point.y - value).magnitude < 1e-9)
    }
  }

  @Test func `the path in the higher valley of the double well is told as caught`() throws {
    let sheet = try exhibit("scenario: well").sheet()
    let caught = sheet.strokes(sheet.theme.accent).flatMap { $0.corners }
    #expect(!caught.isEmpty)
    #expect(caught.allSatisfy { $0.x > 0 })
    #expect(try exhibit("scenario: well").plot().panels[0].subtitle == "1 of 2 starts caught")
  }

  @Test func `with momentum no start of the double well is caught`() throws {
    #expect(try exhibit("scenario: rolling").plot().panels[0].subtitle == "0 of 2 starts caught")
  }

  @Test func `the minima of the double well have their values beside them`() throws {
    let texts = try exhibit("scenario: well").sheet().texts.map { $0.content }
    #expect(texts.contains("−3.51") && texts.contains("−1.07"))
  }

  @Test func `a rate is set against the limit of the bowl`() throws {
    let plot = try exhibit("scenarios: [bowl, steep]\nlimit: true\nresolution: 11").plot()
    #expect(
      plot.panels.map { $0.subtitle } == [
        "learning rate 0.15 = 0.75 × 2/λ", "learning rate 0.21 = 1.05 × 2/λ",
      ])
    #expect(plot.note.contains("2/λ = 0.2 with λ = 10"))
  }

  @Test func `below the limit the bowl's minimum is reached, above it the path runs away`() throws {
    let plot = try exhibit("scenarios: [bowl, steep]\nresolution: 11").plot()
    let names = plot.keys.compactMap { key in
      if case .line(_, _, _, let name) = key { name } else { nil }
    }
    #expect(names == ["reaches the minimum", "runs away"])
  }

  @Test func `only an exact start stops at a saddle`() throws {
    let plot = try exhibit("scenario: ridge\nresolution: 11").plot()
    let names = plot.keys.compactMap { key in
      if case .line(_, _, _, let name) = key { name } else { nil }
    }
    #expect(names == ["stops at a saddle or maximum", "runs away"])
  }

  @Test func `heights are those above the lowest minimum`() throws {
    let sheet = try exhibit("scenario: bowl\nshow: heights").sheet()
    let line = try #require(sheet.strokes(sheet.theme.color(ofSeries: 0)).first)
    // f(2, 1) = 7; read back through a power of ten.
    #expect((line.corners[0].y - 7).magnitude < 1e-6)
  }

  @Test func `a function without a minimum has no heights`() {
    #expect(
      complaint("kind: descent-path\nscenario: ridge\nshow: heights", scenarios: Self.scenarios)
        .contains("this function has no minimum to measure heights from"))
  }

  @Test func `descents on different functions are refused at the second`() {
    #expect(
      complaint("kind: descent-path\nscenarios: [bowl, ridge]", scenarios: Self.scenarios)
        .contains("scenario 'ridge' descends saddle, and 'bowl' quadratic-bowl"))
  }

  @Test(arguments: ["well", "rolling", "bowl", "steep", "ridge"], Theme.all)
  func `any descent can be drawn`(scenario: String, theme: Theme) throws {
    for words in Words.all {
      let drawing = try exhibit("scenario: \(scenario)\nresolution: 11").drawing(words, theme)
      #expect(drawing.strays == [])
    }
  }
}
