/// A single unit with a threshold, after Rosenblatt: it answers 1 or 0.
///
/// - Source: Rosenblatt 1958, The Perceptron
public struct Perceptron: Equatable, Sendable {
  /// What the unit answers exactly on its line.
  public enum Threshold: String, CaseIterable, Sendable {
    /// It answers 1 where `z >= 0`.
    case atLeastZero = ">="
    /// It answers 1 where `z > 0`.
    case aboveZero = ">"
  }

  /// The weights `w`, one for each input.
  public var weights: [Double]
  /// The bias `b`.
  public var bias: Double
  /// What the unit answers exactly on its line.
  public var threshold: Threshold

  /// Makes a perceptron.
  public init(weights: [Double], bias: Double, threshold: Threshold = .atLeastZero) {
    self.weights = weights
    self.bias = bias
    self.threshold = threshold
  }

  /// The pre-activation `z = w·x + b`, summed over the inputs in order, then the bias.
  public func preActivation(_ x: [Double]) -> Double {
    precondition(x.count == weights.count, "\(x.count) inputs for \(weights.count) weights")
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * x[index] }
    return sum + bias
  }

  /// The answer, 1 or 0; 0 if the pre-activation is NaN.
  public func predict(_ x: [Double]) -> Int {
    answer(at: preActivation(x))
  }

  /// The answer at a pre-activation, 1 or 0; 0 at NaN.
  public func answer(at preActivation: Double) -> Int {
    switch threshold {
    case .atLeastZero: preActivation >= 0 ? 1 : 0
    case .aboveZero: preActivation > 0 ? 1 : 0
    }
  }

  /// Corrects the weights for one sample: `w ← w + ηex`, `b ← b + ηe`, where `e = target - answer`.
  ///
  /// - Parameters:
  ///   - x: The inputs.
  ///   - target: What the answer should be, 0 or 1.
  ///   - rate: The learning rate `η`.
  /// - Returns: The error `e`: -1, 0 or 1; at 0 nothing changes.
  @discardableResult
  public mutating func learn(_ x: [Double], target: Int, rate: Double = 1) -> Int {
    let error = target - predict(x)
    guard error != 0 else { return 0 }
    let step = rate * Double(error)
    for index in weights.indices { weights[index] += step * x[index] }
    bias += step
    return error
  }
}
