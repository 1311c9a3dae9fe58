import Testing
import Tracing

/// A training that is watched while it runs.
struct TrainingReelTests {
  private func network() throws -> Scenario {
    try scenario(
      """
      data: {shape: moons, rows: 30, validation: 10}
      network: {layers: [3 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 12, batch: 7}
      seed: 3
      """)
  }

  @Test func `at every epoch the reel shows the step that a whole run keeps`() throws {
    let scenario = try network()
    let whole = try scenario.run(also: .every(1))
    var reel = try TrainingReel(of: scenario, at: .every(1))
    for epoch in 0...12 {
      let trace = reel.trace(at: epoch)
      #expect(trace.last == whole.step(atEpoch: epoch))
      #expect(trace.first == whole.first)
    }
  }

  @Test func `the history ends at the epoch, with that of the rows for validation`() throws {
    let scenario = try network()
    let whole = try scenario.run()
    var reel = try TrainingReel(of: scenario, at: .epochs([5]))
    let history = reel.trace(at: 5).history
    #expect(history.epochs == Array(0...5))
    #expect(history.loss == Array(whole.history.loss.prefix(6)))
    #expect(history.validationLoss == Array(whole.history.validationLoss.prefix(6)))
  }

  @Test func `no more than two steps are held, however many were shown`() throws {
    var reel = try TrainingReel(of: network(), at: .every(1))
    for epoch in 0...12 { #expect(reel.trace(at: epoch).steps.count <= 2) }
  }

  @Test func `a path holds all epochs so far`() throws {
    var reel = try TrainingReel(of: network(), at: .every(1), keepsPath: true)
    #expect(reel.trace(at: 4).steps.map { $0.epoch } == [0, 1, 2, 3, 4])
  }

  @Test func `a training that diverges goes on as it ended`() throws {
    let scenario = try scenario(
      """
      data: {shape: line, rows: 10}
      network: {layers: [1 identity]}
      train: {rate: 1e6, epochs: 60}
      """)
    var reel = try TrainingReel(of: scenario, at: .every(1))
    let end = reel.trace(at: 60)
    #expect(end.divergence != nil)
    #expect(end.last.moment == .diverged)
  }

  @Test func `a perceptron is shown at each of the epochs`() throws {
    let scenario = try scenario("data: and\nmodel: perceptron\ntrain: {epochs: 20, rate: 1}")
    let whole = try scenario.run(also: .every(1))
    var reel = try TrainingReel(of: scenario, at: .every(1))
    // In its sixth epoch it makes no error, after which nothing changes.
    #expect(reel.last == 6)
    for epoch in 0...6 {
      let trace = reel.trace(at: epoch)
      #expect(trace.last.network == whole.step(atEpoch: epoch)?.network)
      #expect(trace.history.epochs == Array(0...epoch))
    }
  }

  @Test func `a perceptron is shown after each presentation of a row`() throws {
    let scenario = try scenario("data: and\nmodel: perceptron\ntrain: {epochs: 20, rate: 1}")
    let run = try #require(try scenario.run().perceptron)
    var reel = try TrainingReel(of: scenario, at: .ends, counting: .updates)
    #expect(reel.last == run.steps.count)
    #expect(reel.trace(at: 0).steps.count == 1)
    for (index, step) in run.steps.enumerated() {
      let trace = reel.trace(at: index + 1)
      #expect(trace.last.network.layers[0].weights.values == step.weights)
      #expect(trace.perceptron?.steps.count == index + 1)
      #expect(trace.last.epoch == step.epoch)
    }
    #expect(reel.trace(at: reel.last).perceptron == run)
  }

  @Test func `between two updates the reel shows the network that the next one will change`() throws
  {
    let scenario = try network()
    let whole = try scenario.run(also: .every(1, .updates))
    var reel = try TrainingReel(of: scenario, at: .ends, counting: .updates)
    // 30 rows in batches of 7 are 5 updates an epoch.
    #expect(reel.last == 60)
    for update in 0..<60 {
      let trace = reel.trace(at: update)
      #expect(trace.last.network == whole.step(beforeUpdate: update + 1)?.network)
      #expect(trace.last.rows.count == 30)
      #expect(trace.steps.count <= 2)
    }
    #expect(reel.trace(at: 60).last == whole.last)
  }

  @Test func `a formula has no reel`() throws {
    let scenario = try scenario("model: expression\nexpression: x^2\nvalues: {x: 3}")
    #expect(throws: TrainingError.self) { try TrainingReel(of: scenario, at: .ends) }
  }
}
