/// Outputs beside targets, and beside the pre-activations where they are known.
struct LossComparison {
  private let buffers: LossBuffers
  /// What the outputs are probabilities of; nil if of nothing, or not known.
  private let probabilities: ProbabilityModel?

  /// Compares what lies in buffers.
  init(_ buffers: LossBuffers, _ probabilities: ProbabilityModel?) {
    self.buffers = buffers
    self.probabilities = probabilities
  }

  /// The losses of all samples added up.
  func sum(of loss: Loss) -> Double {
    (fused(loss)?.formula ?? loss.formula).sum(buffers)
  }

  /// Writes the loss of the batch and its derivatives at the output layer.
  ///
  /// - Returns: Whether the derivatives by the pre-activations were written too.
  func differentiate(
    _ loss: Loss, averaged: Bool, loss batchLoss: UnsafeMutablePointer<Double>,
    byOutputs: UnsafeMutablePointer<Double>, byLogits: UnsafeMutablePointer<Double>
  ) -> Bool {
    let divisor = averaged ? Double(buffers.rows) : 1
    let fused = fused(loss)
    let formula = fused?.formula ?? loss.formula
    batchLoss.pointee = formula.sum(buffers) / divisor
    formula.differentiate(buffers, byOutputs)
    divide(byOutputs, by: divisor)
    guard let fused else { return false }
    fused.differentiateByLogits(buffers, byLogits)
    divide(byLogits, by: divisor)
    return true
  }

  private func divide(_ values: UnsafeMutablePointer<Double>, by divisor: Double) {
    guard divisor != 1 else { return }
    for place in 0..<buffers.rows * buffers.columns { values[place] /= divisor }
  }

  private func fused(_ loss: Loss) -> FusedLoss? {
    guard let fused = loss.fused, fused.probabilities == probabilities else { return nil }
    return fused
  }
}

extension LossComparison {
  /// Runs `body` on the comparison of what a network computed with targets.
  static func with<Result>(
    _ pass: ForwardPass, _ targets: Matrix, _ probabilities: ProbabilityModel?,
    _ body: (LossComparison) -> Result
  ) -> Result {
    let logits = pass.preActivations[pass.preActivations.count - 1]
    return with(logits, pass.outputs, targets, probabilities, body)
  }

  /// Runs `body` on the comparison of outputs of which nothing else is known.
  static func with<Result>(
    outputs: Matrix, targets: Matrix, _ body: (LossComparison) -> Result
  ) -> Result {
    with(outputs, outputs, targets, nil, body)
  }

  private static func with<Result>(
    _ logits: Matrix, _ outputs: Matrix, _ targets: Matrix, _ probabilities: ProbabilityModel?,
    _ body: (LossComparison) -> Result
  ) -> Result {
    precondition(
      outputs.rows == targets.rows && outputs.columns == targets.columns,
      "outputs of \(outputs.shape) against targets of \(targets.shape)")
    return logits.withElements { logits in
      outputs.withElements { values in
        targets.withElements { targets in
          body(
            LossComparison(
              LossBuffers(
                logits: logits, outputs: values, targets: targets, rows: outputs.rows,
                columns: outputs.columns), probabilities))
        }
      }
    }
  }
}
