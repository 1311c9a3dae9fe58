/// How wrong the outputs of a network are, and the derivative of that.
///
/// The loss of one sample compares `K` outputs `a` with `K` targets `y`. Logarithms are natural, so
/// cross-entropies are in nats. A loss that fits the activation of the output layer (sigmoid or
/// softmax) is computed from the pre-activations `z`: then it is finite wherever the true value is.
public struct Loss: Sendable, Equatable, CustomStringConvertible {
  /// The name used in lessons.
  public let name: String
  /// Whether it compares with −1 and +1 for two classes instead of 0 and 1.
  public let hasSignedTargets: Bool
  let formula: LossFormula
  let fused: FusedLoss?

  /// Makes a loss that adds up something of each output and its target.
  ///
  /// - Parameters:
  ///   - name: The name used in lessons; losses of the same name count as equal.
  ///   - averagedOverOutputs: Whether to divide by the number of outputs.
  ///   - value: The loss of one output, from the output and its target.
  ///   - derivative: The derivative of `value` by the output.
  public init(
    name: String, averagedOverOutputs: Bool,
    value: @escaping @Sendable (_ output: Double, _ target: Double) -> Double,
    derivative: @escaping @Sendable (_ output: Double, _ target: Double) -> Double
  ) {
    self.init(
      name: name,
      formula: .elementwise(
        averaged: averagedOverOutputs, value: { lanewise(value, $1, $2) },
        slope: { lanewise(derivative, $1, $2) }))
  }

  init(
    name: String, hasSignedTargets: Bool = false, formula: LossFormula, fused: FusedLoss? = nil
  ) {
    self.name = name
    self.hasSignedTargets = hasSignedTargets
    self.formula = formula
    self.fused = fused
  }

  /// What the outputs must be probabilities of; nil if it takes any outputs.
  public var probabilities: ProbabilityModel? { fused?.probabilities }

  /// The loss of each sample, from outputs and targets, both `[samples x K]`.
  public func values(of outputs: Matrix, against targets: Matrix) -> [Double] {
    (0..<outputs.rows).map { row in
      let outputs = outputs.selectingRows([row])
      let targets = targets.selectingRows([row])
      return LossComparison.with(outputs: outputs, targets: targets) { $0.sum(of: self) }
    }
  }

  /// Whether both have the same name.
  public static func == (left: Loss, right: Loss) -> Bool { left.name == right.name }

  /// The name used in lessons.
  public var description: String { name }

  /// The loss of a name, or of one of the short forms `bce`, `bce-sum` and `cce`; nil if unknown.
  ///
  /// Underscores may stand for hyphens.
  public static func named(_ name: String) -> Loss? {
    let hyphenated = String(name.map { $0 == "_" ? "-" : $0 })
    switch hyphenated {
    case "bce": return binaryCrossEntropy
    case "bce-sum": return binaryCrossEntropySum
    case "cce": return categoricalCrossEntropy
    default: return all.first { $0.name == hyphenated }
    }
  }

  /// Every loss that a lesson can name.
  public static let all: [Loss] = [
    halfSquaredError, squaredError, meanSquaredError, binaryCrossEntropy, binaryCrossEntropySum,
    categoricalCrossEntropy, hinge, huber,
  ]

  /// Half the sum of squared errors: `1/2 Σ (a - y)²`; derivative `a - y`.
  ///
  /// - Source: Rumelhart, Hinton & Williams 1986, eq. 3
  public static let halfSquaredError = Loss(
    name: "half-sse",
    formula: .elementwise(averaged: false) { _, output, target in
      0.5 * squared(output - target)
    } slope: { _, output, target in
      output - target
    })

  /// The sum of squared errors: `Σ (a - y)²`; derivative `2(a - y)`.
  ///
  /// - Source: Bishop, Pattern Recognition and Machine Learning, section 1.1
  public static let squaredError = Loss(
    name: "sse",
    formula: .elementwise(averaged: false) { _, output, target in
      squared(output - target)
    } slope: { _, output, target in
      2 * (output - target)
    })

