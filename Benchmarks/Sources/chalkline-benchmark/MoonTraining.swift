import Networks

/// The training of W2 and W3: the two moons in 40 mini-batches an epoch, by Adam.
struct MoonTraining {
  let inputs: Matrix
  let targets: Matrix
  private let orders: [[Int]]
  private let start: Network

  init(_ data: DataFolder, _ name: String, sizes: [Int]) throws {
    (inputs, targets) = try data.moons()
    orders = try data.orders()
    start = try data.network(name, sizes: sizes)
  }

  /// Trains for all epochs; `body` gets the network after each, and the mean loss of its batches.
  func run(_ body: (_ epoch: Int, Network, _ loss: Double) -> Void = { _, _, _ in }) -> Network {
    let batches = MiniBatches(rows: inputs.rows, size: 10)
    var tape = Tape(of: start, inputs: inputs.selectingRows(Array(0..<10)))
    var state = Optimizer.adam(learningRate: 0.01).start(parameterCount: start.parameterCount)
    var targets = Matrix(rows: 0, columns: 0)
    for (epoch, order) in orders.enumerated() {
      var loss = 0.0
      for batch in 0..<batches.updateCount {
        let rows = order[batches.range(batch)]
        tape.takeInputs(inputs, rows: rows)
        self.targets.selectRows(rows, into: &targets)
        tape.forward()
        tape.backward(against: targets, through: .binaryCrossEntropy)
        loss += tape.loss
        tape.update(with: &state)
      }
      body(epoch, tape.network, loss / Double(batches.updateCount))
    }
    return tape.network
  }
}
