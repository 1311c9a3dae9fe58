import Networks
import Testing
import Tracing

struct DescentScenarioTests {
  private func run(_ text: String) throws -> Descent {
    guard case .descent(let descent) = try scenario(text).outcome() else {
      throw UnexpectedOutcome()
    }
    return descent
  }

  @Test(arguments: ScalarField.all)
  func `every function can be named`(field: ScalarField) throws {
    let start = field.dimension == 1 ? "0.5" : "[0.5, 0.25]"
    let descent = try run(
      "function: \(field)\nstarts: [\(start)]\ntrain: {rate: 0.001, steps: 3}")
    #expect(descent.field == field)
    #expect(descent.paths[0].stepCount == 3)
  }

  @Test func `a formula is descended as its derivative says`() throws {
    let descent = try run(
      """
      model: function
      function: {expression: x^2 + 3*y^2}
      starts: [[1, 2]]
      train: {rate: 0.125, steps: 1}
      """)
    #expect(descent.paths[0].positions == [[1, 2], [0.75, 0.5]])
    #expect(descent.optimizer == .sgd(learningRate: 0.125))
  }

  @Test func `starts of a function of one variable are numbers`() throws {
    let descent = try run(
      """
      function: {expression: x^4 - 3*x^2 + x, x: [-2, 2]}
      starts: [-1.5, 1.5]
      train: {rate: 0.02, steps: 400}
      """)
    #expect(descent.field.domain == [-2...2])
    #expect(descent.paths.map { $0.start } == [[-1.5], [1.5]])
    #expect(Set(descent.paths.map { $0.end.label }) == [0, 1])
  }

  @Test func `any optimizer descends`() throws {
    let descent = try run(
      """
      function: himmelblau
      starts: [[0, 0], [-3, 3]]
      train: {optimizer: {name: momentum, momentum: 0.5}, rate: 0.01, steps: 10}
      """)
    #expect(descent.spec.optimizer.name == "momentum")
    #expect(descent.paths.count == 2)
  }

  @Test func `a misspelt function`() {
    #expect(
      complaint("function: himelblau\nstarts: [[0, 0]]\ntrain: {steps: 1}") == """
        lesson.yaml:4:15: error: no function named 'himelblau'; did you mean 'himmelblau'?
          4 |     function: himelblau
            |               ^
        """)
  }

  @Test func `a start of too few numbers`() {
    #expect(
      complaint("function: himmelblau\nstarts: [[0, 0], [1]]\ntrain: {steps: 1}") == """
        lesson.yaml:5:22: error: a start of 1 number on a function of 2 variables
          5 |     starts: [[0, 0], [1]]
            |                      ^
            = write starts: [[-1, 2], [3, 0]]
        """)
  }

  @Test func `no start`() {
    #expect(
      complaint("function: himmelblau\ntrain: {steps: 1}").contains(
        "there is no point to start from"))
  }

  @Test func `a function of three variables`() {
    #expect(
      complaint("function: {expression: a*b*c}\nstarts: [[0, 0]]\ntrain: {steps: 1}").contains(
        "4:28: error: a function to be descended has one or two variables, and this has 3: a, b, c")
    )
  }

  @Test func `epochs are of data, steps of functions`() {
    #expect(
      complaint("function: himmelblau\nstarts: [[0, 0]]\ntrain: {epochs: 1}").contains(
        "'epochs' does not apply to a function, which has no rows"))
    #expect(
      complaint("data: xor\nnetwork: {layers: [1 sigmoid]}\ntrain: {steps: 1, epochs: 1}").contains(
        "'steps' does not apply to a network"))
  }

  @Test func `more steps than memory are refused`() {
    let text = complaint("function: himmelblau\nstarts: [[0, 0]]\ntrain: {steps: 100000000}")
    #expect(text.contains("the limit is 256 MiB"))
  }

  @Test func `two models`() {
    #expect(
      complaint("function: himmelblau\nexpression: x\ntrain: {steps: 1}").contains(
        "'expression' does not go with 'function:'"))
  }
}
