import GoldenNumbers
import Networks
import Testing
import Tracing

/// Traces of plain gradient descent from an independent framework.
private struct GoldenTraces: Decodable {
  struct Record: Decodable {
    let epoch: Int
    let updates: Int
    let weights: [[[Double]]]
    let biases: [[Double]]
    let loss: Double
    let outputs: [[Double]]

    var parameters: [Double] { zip(weights, biases).flatMap { $0.flatMap { $0 } + $1 } }
  }

  struct Run: Decodable, CustomTestStringConvertible {
    let id: String
    let activations: [String]
    let loss: String
    let shape: [Int]
    let inputs: [[Double]]
    let targets: [[Double]]
    let learningRate: Double
    let batchSize: Int
    let epochs: Int
    let updates: Int
    let amplification: Double
    let records: [Record]
    let losses: [Double]

    var testDescription: String { id }
  }

  let tolerance: Tolerance
  let traces: [Run]
}

private let goldenTraces = Result { try golden("training-traces", as: GoldenTraces.self) }

extension GoldenTraces.Run {
  fileprivate func trace() throws -> Trace {
    let dataset = Dataset(
      name: id, inputNames: ["x₁", "x₂"], inputs: Matrix(inputs), classNames: ["0", "1"],
      classes: targets.map { Int($0[0]) })
    let layers = zip(shape.dropFirst(), activations).map {
      LayerShape(units: $0, activation: Activation.named($1) ?? .identity)
    }
    let network = NetworkSpec(
      layers: layers, loss: try #require(Loss.named(loss)), parameters: records[0].parameters)
    let training = TrainingSpec(
      epochs: epochs, optimizer: .sgd(learningRate: learningRate), batch: batchSize,
      shuffles: false)
    let task = LearningTask(data: .given(dataset), network: network, train: training)
    let schedule = TraceSchedule.epochs(records.map { $0.epoch })
    return try Scenario(name: id, .training(NetworkTraining(task, schedule: schedule))).run()
  }
}

struct TrainingTests {
  @Test func `losses of all epochs agree with an independent framework`() throws {
    let file = try goldenTraces.get()
    for run in file.traces {
      let losses = try run.trace().history.loss
      let mismatch = file.tolerance.mismatch(
        losses, run.losses, amplification: run.amplification)
      #expect(mismatch == nil, "\(run.id) \(mismatch ?? "")")
    }
  }

  @Test func `parameters and outputs agree with an independent framework`() throws {
    let file = try goldenTraces.get()
    for run in file.traces {
      let trace = try run.trace()
      #expect(trace.updateCount == run.updates)
      for record in run.records {
        let step = try #require(trace.step(atEpoch: record.epoch))
        let got = step.network.parameters + step.forward.outputs.values + [step.loss]
        let want = record.parameters + record.outputs.flatMap { $0 } + [record.loss]
        let mismatch = file.tolerance.mismatch(got, want, amplification: run.amplification)
        #expect(mismatch == nil, "\(run.id) epoch \(record.epoch) \(mismatch ?? "")")
        #expect(step.update == record.updates)
      }
    }
  }

  @Test func `a hundred rows in batches of ten make ten updates an epoch`() throws {
    let trace = try moonScenario(epochs: 3, batch: 10).run()
    #expect(trace.updateCount == 30)
    #expect(trace.history.updateLoss.count == 30)
    #expect(trace.history.epochs == [0, 1, 2, 3])
    #expect(trace.step(atEpoch: 1)?.update == 10)
  }

  @Test func `a tail of four rows is a batch of its own unless it is dropped`() throws {
    let rest = "trace: {every: 1, unit: updates}"
    let kept = try moonScenario(epochs: 1, batch: 32, rest: rest).run()
    let dropped = try moonScenario(epochs: 1, batch: 32, train: ", tail: drop", rest: rest).run()
    #expect(kept.steps.map { $0.rows.count } == [100, 32, 32, 32, 4, 100])
    #expect(dropped.steps.map { $0.rows.count } == [100, 32, 32, 32, 100])
  }

  @Test func `the batches of an epoch are all rows, in a new order each epoch`() throws {
    let trace = try moonScenario(epochs: 2, rest: "trace: {every: 1, unit: updates}").run()
    let orders = (1...2).map { epoch in
      trace.steps.filter { $0.moment == .beforeUpdate && $0.epoch == epoch }.flatMap { $0.rows }
    }
    #expect(orders[0].sorted() == Array(0..<100))
    #expect(orders[1].sorted() == Array(0..<100))
    #expect(orders[0] != orders[1])
    #expect(orders[0] != Array(0..<100))
  }

