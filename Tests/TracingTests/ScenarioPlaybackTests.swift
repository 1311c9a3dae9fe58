import Testing
import Tracing

/// Scenarios that are watched from moment to moment.
struct ScenarioPlaybackTests {
  private func network() throws -> Scenario {
    try scenario(
      """
      data: {shape: moons, rows: 30, validation: 10}
      network: {layers: [3 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 12, batch: 7}
      seed: 3
      """)
  }

  @Test func `at every epoch it shows the step that a whole run keeps`() throws {
    let scenario = try network()
    let whole = try scenario.run(also: .every(1))
    var playback = try ScenarioPlayback(of: scenario, at: .every(1))
    for epoch in 0...12 {
      let trace = try playback.trace(at: epoch)
      #expect(trace.last == whole.step(atEpoch: epoch))
      #expect(trace.first == whole.first)
    }
  }

  @Test func `the history ends at the epoch, with that of the rows for validation`() throws {
    let scenario = try network()
    let whole = try scenario.run()
    var playback = try ScenarioPlayback(of: scenario, at: .epochs([5]))
    let history = try playback.trace(at: 5).history
    #expect(history.epochs == Array(0...5))
    #expect(history.loss == Array(whole.history.loss.prefix(6)))
    #expect(history.validationLoss == Array(whole.history.validationLoss.prefix(6)))
  }

  @Test func `no more than two steps are held, however many were shown`() throws {
    var playback = try ScenarioPlayback(of: network(), at: .every(1))
    for epoch in 0...12 { #expect(try playback.trace(at: epoch).steps.count <= 2) }
  }

  @Test func `a path holds all epochs so far`() throws {
    var playback = try ScenarioPlayback(of: network(), at: .every(1), keepsPath: true)
    #expect(try playback.trace(at: 4).steps.map { $0.epoch } == [0, 1, 2, 3, 4])
  }

  @Test func `a training that diverges goes on as it ended`() throws {
    let scenario = try scenario(
      """
      data: {shape: line, rows: 10}
      network: {layers: [1 identity]}
      train: {rate: 1e6, epochs: 60}
      """)
    var playback = try ScenarioPlayback(of: scenario, at: .every(1))
    let end = try playback.trace(at: 60)
    #expect(end.divergence != nil)
    #expect(end.last.moment == .diverged)
  }

  @Test func `a perceptron is shown at each of the epochs`() throws {
    let scenario = try scenario("data: and\nmodel: perceptron\ntrain: {epochs: 20, rate: 1}")
    let whole = try scenario.run(also: .every(1))
    var playback = try ScenarioPlayback(of: scenario, at: .every(1))
    // In its sixth epoch it makes no error, after which nothing changes.
    #expect(playback.last == 6)
    for epoch in 0...6 {
      let trace = try playback.trace(at: epoch)
      #expect(trace.last.network == whole.step(atEpoch: epoch)?.network)
      #expect(trace.history.epochs == Array(0...epoch))
    }
  }

  @Test func `a perceptron is shown after each presentation of a row`() throws {
    let scenario = try scenario("data: and\nmodel: perceptron\ntrain: {epochs: 20, rate: 1}")
    let run = try #require(try scenario.run().perceptron)
    var playback = try ScenarioPlayback(of: scenario, at: .ends, counting: .updates)
    #expect(playback.last == run.steps.count)
    #expect(try playback.trace(at: 0).steps.count == 1)
    for (index, step) in run.steps.enumerated() {
      let trace = try playback.trace(at: index + 1)
      #expect(trace.last.network.layers[0].weights.values == step.weights)
      #expect(trace.perceptron?.steps.count == index + 1)
      #expect(trace.last.epoch == step.epoch)
    }
    #expect(try playback.trace(at: playback.last).perceptron == run)
  }

  @Test func `between two updates it shows the network that the next one will change`() throws {
    let scenario = try network()
    let whole = try scenario.run(also: .every(1, .updates))
    var playback = try ScenarioPlayback(of: scenario, at: .ends, counting: .updates)
    // 30 rows in batches of 7 are 5 updates an epoch.
    #expect(playback.last == 60)
    for update in 0..<60 {
      let trace = try playback.trace(at: update)
      #expect(trace.last.network == whole.step(beforeUpdate: update + 1)?.network)
      #expect(trace.last.rows.count == 30)
      #expect(trace.steps.count <= 2)
    }
    #expect(try playback.trace(at: 60).last == whole.last)
  }

  @Test func `a formula is the same at every moment`() throws {
    let scenario = try scenario("model: expression\nexpression: x^2\nvalues: {x: 3}")
    var playback = try ScenarioPlayback(of: scenario, at: .ends)
    #expect(playback.last == 0)
    #expect(ExpressionRun(playback.outcome(at: 0))?.result == 9)
    #expect(ExpressionRun(playback.outcome(at: 5))?.result == 9)
  }

  @Test func `a descent is looked at after each of its updates`() throws {
    let scenario = try scenario(
      "function: saddle\nstarts: [[1, 0]]\ntrain: {rate: 0.1, steps: 3}")
    var playback = try ScenarioPlayback(of: scenario, at: .ends)
    #expect(playback.last == 3)
    #expect((0...3).map { Descent(playback.outcome(at: $0))?.moment } == [0, 1, 2, 3])
  }
}

extension ScenarioPlayback {
  /// What a training has come to at a moment.
  fileprivate mutating func trace(at moment: Int) throws -> Trace {
    try #require(Trace(outcome(at: moment)))
  }
}
