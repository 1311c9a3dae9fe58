import Figures
import Testing

struct ScenarioChoiceTests {
  /// The kinds that compare scenarios.
  private static let figures = [
    "kind: decision-boundary", "kind: loss-curve", "kind: table\ncontent: linear-collapse",
  ]

  @Test(arguments: figures)
  func `a figure needs a scenario`(figure: String) {
    #expect(
      complaint(figure) == """
        lesson.yaml:3:3: error: figure 'it' has no 'scenario'
          3 |   it:
            |   ^
            = scenario: the scenario to draw
        """)
  }

  @Test(arguments: figures)
  func `one scenario or several, not both`(figure: String) {
    let text = complaint(figure + "\nscenario: hidden-layer\nscenarios: [hidden-layer]")
    #expect(text.contains("error: both 'scenario' and 'scenarios' are given"))
    #expect(text.hasSuffix("= keep one of them"))
  }

  @Test func `both are refused at the one scenario`() {
    #expect(
      complaint("kind: loss-curve\nscenarios: [perceptron]\nscenario: hidden-layer") == """
        lesson.yaml:7:15: error: both 'scenario' and 'scenarios' are given
          7 |     scenario: hidden-layer
            |               ^
            = keep one of them
        """)
  }

  @Test(arguments: figures)
  func `an empty list of scenarios is refused`(figure: String) {
    let text = complaint(figure + "\nscenarios: []")
    #expect(text.contains("error: 'scenarios' is empty"))
    #expect(text.hasSuffix("= name at least one"))
  }

  @Test func `scenarios are drawn in the order of the lesson`() throws {
    let figure = "kind: decision-boundary\nscenarios: [perceptron, hidden-layer]"
    let plot = try Exhibit(figure).plot()
    #expect(plot.panels.map { $0.title } == ["perceptron", "hidden-layer"])
  }

  @Test func `a scenario goes by its title in each language`() throws {
    let scenarios = """
      a:
        title: {en: First, ko: 첫째}
        data: xor
        model: perceptron
      b:
        data: xor
        model: perceptron
      """
    let exhibit = try Exhibit("kind: decision-boundary\nscenarios: [a, b]", scenarios: scenarios)
    #expect(try exhibit.plot(.english).panels.map { $0.title } == ["First", "b"])
    #expect(try exhibit.plot(.korean).panels.map { $0.title } == ["첫째", "b"])
  }
}
