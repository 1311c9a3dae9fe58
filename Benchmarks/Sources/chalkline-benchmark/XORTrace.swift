import Networks

/// W1: a network of four hidden units learns XOR, and every number of every epoch is kept.
struct XORTrace {
  private static let epochs = 5000
  private static let numbersPerEpoch = 115

  private let network: Network
  private let inputs = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
  private let targets = Matrix([[0], [1], [1], [0]])

  init(_ data: DataFolder) throws {
    network = try data.network("xor_init.f64", sizes: [2, 4, 1])
  }

  /// Returns, for each epoch, the loss, the parameters, the values of the passes and all gradients.
  ///
  /// That is what a tape holds, in its order.
  func run() -> [Double] {
    var tape = Tape(of: network, inputs: inputs)
    var state = Optimizer.sgd(learningRate: 0.5).start(parameterCount: network.parameterCount)
    var trace: [Double] = []
    trace.reserveCapacity(Self.epochs * Self.numbersPerEpoch)
    for _ in 0..<Self.epochs {
      tape.forward()
      tape.backward(against: targets, through: .binaryCrossEntropy)
      trace += tape.numbers
      tape.update(with: &state)
    }
    return trace
  }
}
