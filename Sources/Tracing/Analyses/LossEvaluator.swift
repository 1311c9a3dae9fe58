public import Networks

/// The loss of one network and data set, for any number of other parameters.
///
/// It keeps its memory from one evaluation to the next, so that a surface of thousands of points
/// allocates nothing for each of them.
public struct LossEvaluator: Sendable {
  /// How many parameters there are.
  public let parameterCount: Int
  private var network: Network
  private var evaluator: NetworkEvaluator
  private let inputs: Matrix
  private let targets: Matrix
  private let loss: Loss
  private var pass = ForwardPass()
  private var gradients = Gradients()

  /// Makes the evaluator of a network's shape on the rows of a data set.
  public init(_ network: Network, data: Dataset, loss: Loss) {
    self.init(network, inputs: data.inputs, targets: data.targets, loss: loss)
  }

  /// Makes the evaluator of a network's shape on inputs `[rows × inputs]` and their targets.
  public init(_ network: Network, inputs: Matrix, targets: Matrix, loss: Loss) {
    self.network = network
    evaluator = NetworkEvaluator(like: network, inputs: inputs)
    self.inputs = inputs
    self.targets = targets
    self.loss = loss
    parameterCount = network.parameterCount
  }

  /// The mean loss over the rows at some parameters; NaN or infinity where that is its value.
  public mutating func loss(at parameters: [Double]) -> Double {
    evaluator.loss(loss, against: targets, at: parameters)
  }

  /// The gradient of the mean loss at some parameters, in the order of `Network.parameters`.
  public mutating func gradient(at parameters: [Double]) -> [Double] {
    differentiate(at: parameters)
    return gradients.flat
  }

  /// The Euclidean length of the gradient at some parameters.
  public mutating func gradientLength(at parameters: [Double]) -> Double {
    differentiate(at: parameters)
    var square = 0.0
    for layer in gradients.weights.indices {
      for slope in gradients.weights[layer].values { square += slope * slope }
      for slope in gradients.biases[layer] { square += slope * slope }
    }
    return square.squareRoot()
  }

  private mutating func differentiate(at parameters: [Double]) {
    network.parameters = parameters
    network.forward(inputs, into: &pass)
    network.backward(pass, against: targets, through: loss, into: &gradients)
  }
}
