/// The sizes of a dense layer at work on some samples, and its arithmetic on buffers.
///
/// All buffers are row-major: weights `[units x inputs]`, everything else one row a sample.
struct DenseLayer {
  let fanIn: Int
  let fanOut: Int
  let sampleCount: Int

  /// Writes `z = x·Wᵀ + b`.
  func forward(
    _ x: UnsafePointer<Double>, weights: UnsafePointer<Double>, biases: UnsafePointer<Double>,
    preActivations z: UnsafeMutablePointer<Double>
  ) {
    if Kernels.forwardTiny(self, x, weights, biases, z) { return }
    multiplyStrided(
      StridedElements(x, sampleCount, fanIn), StridedElements(weights, fanOut, fanIn).transposed,
      into: z)
    var row = z
    for _ in 0..<sampleCount {
      for unit in 0..<fanOut { row[unit] += biases[unit] }
      row += fanOut
    }
  }

  /// Writes `dW = dzᵀ·x` and `db = Σ dz` over the samples.
  func backward(
    _ dz: UnsafePointer<Double>, input x: UnsafePointer<Double>,
    weightGradients: UnsafeMutablePointer<Double>, biasGradients: UnsafeMutablePointer<Double>
  ) {
    if Kernels.backwardTiny(self, dz, x, weightGradients, biasGradients) { return }
    multiplyStrided(
      StridedElements(dz, sampleCount, fanOut).transposed, StridedElements(x, sampleCount, fanIn),
      into: weightGradients)
    for unit in 0..<fanOut { biasGradients[unit] = 0 }
    var row = dz
    for _ in 0..<sampleCount {
      for unit in 0..<fanOut { biasGradients[unit] += row[unit] }
      row += fanOut
    }
  }

  /// Writes `dx = dz·W`.
  func backwardToInput(
    _ dz: UnsafePointer<Double>, weights: UnsafePointer<Double>,
    inputGradients: UnsafeMutablePointer<Double>
  ) {
    if Kernels.backwardTinyToInput(self, dz, weights, inputGradients) { return }
    multiplyStrided(
      StridedElements(dz, sampleCount, fanOut), StridedElements(weights, fanOut, fanIn),
      into: inputGradients)
  }
}
