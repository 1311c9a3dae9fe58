/// Outputs beside targets, and beside the pre-activations where they are known.
struct LossComparison {
  let logits: Matrix
  let outputs: Matrix
  let targets: Matrix
  /// The name of what turned the pre-activations into outputs; nil if not known.
  let activationName: String?

  /// Compares what a network computed.
  init(_ pass: ForwardPass, _ targets: Matrix, _ activationName: String) {
    let logits = pass.preActivations[pass.preActivations.count - 1]
    self.init(logits, pass.outputs, targets, activationName)
  }

  /// Compares outputs of which nothing else is known.
  init(outputs: Matrix, targets: Matrix) {
    self.init(outputs, outputs, targets, nil)
  }

  private init(
    _ logits: Matrix, _ outputs: Matrix, _ targets: Matrix, _ activationName: String?
  ) {
    precondition(
      outputs.rows == targets.rows && outputs.columns == targets.columns,
      "outputs of \(outputs.shape) against targets of \(targets.shape)")
    self.logits = logits
    self.outputs = outputs
    self.targets = targets
    self.activationName = activationName
  }

  /// The losses of all samples added up.
  func sum(of loss: Loss) -> Double {
    withBuffers { (fused(loss)?.formula ?? loss.formula).sum($0) }
  }

  /// Writes the loss and its derivatives at the output layer to `gradients`.
  ///
  /// - Returns: Whether the derivatives by the pre-activations were written too.
  func differentiate(_ loss: Loss, averaged: Bool, into gradients: inout Gradients) -> Bool {
    let last = gradients.preActivations.count
    let divisor = averaged ? Double(outputs.rows) : 1
    let fused = fused(loss)
    let formula = fused?.formula ?? loss.formula
    gradients.activations[last].reshape(rows: outputs.rows, columns: outputs.columns)
    withBuffers { buffers in
      gradients.loss = formula.sum(buffers) / divisor
      gradients.activations[last].withMutableElements { formula.differentiate(buffers, $0) }
    }
    gradients.activations[last].divide(by: divisor)
    guard let fused else { return false }
    gradients.preActivations[last - 1].reshape(rows: outputs.rows, columns: outputs.columns)
    withBuffers { buffers in
      gradients.preActivations[last - 1].withMutableElements {
        fused.differentiateByLogits(buffers, $0)
      }
    }
    gradients.preActivations[last - 1].divide(by: divisor)
    return true
  }

  private func fused(_ loss: Loss) -> FusedLoss? {
    guard let fused = loss.fused, fused.activationName == activationName else { return nil }
    return fused
  }

  @inline(__always)
  private func withBuffers<Result>(_ body: (LossBuffers) -> Result) -> Result {
    logits.withElements { logits in
      outputs.withElements { outputs in
        targets.withElements { targets in
          body(
            LossBuffers(
              logits: logits, outputs: outputs, targets: targets, rows: self.outputs.rows,
              columns: self.outputs.columns))
        }
      }
    }
  }
}
