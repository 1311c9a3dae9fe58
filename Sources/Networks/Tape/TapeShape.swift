/// Where the numbers that a network computes for some samples lie in the list of a `Tape`.
///
/// First the loss; then the parameters, `W(1)`, `b(1)`, `W(2)`, ...; then the values, `z(1)`, `a(1)`,
/// `z(2)`, ...; then the derivatives of the loss by the parameters and by the values, in the same
/// order. Matrices lie row after row, one row a unit for weights, one row a sample for values.
public final class TapeShape: Sendable, Equatable {
  /// The sizes of a layer, and the places of its first numbers.
  struct PlacedLayer: Sendable {
    let dense: DenseLayer
    let weights: Int
    let biases: Int
    let preActivations: Int
    let activations: Int

    var valueCount: Int { dense.sampleCount &* dense.fanOut }
  }

  /// How many samples there are.
  public let sampleCount: Int
  /// How many numbers a sample has.
  public let inputCount: Int
  /// How many weights and biases there are.
  public let parameterCount: Int
  /// How many numbers there are in all.
  public let count: Int
  let layers: [PlacedLayer]
  /// The activations of the layers; apart, so that looking for a place copies no activation.
  let activations: [Activation]
  /// The derivative by number `i`, a parameter or a value, is number `i + gradientShift`.
  let gradientShift: Int

  /// The shape for a network at work on so many samples.
  public convenience init(of network: Network, sampleCount: Int) {
    self.init(
      inputCount: network.inputCount, units: network.layers.map { $0.fanOut },
      activations: network.layers.map { $0.activation }, sampleCount: sampleCount)
  }

  /// The shape for layers of so many units, each with its activation.
  public init(inputCount: Int, units: [Int], activations: [Activation], sampleCount: Int) {
    precondition(
      sampleCount >= 0 && !units.isEmpty && units.count == activations.count,
      "a tape of \(units.count) layers and \(sampleCount) samples")
    self.sampleCount = sampleCount
    self.inputCount = inputCount
    self.activations = activations
    let widths = [inputCount] + units
    parameterCount = zip(widths, units).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    var parameters = 1
    var values = 1 + parameterCount
    var placed: [PlacedLayer] = []
    for (fanIn, fanOut) in zip(widths, units) {
      placed.append(
        PlacedLayer(
          dense: DenseLayer(fanIn: fanIn, fanOut: fanOut, sampleCount: sampleCount),
          weights: parameters, biases: parameters + fanIn * fanOut, preActivations: values,
          activations: values + sampleCount * fanOut))
      parameters += (fanIn + 1) * fanOut
      values += 2 * sampleCount * fanOut
    }
    layers = placed
    gradientShift = values - 1
    count = 1 + 2 * gradientShift
  }

  /// The same layers at work on another number of samples.
  public func withSamples(_ sampleCount: Int) -> TapeShape {
    TapeShape(
      inputCount: inputCount, units: layers.map { $0.dense.fanOut }, activations: activations,
      sampleCount: sampleCount)
  }

  /// Whether both are of the same layers and the same number of samples.
  public static func == (left: TapeShape, right: TapeShape) -> Bool {
    left === right
      || left.sampleCount == right.sampleCount && left.inputCount == right.inputCount
        && left.activations == right.activations
        && left.layers.map { $0.dense.fanOut } == right.layers.map { $0.dense.fanOut }
  }
}
