import Networks
import Testing
import Tracing

struct PerceptronTraceTests {
  private func trace(_ gate: String, _ rest: String = "") throws -> Trace {
    try scenario("data: \(gate)\nmodel: perceptron\n\(rest)").run(also: .every(1))
  }

  @Test(arguments: ["and", "or", "nand"])
  func `a gate that a line can separate is learned`(gate: String) throws {
    let trace = try trace(gate)
    #expect(trace.perceptron?.firstErrorFreeEpoch != nil)
    #expect(trace.last.accuracy == 1)
    #expect(trace.history.loss.last == 0)
    #expect(trace.loss == nil)
  }

  @Test func `the state after an epoch is that of its last presentation`() throws {
    let trace = try trace("and")
    let run = try #require(trace.perceptron)
    for presentation in run.steps where presentation.row == 3 {
      let step = try #require(trace.step(atEpoch: presentation.epoch))
      #expect(step.network.parameters == presentation.weights + [presentation.bias])
      #expect(step.network.layers[0].activation == .step)
    }
  }

  @Test func `XOR cycles, and the trace follows the cycle to the end`() throws {
    let trace = try trace("xor", "train: {epochs: 60}")
    let run = try #require(trace.perceptron)
    let cycle = try #require(run.cycle)
    #expect(trace.epochCount == 60)
    for epoch in cycle.firstEpoch..<(60 - cycle.epochs) {
      let (now, later) = (trace.step(atEpoch: epoch), trace.step(atEpoch: epoch + cycle.epochs))
      #expect(now?.network == later?.network)
      #expect((later?.update ?? 0) - (now?.update ?? 0) == cycle.updates)
    }
  }

  @Test func `the proven future is what more training would give`() throws {
    let trace = try trace("xor", "train: {epochs: 60}")
    let inputs = trace.dataset.inputs
    var perceptron = Perceptron(weights: [0, 0], bias: 0)
    for epoch in 1...60 {
      for row in 0..<4 {
        perceptron.learn(inputs.row(row), target: trace.dataset.classes[row], rate: 1)
      }
      let parameters = trace.step(atEpoch: epoch)?.network.parameters
      #expect(parameters == perceptron.weights + [perceptron.bias])
    }
  }

  @Test func `start, threshold, order and rate are taken from the lesson`() throws {
    let trace = try trace(
      "or",
      """
      perceptron: {weights: [1, -1], bias: 0.5, threshold: ">"}
      train: {epochs: 9, rate: 0.25, order: [3, 2, 1, 0]}
      """)
    let run = try #require(trace.perceptron)
    #expect(run.start == Perceptron(weights: [1, -1], bias: 0.5, threshold: .aboveZero))
    #expect(run.steps.prefix(4).map { $0.row } == [3, 2, 1, 0])
    #expect(trace.setup.rule == .perceptron(rate: 0.25))
    #expect(trace.epochCount == 9)
  }

  @Test func `a strict threshold counts a row on the line as zero`() throws {
    let trace = try trace("or", "perceptron: {threshold: \">\"}\ntrain: {epochs: 0}")
    #expect(trace.first.accuracy == 0.25)
  }
}
