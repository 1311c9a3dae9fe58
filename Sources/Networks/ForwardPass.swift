/// Everything that a network computes for some samples on the way from inputs to outputs.
public struct ForwardPass: Equatable, Sendable {
  /// The pre-activations `z(1)...z(L)`, each `[samples x units]`; index 0 is the first layer.
  public internal(set) var preActivations: [Matrix]
  /// The activations `a(0)...a(L)`, each `[samples x units]`; index 0 is the inputs.
  public internal(set) var activations: [Matrix]

  /// Makes a pass of no layers, to be filled by `Network.forward(_:into:)`.
  public init() {
    preActivations = []
    activations = [Matrix(rows: 0, columns: 0)]
  }

  /// The activations of the last layer, `[samples x outputs]`.
  public var outputs: Matrix { activations[activations.count - 1] }

  /// How many samples there are.
  public var sampleCount: Int { activations[0].rows }

  mutating func reshape(layerCount: Int) {
    guard preActivations.count != layerCount else { return }
    let none = Matrix(rows: 0, columns: 0)
    preActivations = [Matrix](repeating: none, count: layerCount)
    activations = [Matrix](repeating: none, count: layerCount + 1)
  }
}
