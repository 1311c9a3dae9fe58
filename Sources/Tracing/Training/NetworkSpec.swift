public import Networks

/// A network before its training, and the loss that it shall minimize.
public struct NetworkSpec: Sendable {
  /// The layers from the first hidden one to the output.
  public var layers: [LayerShape]
  /// The loss.
  public var loss: Loss
  /// First parameters in the order of `Network.parameters`; nil means drawn by the initializers.
  public var parameters: [Double]?

  /// Makes a network.
  public init(layers: [LayerShape], loss: Loss, parameters: [Double]? = nil) {
    precondition(!layers.isEmpty, "a network without a layer")
    self.layers = layers
    self.loss = loss
    self.parameters = parameters
  }

  /// The output layer.
  public var output: LayerShape { layers[layers.count - 1] }

  /// Number of inputs, then of the units of each layer.
  func widths(inputCount: Int) -> [Int] { [inputCount] + layers.map { $0.units } }

  /// Number of weights and biases for so many inputs.
  public func parameterCount(inputCount: Int) -> Int {
    let widths = widths(inputCount: inputCount)
    return zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// Where the first weights and biases come from.
  var firstParameters: FirstParameters {
    parameters == nil ? .drawn(by: layers.map { $0.initializer }) : .given
  }

  /// Whether another seed gives other first weights.
  var dependsOnSeed: Bool {
    parameters == nil && layers.contains { $0.initializer.distribution != .constant }
  }

  /// The untrained network: the same for the same layers, inputs and seed, whatever the training.
  public func start(inputCount: Int, seed: UInt64) -> Network {
    var generator = RandomStream.weights.generator(seed: seed)
    var network = Network(inputCount: inputCount, shapes: layers, using: &generator)
    if let parameters { network.parameters = parameters }
    return network
  }
}
