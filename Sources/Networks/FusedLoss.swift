/// A loss computed from the pre-activations of one kind of output layer.
///
/// A class, so that finding it for every batch copies nothing.
final class FusedLoss: Sendable {
  /// What the outputs are probabilities of, whose pre-activations the formula takes.
  let probabilities: ProbabilityModel
  /// The loss, and its derivative by the outputs.
  let formula: LossFormula
  /// Writes the derivative of each row's own loss by its pre-activations.
  let differentiateByLogits: @Sendable (LossBuffers, UnsafeMutablePointer<Double>) -> Void

  private init(
    probabilities: ProbabilityModel, formula: LossFormula,
    differentiateByLogits: @escaping @Sendable (LossBuffers, UnsafeMutablePointer<Double>) -> Void
  ) {
    self.probabilities = probabilities
    self.formula = formula
    self.differentiateByLogits = differentiateByLogits
  }

  /// Cross-entropy of yes-no answers on sigmoid outputs.
  static func sigmoidCrossEntropy(averaged: Bool) -> FusedLoss {
    let formula = LossFormula(sum: { sumSigmoidCrossEntropy($0, averaged: averaged) }) {
      let count = $0.rows * $0.columns
      Kernels.sigmoidCrossEntropySlope($0.logits, $0.targets, into: $1, count: count)
      guard averaged, $0.columns > 1 else { return }
      for place in 0..<count { $1[place] /= Double($0.columns) }
    }
    return FusedLoss(probabilities: .bernoulli, formula: formula) { buffers, result in
      let divisor = averaged ? Double(buffers.columns) : 1
      for place in 0..<buffers.rows * buffers.columns {
        result[place] = (buffers.outputs[place] - buffers.targets[place]) / divisor
      }
    }
  }

  /// The cross-entropy of a yes-no target, from the pre-activation of a sigmoid output.
  static func crossEntropy(logit: Lanes, target: Lanes) -> Lanes {
    // max(z, 0) - zy, without taking infinity times 0.
    let factor = (-target).replacing(with: 1 - target, where: logit .> 0)
    let straight = (logit * factor).replacing(with: 0, where: factor .== 0)
    return straight + Elementary.log1p(Elementary.exp(-logit.magnitudes))
  }

  /// Its derivative by the output, also where the output has been rounded to 0 or 1.
  static func crossEntropySlope(logit: Lanes, target: Lanes) -> Lanes {
    // 1/a = 1 + e^-z and 1/(1 - a) = 1 + e^z.
    let small = Elementary.exp(-logit.magnitudes)
    let large = 1 + 1 / small
    let perYes = (1 + small).replacing(with: large, where: logit .< 0)
    let perNo = large.replacing(with: 1 + small, where: logit .< 0)
    let yes = (target * perYes).replacing(with: 0, where: target .== 0)
    let no = ((1 - target) * perNo).replacing(with: 0, where: target .== 1)
    return no - yes
  }

  @Sendable
  private static func sumSigmoidCrossEntropy(_ buffers: LossBuffers, averaged: Bool) -> Double {
    let length = 64
    let count = buffers.rows * buffers.columns
    var sum = RowSum(columns: buffers.columns, averaged: averaged)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: length) { losses in
      guard let losses = losses.baseAddress else { return }
      for start in stride(from: 0, to: count, by: length) {
        let width = min(length, count - start)
        Kernels.sigmoidCrossEntropy(
          buffers.logits + start, buffers.targets + start, into: losses, count: width)
        for place in 0..<width { sum.add(losses[place]) }
      }
    }
    return sum.total
  }

  /// Cross-entropy of one choice on softmax outputs.
  static let softmaxCrossEntropy = FusedLoss(
    probabilities: .categorical,
    formula: LossFormula(sum: sumSoftmaxCrossEntropy, differentiate: differentiateByProbabilities)
  ) { buffers, result in
    for row in 0..<buffers.rows {
      let places = row * buffers.columns..<(row + 1) * buffers.columns
      var targetSum = 0.0
      for place in places { targetSum += buffers.targets[place] }
      for place in places {
        result[place] = buffers.outputs[place] * targetSum - buffers.targets[place]
      }
    }
  }

  @Sendable
  private static func sumSoftmaxCrossEntropy(_ buffers: LossBuffers) -> Double {
    var total = 0.0
    for row in 0..<buffers.rows {
      let start = row * buffers.columns
      let normalizer = SoftmaxNormalizer(buffers.logits + start, buffers.columns)
      var sum = 0.0
      for place in start..<start + buffers.columns where buffers.targets[place] != 0 {
        sum -= buffers.targets[place] * normalizer.logProbability(buffers.logits[place])
      }
      total += sum
    }
    return total
  }

  @Sendable
  private static func differentiateByProbabilities(
    _ buffers: LossBuffers, _ result: UnsafeMutablePointer<Double>
  ) {
    for place in 0..<buffers.rows * buffers.columns {
      let (output, target) = (buffers.outputs[place], buffers.targets[place])
      if target == 0 {
        result[place] = 0
      } else if output < Double.leastNormalMagnitude {
        // The probability has lost its digits, its logarithm has not.
        let start = place / buffers.columns * buffers.columns
        let normalizer = SoftmaxNormalizer(buffers.logits + start, buffers.columns)
        result[place] = -target * Elementary.exp(-normalizer.logProbability(buffers.logits[place]))
      } else {
        result[place] = -target / output
      }
    }
  }
}

/// The part of the logarithm of a softmax that is the same for all units of a sample.
private struct SoftmaxNormalizer {
  let largest: Double
  /// `ln Σ e^(z - max z)`.
  let logSum: Double

  init(_ logits: UnsafePointer<Double>, _ count: Int) {
    var place = 0
    for index in 1..<max(count, 1) where logits[index] > logits[place] { place = index }
    largest = logits[place]
    // The term of the largest is exactly 1; kept out of the sum, the small ones keep their digits.
    var others = 0.0
    for index in 0..<count where index != place {
      others += Elementary.exp(logits[index] - largest)
    }
    logSum = Elementary.log1p(others)
  }

  func logProbability(_ logit: Double) -> Double { (logit - largest) - logSum }
}
