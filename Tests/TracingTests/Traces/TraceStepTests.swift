import Networks
import Testing
import Tracing

/// Passes and gradients of a step are computed from its parameters when they are asked for.
struct TraceStepTests {
  @Test func `gradients before an update are those that the update was made with`() throws {
    let trace = try moonScenario(
      epochs: 2, batch: 30, rest: "trace: {every: 1, unit: updates}"
    ).run()
    let updates = trace.steps.filter { $0.moment == .beforeUpdate }
    #expect(updates.count == trace.updateCount)
    for (step, next) in zip(updates, updates.dropFirst()) {
      let gradient = try #require(step.gradients).flat
      let moved = zip(step.parameters, gradient).map { $0 - 0.1 * $1 }
      #expect(moved == next.parameters)
    }
  }

  @Test func `the loss of a step is that of its gradients`() throws {
    let trace = try moonScenario(rest: "trace: {every: 1, unit: updates, epochs: [1, 2]}").run()
    for step in trace.steps { #expect(step.gradients?.loss == step.loss) }
  }

  @Test func `a pass is over the rows of its step`() throws {
    let trace = try moonScenario(epochs: 1, batch: 30, rest: "trace: {updates: [2]}").run()
    let step = try #require(trace.step(beforeUpdate: 2))
    #expect(step.forward.activations[0] == trace.dataset.inputs.selectingRows(step.rows))
    #expect(trace.last.forward.activations[0] == trace.dataset.inputs)
  }

  @Test func `equal trainings have equal steps`() throws {
    #expect(try moonScenario().run().steps == moonScenario().run().steps)
    #expect(try moonScenario().run().last != moonScenario().run().first)
  }
}
