import GoldenNumbers
import Networks
import Testing

private struct Extremes: Decodable {
  let tolerance: Tolerance
  let bceLogits: [BinaryRow]
  let softmaxLogits: [SoftmaxRow]

  struct BinaryRow: Decodable, Sendable {
    let z, y, loss, dzFloat: Double
  }

  struct SoftmaxRow: Decodable, Sendable {
    let lossTolerance: Double
    let logits, target, probabilities, logProbabilities, dz: [Double]
    let loss: Double
  }
}

private func golden() throws -> Extremes { try GoldenNumbers.golden("numeric-extremes") }

struct LossTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  @Test(arguments: Loss.all)
  func `a loss is found by its name`(loss: Loss) {
    #expect(Loss.named(loss.name) == loss)
    #expect(Loss.named("no such loss") == nil)
  }

  @Test(arguments: [("bce", Loss.binaryCrossEntropy), ("half_sse", .halfSquaredError)])
  func `short and underscored names are understood`(name: String, loss: Loss) {
    #expect(Loss.named(name) == loss)
  }

  @Test func `each formula worked by hand on two outputs`() {
    let outputs = Matrix([[0.5, 0.25]])
    func value(_ loss: Loss, _ targets: [Double]) -> Double {
      loss.values(of: outputs, against: Matrix([targets]))[0]
    }
    #expect(value(.halfSquaredError, [1, 0]) == 0.5 * (0.25 + 0.0625))
    #expect(value(.squaredError, [1, 0]) == 0.25 + 0.0625)
    #expect(value(.meanSquaredError, [1, 0]) == (0.25 + 0.0625) / 2)
    #expect(value(.hinge, [1, -1]) == (0.5 + 1.25) / 2)
    #expect(value(.huber, [2.5, 0.25]) == (2 - 0.5) / 2)
    let logarithms = Elementary.log(0.5) + Elementary.log(0.75)
    #expect(tolerance.accepts(value(.binaryCrossEntropy, [1, 0]), -logarithms / 2))
    #expect(tolerance.accepts(value(.binaryCrossEntropySum, [1, 0]), -logarithms))
    #expect(value(.categoricalCrossEntropy, [1, 0]) == -Elementary.log(0.5))
  }

  @Test(arguments: try golden().bceLogits)
  private func `binary cross-entropy at extreme logits`(row: Extremes.BinaryRow) {
    let gradients = gradients(of: [row.z], .sigmoid, .binaryCrossEntropy, [row.y])
    #expect(tolerance.accepts(gradients.loss, row.loss))
    #expect(tolerance.accepts(gradients.preActivations[0][0, 0], row.dzFloat))
  }

  @Test(arguments: try golden().softmaxLogits)
  private func `categorical cross-entropy at extreme logits`(row: Extremes.SoftmaxRow) {
    let gradients = gradients(of: row.logits, .softmax, .categoricalCrossEntropy, row.target)
    #expect(abs(gradients.loss - row.loss) <= row.lossTolerance)
    #expect(tolerance.mismatch(gradients.preActivations[0].values, row.dz) == nil)
  }

  @Test(arguments: try golden().softmaxLogits)
  private func `the loss of one class is minus its log probability`(row: Extremes.SoftmaxRow) {
    for index in row.logits.indices {
      let oneHot = row.logits.indices.map { $0 == index ? 1.0 : 0.0 }
      let gradients = gradients(of: row.logits, .softmax, .categoricalCrossEntropy, oneHot)
      #expect(abs(gradients.loss + row.logProbabilities[index]) <= row.lossTolerance)
    }
  }

  @Test(arguments: [-700, -40, 0, 40, 700.0], [0, 0.25, 1.0])
  func `the gradient by a saturated sigmoid is finite`(logit: Double, target: Double) {
    let gradients = gradients(of: [logit], .sigmoid, .binaryCrossEntropy, [target])
    let want = (1 - target) * (1 + Elementary.exp(logit)) - target * (1 + Elementary.exp(-logit))
    #expect(gradients.activations[1][0, 0].isFinite)
    #expect(tolerance.accepts(gradients.activations[1][0, 0], want))
  }

  @Test(arguments: [0.5, 2, 30], [0, 1.0])
  func `the gradient by an output does not depend on where it came from`(
    logit: Double, target: Double
  ) {
    let fused = gradients(of: [logit], .sigmoid, .binaryCrossEntropy, [target])
    let output = Activation.sigmoid.value(at: logit)
    let plain = gradients(of: [output], .identity, .binaryCrossEntropy, [target])
    // 1 - a is known to half a unit in the last place of 1, here relative to 1 - a itself.
    let tolerance = Tolerance(abs: 0, rel: 1e-15 + 2.3e-16 / (1 - output))
    #expect(
      tolerance.accepts(plain.activations[1][0, 0], fused.activations[1][0, 0]))
  }

  @Test(arguments: [Double.infinity, -.infinity])
  func `a right answer at an infinite logit costs nothing`(logit: Double) {
    let target = logit > 0 ? 1.0 : 0.0
    #expect(gradients(of: [logit], .sigmoid, .binaryCrossEntropy, [target]).loss == 0)
  }

  @Test(arguments: Loss.all)
  func `NaN is kept`(loss: Loss) {
    let gradients = gradients(of: [.nan], .identity, loss, [1])
    #expect(gradients.loss.isNaN)
  }

  @Test(arguments: [Loss.halfSquaredError, .squaredError, .meanSquaredError, .huber])
  func `a perfect fit has no loss and no gradient`(loss: Loss) {
    let gradients = gradients(of: [0.3, -2], .tanh, loss, Activation.tanh.values(at: [0.3, -2]))
    #expect(gradients.loss == 0)
    #expect(gradients.flat.allSatisfy { $0 == 0 })
    #expect(gradients.activations[0].values.allSatisfy { $0 == 0 })
  }

  @Test func `a probability equal to its target has no gradient`() {
    let logits = [0.3, -2]
    let sigmoids = Activation.sigmoid.values(at: logits)
    let gradients = gradients(of: logits, .sigmoid, .binaryCrossEntropy, sigmoids)
    #expect(gradients.flat.allSatisfy { $0 == 0 })
  }

  /// Gradients at one layer whose pre-activations are `logits`.
  private func gradients(
    of logits: [Double], _ activation: Activation, _ loss: Loss, _ targets: [Double]
  ) -> Gradients {
    let weights = Matrix(rows: logits.count, columns: 1)
    let network = Network(layers: [Layer(weights: weights, biases: logits, activation: activation)])
    let pass = network.forward(Matrix([[0]]))
    return network.backward(pass, against: Matrix([targets]), through: loss)
  }
}