  @Test func `without shuffling rows come as they are listed`() throws {
    let trace = try moonScenario(
      epochs: 2, train: ", shuffle: false", rest: "trace: {every: 1, unit: updates}"
    ).run()
    #expect(trace.step(beforeUpdate: 12)?.rows == Array(10..<20))
  }

  @Test func `a step before an update holds what the update follows from`() throws {
    let trace = try xorScenario(epochs: 3, rest: "trace: {every: 1, unit: updates}").run()
    let before = try #require(trace.step(beforeUpdate: 2))
    let after = try #require(trace.step(beforeUpdate: 3))
    let gradient = try #require(before.gradients).flat
    let expected = zip(before.network.parameters, gradient).map { $0 - 0.5 * $1 }
    #expect(after.network.parameters == expected)
    #expect(before.loss == trace.history.updateLoss[1])
  }

  @Test func `what is kept changes nothing of the training`() throws {
    let bare = try moonScenario(rest: "trace: {}").run()
    let full = try moonScenario(rest: "trace: {}").run(also: .every(1).union(.every(1, .updates)))
    #expect(bare.last == full.last)
    #expect(bare.history == full.history)
    #expect(bare.steps.count == 2)
    #expect(full.steps.count == 4 + 30)
  }

  @Test func `a repeated run gives the same bits`() throws {
    let scenario = try moonScenario(train: ", optimizer: adam")
    let runs = try (0..<2).map { _ in try scenario.run(also: .every(1, .updates)) }
    #expect(runs[0] == runs[1])
  }

  @Test func `the batch size leaves rows and first weights as they were`() throws {
    let small = try moonScenario(batch: 5).run()
    let large = try moonScenario(batch: 50).run()
    #expect(small.first == large.first)
    #expect(small.last.network != large.last.network)
  }

  @Test func `another seed gives other weights`() throws {
    let traces = try [1, 2].map { try xorScenario(epochs: 0, seed: $0).run() }
    #expect(traces[0].first.network != traces[1].first.network)
  }

  @Test func `no epochs leave the network untrained`() throws {
    let trace = try xorScenario(epochs: 0).run()
    #expect(trace.steps.count == 1)
    #expect(trace.first.gradients != nil)
    #expect(trace.updateCount == 0)
    #expect(trace.history.epochs == [0])
  }

  @Test func `full batches give the same numbers whether or not the pass is reused`() throws {
    // A batch of all rows in two halves would differ; a hundred rows dropped to one batch do not.
    let whole = try moonScenario(epochs: 5, batch: 100).run()
    let dataset = whole.dataset
    var network = whole.first.network
    for _ in 0..<5 {
      let pass = network.forward(dataset.inputs)
      let gradients = network.backward(pass, against: dataset.targets, through: .binaryCrossEntropy)
      network.parameters = zip(network.parameters, gradients.flat).map { $0 - 0.1 * $1 }
    }
    #expect(whole.last.network == network)
  }

  @Test(arguments: 1...5)
  func `eight hidden units solve XOR from any seed`(seed: Int) throws {
    let trace = try scenario(
      """
      data: xor
      network: {layers: [8 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 2000}
      seed: \(seed)
      """
    ).run()
    #expect(trace.last.accuracy == 1)
    #expect(trace.last.loss < 0.05)
  }

  @Test func `two hidden units can stay on the plateau where two rows are tied`() throws {
    let trace = try xorScenario(epochs: 20_000, seed: 7).run()
    // Two rows right and two at one half: a mean loss of ln 2/2, approached from above as the
    // weights grow without end.
    let plateau = Elementary.log(2) / 2
    #expect(trace.last.loss > plateau && trace.last.loss < plateau + 0.001)
  }

  @Test(arguments: Optimizer.all)
  func `every optimizer lowers the loss of the moons`(optimizer: Optimizer) throws {
    let trace = try scenario(
      """
      data: moons
      network: {layers: [4 tanh, 1 sigmoid]}
      train: {epochs: 50, batch: 20, optimizer: \(optimizer)}
      """
    ).run()
    #expect(trace.last.loss < trace.first.loss)
    #expect(trace.setup.rule == .gradientDescent(optimizer))
  }
}
