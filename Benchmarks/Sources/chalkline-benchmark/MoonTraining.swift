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
    var network = start
    var state = Optimizer.adam(learningRate: 0.01).start(parameterCount: network.parameterCount)
    var pass = ForwardPass()
    var gradients = Gradients()
    var targets = Matrix(rows: 0, columns: 0)
    let batches = MiniBatches(rows: inputs.rows, size: 10)
    for (epoch, order) in orders.enumerated() {
      var loss = 0.0
      for batch in 0..<batches.updateCount {
        let rows = order[batches.range(batch)]
        network.forward(inputs, rows: rows, into: &pass)
        self.targets.selectRows(rows, into: &targets)
        network.backward(pass, against: targets, through: .binaryCrossEntropy, into: &gradients)
        loss += gradients.loss
        state.update(&network, with: gradients)
      }
      body(epoch, network, loss / Double(batches.updateCount))
    }
    return network
  }
}
