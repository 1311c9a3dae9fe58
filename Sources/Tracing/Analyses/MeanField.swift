public import Networks

/// What the variances of signals and gradients should be in very wide layers with random weights.
///
/// With weights of mean 0 and variance `V`, and biases of 0, the pre-activations of a layer of fan-in
/// `n` are normal with variance `q = n·V·E[a²]` of the activations before, and then
/// `a = φ(√q·Z)`, `Z` normal. Backwards, `Var dz = Var da·E[φ'²]`, and `da` of the layer before has
/// `m·V·Var dz` of a layer with `m` units. Finite layers deviate, the more the deeper. Softmax takes
/// units together and has no such theory: what depends on it is NaN.
///
/// - Source: Poole, Lahiri, Raghu, Sohl-Dickstein & Ganguli 2016, Exponential Expressivity in Deep
///   Neural Networks; Schoenholz, Gilmer, Ganguli & Sohl-Dickstein 2017, Deep Information Propagation
public struct MeanField: Equatable, Sendable {
  /// The variances of one layer.
  public struct LayerVariances: Equatable, Sendable {
    /// Of the pre-activations, whose mean is 0.
    public let preActivations: Double
    /// Of the activations about their mean.
    public let activations: Double
    /// Of the derivatives by pre-activations.
    public let preActivationGradients: Double
    /// Of the derivatives by activations.
    public let activationGradients: Double
  }

  /// The layers from the one nearest the input to the output layer.
  public let layers: [LayerVariances]

  /// The theory of layers that are drawn by their initializers.
  ///
  /// - Parameters:
  ///   - shapes: The layers.
  ///   - inputCount: The number of inputs.
  ///   - inputMeanSquare: The mean square of the inputs: 1 if they are normal with deviation 1.
  ///   - gradientVariance: The variance of the derivatives by the last activations.
  public init(
    of shapes: [LayerShape], inputCount: Int, inputMeanSquare: Double = 1,
    gradientVariance: Double = 1
  ) {
    var fanIn = inputCount
    var widths: [RandomLayer] = []
    for shape in shapes {
      widths.append(
        RandomLayer(
          fanIn: fanIn, units: shape.units, activation: shape.activation,
          weightVariance: shape.initializer.variance(fanIn: fanIn, fanOut: shape.units),
          biasMeanSquare: 0))
      fanIn = shape.units
    }
    self.init(widths, inputMeanSquare, .byActivations(variance: gradientVariance))
  }

  /// The theory of a network as it is: random layers of the mean squares of its weights and biases.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - inputMeanSquare: The mean square of the inputs.
  ///   - gradientVariance: The variance of the derivatives by the last activations.
  public init(of network: Network, inputMeanSquare: Double = 1, gradientVariance: Double = 1) {
    self.init(
      Self.layers(of: network), inputMeanSquare, .byActivations(variance: gradientVariance))
  }

  /// The theory of a network as it is, from known derivatives by its last pre-activations on.
  ///
  /// Of a sigmoid with cross-entropy these are `ŷ − y`, however flat the sigmoid is there.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - inputMeanSquare: The mean square of the inputs.
  ///   - outputGradientVariance: The variance of the derivatives by the last pre-activations.
  public init(of network: Network, inputMeanSquare: Double, outputGradientVariance: Double) {
    self.init(
      Self.layers(of: network), inputMeanSquare,
      .byPreActivations(variance: outputGradientVariance))
  }

  private static func layers(of network: Network) -> [RandomLayer] {
    network.layers.map { layer in
      RandomLayer(
        fanIn: layer.fanIn, units: layer.fanOut, activation: layer.activation,
        weightVariance: layer.weights.values.dot(layer.weights.values)
          / Double(layer.weights.values.count),
        biasMeanSquare: layer.biases.dot(layer.biases) / Double(layer.biases.count))
    }
  }

  private struct RandomLayer {
    let fanIn: Int
    let units: Int
    let activation: Activation
    let weightVariance: Double
    let biasMeanSquare: Double
  }

  /// Where the derivatives of the last layer are known.
  private enum OutputGradient {
    case byActivations(variance: Double)
    case byPreActivations(variance: Double)
  }

  private init(_ layers: [RandomLayer], _ inputMeanSquare: Double, _ output: OutputGradient) {
    var meanSquare = inputMeanSquare
    var forward: [(variance: Double, moments: NormalMoments)] = []
    for layer in layers {
      let variance = Double(layer.fanIn) * layer.weightVariance * meanSquare + layer.biasMeanSquare
      let moments = NormalMoments(of: layer.activation, variance: variance)
      forward.append((variance, moments))
      meanSquare = moments.meanSquare
    }
    var (gradient, known): (Double, Double?) =
      switch output {
      case .byActivations(let variance): (variance, nil)
      case .byPreActivations(let variance): (.nan, variance)
      }
    var result: [LayerVariances] = []
    for (layer, (variance, moments)) in zip(layers, forward).reversed() {
      let byPreActivations = known ?? gradient * moments.derivativeMeanSquare
      known = nil
      result.append(
        LayerVariances(
          preActivations: variance, activations: moments.variance,
          preActivationGradients: byPreActivations, activationGradients: gradient))
      gradient = Double(layer.units) * layer.weightVariance * byPreActivations
    }
    self.layers = result.reversed()
  }
}

extension WeightInitializer {
  /// The variance of the weights of a layer; of a constant, its square: the mean square counts.
  fileprivate func variance(fanIn: Int, fanOut: Int) -> Double {
    let scale = scale(fanIn: fanIn, fanOut: fanOut)
    return distribution == .uniform ? scale * scale / 3 : scale * scale
  }
}
