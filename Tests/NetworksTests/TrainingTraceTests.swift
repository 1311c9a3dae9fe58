import GoldenNumbers
import Networks
import Testing

private struct TrainingTraces: Decodable {
  let tolerance: Tolerance
  let traces: [Run]

  struct Run: Decodable, Sendable, CustomStringConvertible {
    let id: String
    let activations: [String]
    let loss: String
    let inputs: [[Double]]
    let targets: [[Double]]
    let learningRate: Double
    let batchSize: Int
    let epochs: Int
    let amplification: Double
    let records: [Record]
    let losses: [Double]

    var description: String { id }
  }

  struct Record: Decodable, Sendable {
    let epoch: Int
    let updates: Int
    let weights: [[[Double]]]
    let biases: [[Double]]
    let loss: Double
    let outputs: [[Double]]
  }
}

/// A network trained as the golden files say: rows in order, plain gradient descent.
private struct Training {
  var network: Network
  let inputs: Matrix
  let targets: Matrix
  let loss: Loss
  let batches: MiniBatches
  var state: OptimizerState

  init(_ run: TrainingTraces.Run) throws {
    let start = run.records[0]
    network = try GoldenNetwork(
      activations: run.activations, weights: start.weights, biases: start.biases
    ).network
    inputs = Matrix(run.inputs)
    targets = Matrix(run.targets)
    loss = try #require(Loss.named(run.loss))
    batches = MiniBatches(rows: inputs.rows, size: run.batchSize)
    state = Optimizer.sgd(learningRate: run.learningRate)
      .start(parameterCount: network.parameterCount)
  }

  var currentLoss: Double { network.loss(loss, of: inputs, against: targets) }

  mutating func runEpoch() {
    for rows in batches.slices(of: Array(0..<inputs.rows)) {
      let pass = network.forward(inputs.selectingRows(rows))
      let gradients = network.backward(
        pass, against: targets.selectingRows(rows), through: loss)
      state.update(&network, with: gradients)
    }
  }
}

private func golden() throws -> TrainingTraces { try GoldenNumbers.golden("training-traces") }

struct TrainingTraceTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  @Test(arguments: try golden().traces)
  private func `the loss of every epoch`(run: TrainingTraces.Run) throws {
    var training = try Training(run)
    var losses = [training.currentLoss]
    for _ in 0..<run.epochs {
      training.runEpoch()
      losses.append(training.currentLoss)
    }
    let mismatch = tolerance.mismatch(losses, run.losses, amplification: run.amplification)
    #expect(mismatch == nil)
  }

  @Test(arguments: try golden().traces)
  private func `parameters and outputs of recorded epochs`(run: TrainingTraces.Run) throws {
    var training = try Training(run)
    var epoch = 0
    for record in run.records {
      while epoch < record.epoch {
        training.runEpoch()
        epoch += 1
      }
      let want = zip(record.weights, record.biases).flatMap { $0.flatMap(\.self) + $1 }
      let outputs = training.network.outputs(for: training.inputs).values
      #expect(training.state.updateCount == record.updates)
      expectClose(training.network.parameters, want, run.amplification)
      expectClose(outputs, record.outputs.flatMap(\.self), run.amplification)
    }
  }

  private func expectClose(_ got: [Double], _ want: [Double], _ amplification: Double) {
    #expect(tolerance.mismatch(got, want, amplification: amplification) == nil)
  }
}
