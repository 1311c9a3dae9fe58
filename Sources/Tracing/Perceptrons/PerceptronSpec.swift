public import Networks

/// A perceptron before its training.
public struct PerceptronSpec: Equatable, Sendable {
  /// First weights; nil means all 0.
  public var weights: [Double]?
  /// First bias.
  public var bias: Double
  /// What the unit answers exactly on its line.
  public var threshold: Perceptron.Threshold

  /// Makes a perceptron; by default all zero and answering 1 on its line.
  public init(
    weights: [Double]? = nil, bias: Double = 0, threshold: Perceptron.Threshold = .atLeastZero
  ) {
    self.weights = weights
    self.bias = bias
    self.threshold = threshold
  }

  /// The untrained perceptron for so many inputs.
  public func start(inputCount: Int) -> Perceptron {
    Perceptron(
      weights: weights ?? [Double](repeating: 0, count: inputCount), bias: bias,
      threshold: threshold)
  }
}
