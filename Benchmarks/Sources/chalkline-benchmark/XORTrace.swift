import Networks

/// W1: a network of four hidden units learns XOR, and every number of every epoch is kept.
struct XORTrace {
  private static let epochs = 5000
  private static let numbersPerEpoch = 115

  private var network: Network
  private let inputs = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
  private let targets = Matrix([[0], [1], [1], [0]])

  init(_ data: DataFolder) throws {
    network = try data.network("xor_init.f64", sizes: [2, 4, 1])
  }

  /// Returns, for each epoch, the loss, the parameters, the values of the passes and all gradients.
  func run() -> [Double] {
    var network = network
    var state = Optimizer.sgd(learningRate: 0.5).start(parameterCount: network.parameterCount)
    var pass = ForwardPass()
    var gradients = Gradients()
    var trace: [Double] = []
    trace.reserveCapacity(Self.epochs * Self.numbersPerEpoch)
    for _ in 0..<Self.epochs {
      network.forward(inputs, into: &pass)
      network.backward(pass, against: targets, through: .binaryCrossEntropy, into: &gradients)
      trace.append(gradients.loss)
      for layer in network.layers {
        trace += layer.weights.values
        trace += layer.biases
      }
      for index in network.layers.indices {
        trace += pass.preActivations[index].values
        trace += pass.activations[index + 1].values
      }
      for index in network.layers.indices {
        trace += gradients.weights[index].values
        trace += gradients.biases[index]
      }
      for index in network.layers.indices {
        trace += gradients.preActivations[index].values
        trace += gradients.activations[index + 1].values
      }
      state.update(&network, with: gradients)
    }
    return trace
  }
}
