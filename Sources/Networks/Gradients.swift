/// The derivatives of one loss by everything that took part in computing it.
///
/// Each has the shape of what it is the derivative by. The unit is that of the loss for each unit of
/// the parameter or value.
public struct Gradients: Equatable, Sendable {
  /// The loss of the batch: the mean over its samples, or their sum, as asked for.
  public internal(set) var loss: Double
  /// Derivatives by the weights of each layer, `[units x inputs]`.
  public internal(set) var weights: [Matrix]
  /// Derivatives by the biases of each layer.
  public internal(set) var biases: [[Double]]
  /// Derivatives by the pre-activations `z(1)...z(L)`, each `[samples x units]`.
  public internal(set) var preActivations: [Matrix]
  /// Derivatives by the activations `a(0)...a(L)`, each `[samples x units]`; index 0 is the inputs.
  public internal(set) var activations: [Matrix]

  /// Makes gradients of no layers, to be filled by `Network.backward`.
  public init() {
    loss = 0
    weights = []
    biases = []
    preActivations = []
    activations = [Matrix(rows: 0, columns: 0)]
  }

  /// Derivatives by all parameters in one list, in the order of `Network.parameters`.
  public var flat: [Double] {
    var flat: [Double] = []
    for (weights, biases) in zip(weights, biases) {
      flat.append(contentsOf: weights.values)
      flat.append(contentsOf: biases)
    }
    return flat
  }

  mutating func reshape(layerCount: Int) {
    guard weights.count != layerCount else { return }
    let none = Matrix(rows: 0, columns: 0)
    weights = [Matrix](repeating: none, count: layerCount)
    biases = [[Double]](repeating: [], count: layerCount)
    preActivations = weights
    activations = [Matrix](repeating: none, count: layerCount + 1)
  }
}
