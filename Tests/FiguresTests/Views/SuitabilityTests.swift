import Figures
import Lessons
import Testing

struct SuitabilityTests {
  private static let cells = (1...6).map { row in
    (1...5).map { String((row * $0) % 7) }.joined(separator: ",") + (row % 2 == 0 ? ",a" : ",b")
  }
  /// Rows of five inputs.
  private static let table = "p,q,r,s,t,class\n" + cells.joined(separator: "\n") + "\n"
  private static let scenarios = """
    five:
      data: {file: five.csv, target: class}
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 2}
    five-straight:
      data: {file: five.csv, target: class}
      model: perceptron
    straight:
      data: xor
      network: {layers: [1 sigmoid]}
      train: {epochs: 2}
    wide:
      data: xor
      network: {layers: [17 tanh, 2 tanh, 1 sigmoid]}
      train: {epochs: 2}
    rule:
      data: and
      model: perceptron
    """

  private func refusal(_ figure: String) -> String {
    complaint(figure, scenarios: Self.scenarios, files: ["five.csv": Self.table])
  }

  @Test(arguments: ["decision-boundary", "hidden-units"])
  func `five inputs are no plane`(kind: String) {
    #expect(
      refusal("kind: \(kind)\nscenario: five")
        == "lesson.yaml:6:15: '\(kind)' draws a plane, so it needs 2 inputs; "
        + "scenario 'five' has 5")
  }

  @Test(arguments: ["perceptron-updates", "weight-orbit"])
  func `five inputs are no plane for a perceptron either`(kind: String) {
    #expect(
      refusal("kind: \(kind)\nscenario: five-straight")
        == "lesson.yaml:6:15: '\(kind)' draws a plane, so it needs 2 inputs; "
        + "scenario 'five-straight' has 5")
  }

  @Test(arguments: [
    "network-diagram", "hidden-space", "loss-curve", "table\ncontent: forward-passes",
  ])
  func `what is no picture of the plane takes any number of inputs`(kind: String) {
    #expect(refusal("kind: \(kind)\nscenario: five") == "no complaint")
  }

  @Test(arguments: ["hidden-space", "hidden-units"])
  func `a perceptron and a single layer have no hidden layer`(kind: String) {
    for name in ["straight", "rule"] {
      #expect(
        refusal("kind: \(kind)\nscenario: \(name)") == """
          lesson.yaml:6:15: '\(kind)' needs a hidden layer; scenario '\(name)' has none
          = for example 'layers: [2 tanh, 1 sigmoid]'
          """)
    }
  }

  @Test(arguments: ["perceptron-updates", "weight-orbit", "table\ncontent: perceptron-updates"])
  func `a network does not follow the perceptron rule`(kind: String) {
    let text = refusal("kind: \(kind)\nscenario: straight")
    #expect(
      text.contains("shows the perceptron rule; scenario 'straight' trains a network"))
    #expect(text.hasPrefix("lesson.yaml:") && text.contains(":15: "))
    #expect(text.hasSuffix("= write 'model: perceptron' in the scenario"))
  }

  @Test func `a correction beyond the last is refused with their number`() {
    let text = refusal("kind: perceptron-updates\nscenario: rule\nupdates: [1, 20]")
    #expect(text.contains("scenario 'rule' makes only "))
    #expect(text.hasPrefix("lesson.yaml:6:15: "))
  }

  @Test func `a layer beyond the last is refused`() {
    #expect(
      refusal("kind: hidden-units\nscenario: wide\nlayer: 3")
        == "lesson.yaml:6:15: scenario 'wide' has no hidden layer 3")
    #expect(
      refusal("kind: hidden-space\nscenario: wide\nlayers: [2, 3]")
        == "lesson.yaml:6:15: scenario 'wide' has 2 hidden layers, not 3")
  }

  @Test func `a unit beyond the last is refused`() {
    #expect(
      refusal("kind: hidden-space\nscenario: wide\nunits: [1, 3]")
        == "lesson.yaml:6:15: layer 2 of scenario 'wide' has 2 units, not 3")
  }

  @Test func `a hidden layer of one unit is no plane`() {
    let one = "one:\n  data: xor\n  network: {layers: [1 tanh, 1 sigmoid]}\n  train: {epochs: 1}"
    #expect(
      complaint("kind: hidden-space\nscenario: one", scenarios: one)
        == "lesson.yaml:6:15: layer 1 of scenario 'one' has 1 unit; two are needed")
  }

  @Test func `more than 16 units are too many for one figure`() {
    #expect(
      refusal("kind: hidden-units\nscenario: wide")
        == "lesson.yaml:6:15: layer 1 of scenario 'wide' has 17 units; "
        + "'hidden-units' draws at most 16")
    #expect(refusal("kind: hidden-units\nscenario: wide\nlayer: 2") == "no complaint")
  }

  @Test func `a row beyond the last is refused`() {
    #expect(
      refusal("kind: network-diagram\nscenario: straight\nrow: 5")
        == "lesson.yaml:6:15: scenario 'straight' has 4 rows, not 5")
  }

  @Test func `a table of one scenario refuses two`() {
    #expect(
      refusal("kind: table\ncontent: forward-passes\nscenarios: [straight, wide]").contains(
        "error: 'forward-passes' shows one scenario, found 2"))
  }
}
