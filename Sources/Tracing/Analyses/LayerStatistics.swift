public import Networks

/// How signals and gradients are spread in each layer of a network.
///
/// Derivatives by `z` and `a` are those of each row's own loss, so that they do not depend on the
/// number of rows; derivatives by weights are those of the mean loss.
public struct LayerStatistics: Equatable, Sendable {
  /// The numbers of one layer.
  public struct LayerSummary: Equatable, Sendable {
    /// Pre-activations `z`.
    public let preActivations: Distribution
    /// Activations `a`.
    public let activations: Distribution
    /// Derivatives by `z`.
    public let preActivationGradients: Distribution
    /// Derivatives by `a`.
    public let activationGradients: Distribution
    /// Derivatives of the mean loss by each weight.
    public let weightGradients: Distribution
    /// The weights themselves.
    public let weights: Distribution
    /// The mean over rows and weights of the squared derivative of a row's own loss by a weight.
    public let weightGradientMeanSquare: Double
    /// The share of activations that are saturated, 0...1; nil if the function does not saturate.
    ///
    /// Of relu, those that are exactly 0; of tanh, those beyond ±0.99; of sigmoid, those below 0.005 or
    /// above 0.995; see `Saturation`.
    public let saturatedShare: Double?
    /// How many activations are exactly 0.
    public let zeroCount: Int
  }

  /// Where the derivatives come from.
  public enum Signal: Equatable, Sendable {
    /// A loss against targets `[rows × outputs]`.
    case loss(Loss, targets: Matrix)
    /// Derivatives by the last activations drawn from the normal distribution of deviation 1, which
    /// shows what the layers do to any gradient.
    case normal(seed: UInt64)
  }

  /// What the histograms cover.
  public struct Bins: Equatable, Sendable {
    /// How many bins each histogram has, 1 or more; if odd, a symmetric one has a bin around 0.
    public var count: Int
    /// The range for pre-activations.
    public var preActivations: HistogramRange
    /// The range for activations.
    public var activations: HistogramRange
    /// The range for derivatives by pre-activations, and for those by activations.
    public var gradients: HistogramRange
    /// The range for weights and, apart from them, for the derivatives by weights.
    public var weights: HistogramRange

    /// Makes a choice of bins.
    public init(
      count: Int = 41, preActivations: HistogramRange = .shared,
      activations: HistogramRange = .shared, gradients: HistogramRange = .shared,
      weights: HistogramRange = .shared
    ) {
      self.count = count
      self.preActivations = preActivations
      self.activations = activations
      self.gradients = gradients
      self.weights = weights
    }
  }

  /// The layers from the one nearest the input to the output layer.
  public let layers: [LayerSummary]
  /// The mean square of the inputs, which `MeanField` starts from.
  public let inputMeanSquare: Double

  /// The statistics of a network on some inputs `[rows × inputs]`.
  public static func of(
    _ network: Network, inputs: Matrix, signal: Signal, bins: Bins = Bins()
  ) -> LayerStatistics {
    let pass = network.forward(inputs)
    let gradients: Gradients
    switch signal {
    case .loss(let loss, let targets):
      gradients = network.backward(pass, against: targets, through: loss, averaged: false)
    case .normal(let seed):
      let injected = normal(
        rows: inputs.rows, columns: network.outputCount, stream: 17, seed: seed)
      gradients = network.backward(pass, against: injected, through: injection, averaged: false)
    }
    return LayerStatistics(network, pass, gradients, rowScale: 1, bins: bins)
  }

  /// The statistics of a kept moment of a training, with the derivatives that it had.
  ///
  /// Nil for a perceptron, which has no derivatives.
  public static func of(_ step: TraceStep, bins: Bins = Bins()) -> LayerStatistics? {
    step.gradients.map {
      LayerStatistics(
        step.network, step.forward, $0, rowScale: Double(step.rows.count), bins: bins)
    }
  }

  /// Inputs of the normal distribution with mean 0 and deviation 1, `[rows × columns]`.
  public static func normalInputs(rows: Int, columns: Int, seed: UInt64) -> Matrix {
    normal(rows: rows, columns: columns, stream: 16, seed: seed)
  }

  private static func normal(rows: Int, columns: Int, stream: UInt64, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed).stream(stream)
    let values = (0..<rows * columns).map { _ in generator.normal() }
    return Matrix(rows: rows, columns: columns, values: values)
  }

  /// A sum of outputs times targets: its derivatives by the outputs are the targets themselves.
  private static let injection = Loss(name: "injection", averagedOverOutputs: false) {
    output, target in
    output * target
  } derivative: { _, target in
    target
  }

  /// Describes a pass and gradients; `rowScale` times the derivatives are those of a row's own loss.
  private init(
    _ network: Network, _ pass: ForwardPass, _ gradients: Gradients, rowScale: Double, bins: Bins
  ) {
    let rowGradients = { (matrix: Matrix) in
      rowScale == 1 ? matrix.values : matrix.values.times(rowScale)
    }
    // Whatever the scale was, these are derivatives of the mean.
    let meanScale = rowScale / Double(pass.sampleCount)
    let byPreActivations = gradients.preActivations.map(rowGradients)
    func describe(_ values: [[Double]], _ range: HistogramRange) -> [Distribution] {
      zip(values, range.ranges(of: values)).map {
        Distribution(of: $0, in: $1, bins: bins.count)
      }
    }
    let z = describe(pass.preActivations.map { $0.values }, bins.preActivations)
    let a = describe(pass.activations.dropFirst().map { $0.values }, bins.activations)
    let dz = describe(byPreActivations, bins.gradients)
    let da = describe(gradients.activations.dropFirst().map(rowGradients), bins.gradients)
    let dw = describe(gradients.weights.map { $0.values.times(meanScale) }, bins.weights)
    let w = describe(network.layers.map { $0.weights.values }, bins.weights)
    inputMeanSquare = Distribution(of: pass.activations[0].values, in: -1...1, bins: 1).meanSquare
    layers = network.layers.indices.map { index in
      LayerSummary(
        preActivations: z[index], activations: a[index], preActivationGradients: dz[index],
        activationGradients: da[index], weightGradients: dw[index], weights: w[index],
        weightGradientMeanSquare: Self.meanSquareOfProducts(
          byPreActivations[index], pass.activations[index]),
        saturatedShare: Self.saturatedShare(
          network.layers[index].activation, pass.preActivations[index],
          pass.activations[index + 1]),
        zeroCount: pass.activations[index + 1].values.count { $0 == 0 })
    }
  }

  private static func saturatedShare(
    _ activation: Activation, _ z: Matrix, _ a: Matrix
  ) -> Double? {
    activation.saturatedCount(preActivations: z.values, activations: a.values)
      .map { Double($0) / Double(a.values.count) }
  }

  /// The mean of `(dz·a)²` over rows, units and inputs, which is a product of two sums in each row.
  private static func meanSquareOfProducts(_ gradients: [Double], _ inputs: Matrix) -> Double {
    let rows = inputs.rows
    guard rows > 0 else { return .nan }
    let units = gradients.count / rows
    var total = 0.0
    for row in 0..<rows {
      var (gradientSum, inputSum) = (0.0, 0.0)
      for place in row * units..<(row + 1) * units {
        gradientSum += gradients[place] * gradients[place]
      }
      for place in row * inputs.columns..<(row + 1) * inputs.columns {
        inputSum += inputs.values[place] * inputs.values[place]
      }
      total += gradientSum * inputSum
    }
    return total / Double(rows * units * inputs.columns)
  }
}
