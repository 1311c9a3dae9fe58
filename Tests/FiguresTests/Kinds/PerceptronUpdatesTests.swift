import Figures
import Plotting
import Testing

struct PerceptronUpdatesTests {
  private func plot(_ options: String = "", data: String = "and", rest: String = "") throws -> Plot
  {
    try Exhibit(
      "kind: perceptron-updates\nscenario: rule\n\(options)",
      scenarios: "rule:\n  data: \(data)\n  model: perceptron\n\(rest)"
    ).plot()
  }

  @Test func `every correction has a panel`() throws {
    let exhibit = try Exhibit("kind: perceptron-updates\nscenario: perceptron")
    let run = try #require(exhibit.traces["perceptron"]?.perceptron)
    #expect(try exhibit.plot().panels.count == run.updateCount)
  }

  @Test func `the corrections of a range are shown`() throws {
    let panels = try plot("updates: [2, 4]").panels
    #expect(panels.map { $0.title } == ["update 2", "update 3", "update 4"])
  }

  @Test func `the arithmetic of the first correction is written out`() throws {
    // From zero, (0, 0) with target 0 gives z = 0, which answers 1: b becomes 0 − 1.
    #expect(
      try plot("updates: 1").panels[0].footnotes == [
        "z = 0 → ŷ = 1, y = 0", "w: (0, 0) − (0, 0) = (0, 0)", "b: 0 − 1 = −1",
      ])
  }

  @Test func `a learning rate is part of the arithmetic`() throws {
    let panels = try plot(rest: "  train: {rate: 0.5}").panels
    #expect(
      panels[1].footnotes == [
        "z = −0.5 → ŷ = 0, y = 1", "w: (0, 0) + 0.5·(1, 1) = (0.5, 0.5)",
        "b: −0.5 + 0.5 = 0",
      ])
  }

  @Test func `the wrong point is ringed`() throws {
    let exhibit = try Exhibit("kind: perceptron-updates\nscenario: perceptron")
    let trace = try #require(exhibit.traces["perceptron"])
    let wrong = try #require(trace.perceptron).steps.filter { $0.error != 0 }
    for (panel, step) in zip(try exhibit.plot().panels, wrong) {
      let sheet = PanelSheet(panel, theme: .paper)
      let rings = sheet.strokes(sheet.theme.accent).map { $0.corners }
      #expect(rings.count == 1)
      let x = rings[0].map { $0.x }
      // The middle of a circle, but for rounding.
      let middle = ((x.max() ?? 0) + (x.min() ?? 0)) / 2
      #expect((middle - trace.dataset.inputs[step.row, 0]).magnitude < 1e-9)
    }
  }

  @Test(arguments: ["[3, 1]", "[1, 2, 3]", "[]"])
  func `a range wants the first and the last correction`(range: String) {
    let text = complaint("kind: perceptron-updates\nscenario: perceptron\nupdates: \(range)")
    #expect(text.contains("'updates' wants the first and the last correction"))
  }

  @Test func `more corrections than a page holds are refused`() {
    #expect(
      complaint("kind: perceptron-updates\nscenario: perceptron\nupdates: [1, 25]") == """
        lesson.yaml:7:14: error: 25 corrections are too many for one figure
          7 |     updates: [1, 25]
            |              ^
            = show at most 24, or make several figures
        """)
  }

  @Test func `a perceptron that is right from the start has no correction to show`() {
    let scenarios = """
      rule:
        data: and
        model: perceptron
        perceptron: {weights: [1, 1], bias: -1.5}
      """
    #expect(
      complaint("kind: perceptron-updates\nscenario: rule", scenarios: scenarios)
        == "lesson.yaml:6:15: scenario 'rule' makes no correction")
  }
}
