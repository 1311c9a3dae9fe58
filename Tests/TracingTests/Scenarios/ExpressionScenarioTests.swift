import Networks
import Testing
import Tracing

struct ExpressionScenarioTests {
  private func run(_ text: String) throws -> ExpressionRun {
    guard case .expression(let run) = try scenario(text).outcome() else {
      throw UnexpectedOutcome()
    }
    return run
  }

  @Test func `a neuron's loss is computed with its derivatives`() throws {
    let run = try run(
      """
      model: expression
      expression: "L = (sigmoid(w*x + b) - y)^2"
      values: {w: 0.6, x: 0.4, b: 0.2, y: 1}
      """)
    let p = Elementary.sigmoid(0.6 * 0.4 + 0.2)
    #expect(run.expression.name == "L")
    // Three roundings of numbers below 1.
    #expect(abs(run.result - (p - 1) * (p - 1)) < 1e-15)
    #expect(abs(run.graph.gradient(of: "b") - 2 * (p - 1) * p * (1 - p)) < 1e-15)
  }

  @Test func `the word model can be left out`() throws {
    #expect(try run("expression: a*b\nvalues: {a: 2, b: 3}").result == 6)
  }

  @Test func `an expression without variables needs no values`() throws {
    #expect(try run("expression: 2^10").result == 1024)
  }

  @Test func `it is no training`() {
    #expect {
      try scenario("expression: 2^10").run()
    } throws: {
      "\($0)".contains("scenario 'it' is an expression, not a training")
    }
  }

  @Test func `a variable without a value`() {
    #expect(
      complaint("expression: w*x + b\nvalues: {w: 1, x: 2}") == """
        lesson.yaml:5:5: error: values has no 'b'
          5 |     values: {w: 1, x: 2}
            |     ^
            = b: its value in the expression
        """)
  }

  @Test func `no values at all`() {
    #expect(
      complaint("expression: w*x + b") == """
        lesson.yaml:4:17: error: 'w' has no value
          4 |     expression: w*x + b
            |                 ^
            = write values: {w: 1, x: 1, b: 1}
        """)
  }

  @Test(arguments: [("sigmod", "sigmoid"), ("rleu", "relu"), ("sine", "sin")])
  func `a misspelt function is answered with the nearest`(written: String, meant: String) {
    #expect(
      complaint("expression: 2*\(written)(x)\nvalues: {x: 1}") == """
        lesson.yaml:4:19: error: there is no function '\(written)'
          4 |     expression: 2*\(written)(x)
            |                   ^
            = did you mean '\(meant)'?
        """)
  }

  @Test func `a value of no variable`() {
    let text = complaint("expression: weight*x\nvalues: {weigth: 1, weight: 2, x: 2}")
    #expect(text.contains("unknown field 'weigth' in values; did you mean 'weight'?"))
  }

  @Test func `a mistake of syntax is at its character`() {
    #expect(complaint("expression: w*(x + b").hasPrefix("lesson.yaml:4:"))
    #expect(complaint("expression: \"w * * x\"").hasPrefix("lesson.yaml:4:22: error: "))
  }

  @Test func `data does not apply`() {
    let text = complaint("expression: 2\ndata: xor")
    #expect(text.contains("'data' does not apply in scenario 'it'"))
  }
}