  /// The mean of squared errors: `1/K Σ (a - y)²`; derivative `2(a - y)/K`.
  ///
  /// - Source: Goodfellow, Bengio & Courville, Deep Learning, section 5.1.4
  public static let meanSquaredError = Loss(
    name: "mse",
    formula: .elementwise(averaged: true) { _, output, target in
      squared(output - target)
    } slope: { _, output, target in
      2 * (output - target)
    })

  /// Mean cross-entropy of `K` yes-no answers: `-1/K Σ (y ln a + (1 - y) ln(1 - a))`.
  ///
  /// Derivative `((1 - y)/(1 - a) - y/a)/K`, which is `(a - y)/(a(1 - a))/K`. Targets 0 to 1. On
  /// sigmoid outputs `max(z, 0) - zy + ln(1 + e^-|z|)` for each output, and `dz = (a - y)/K`.
  /// - Source: Bishop, Pattern Recognition and Machine Learning, eq. 4.90
  public static let binaryCrossEntropy = Loss(
    name: "binary-cross-entropy", formula: .binaryCrossEntropy(averaged: true),
    fused: .sigmoidCrossEntropy(averaged: true))

  /// Cross-entropy of `K` yes-no answers added up: `-Σ (y ln a + (1 - y) ln(1 - a))`.
  ///
  /// As `binaryCrossEntropy`, without the division by `K`.
  /// - Source: Bishop, Pattern Recognition and Machine Learning, eq. 4.90
  public static let binaryCrossEntropySum = Loss(
    name: "binary-cross-entropy-sum", formula: .binaryCrossEntropy(averaged: false),
    fused: .sigmoidCrossEntropy(averaged: false))

  /// Cross-entropy of one choice among `K`: `-Σ y ln a`; derivative `-y/a`.
  ///
  /// Targets are 0 to 1 and normally add up to 1. On softmax outputs
  /// `ln a = (z - max z) - ln Σ e^(z - max z)`, and `dz = a Σy - y`.
  /// - Source: Bishop, Pattern Recognition and Machine Learning, eq. 4.108
  public static let categoricalCrossEntropy = Loss(
    name: "categorical-cross-entropy", formula: .categoricalCrossEntropy,
    fused: .softmaxCrossEntropy)

  /// The hinge loss of targets -1 and 1: `1/K Σ max(0, 1 - ya)`.
  ///
  /// Derivative `-y/K` where `ya < 1`, else 0, also at the kink.
  /// - Source: Bishop, Pattern Recognition and Machine Learning, eq. 7.44
  public static let hinge = Loss(
    name: "hinge", hasSignedTargets: true,
    formula: .elementwise(averaged: true) { _, output, target in
      (1 - target * output).limited(from: 0)
    } slope: { _, output, target in
      (-target).replacing(with: 0, where: 1 - target * output .<= 0)
    })

  /// The Huber loss with threshold 1: `1/K Σ h(a - y)`, `h(r) = r²/2` if `|r| <= 1`, else `|r| - 1/2`.
  ///
  /// Derivative `a - y`, clipped to -1 ... 1, over `K`.
  /// - Source: Huber 1964, Robust Estimation of a Location Parameter
  public static let huber = Loss(
    name: "huber",
    formula: .elementwise(averaged: true) { _, output, target in
      let size = (output - target).magnitudes
      return (size - 0.5).replacing(with: 0.5 * squared(size), where: size .<= 1)
    } slope: { _, output, target in
      (output - target).limited(to: 1).limited(from: -1)
    })
}

private func squared(_ error: Lanes) -> Lanes { error * error }

/// A function of single numbers, lane by lane.
private func lanewise(
  _ function: (Double, Double) -> Double, _ output: Lanes, _ target: Lanes
) -> Lanes {
  var result = Lanes()
  for lane in 0..<Lanes.scalarCount { result[lane] = function(output[lane], target[lane]) }
  return result
}
