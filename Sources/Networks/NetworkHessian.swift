extension Network {
  /// The second derivatives of a loss by all parameters, `[parameters x parameters]`.
  ///
  /// Rows and columns are in the order of `parameters`. Each column is a central difference of the
  /// exact gradient, of fourth order: with gradients `g` at four places,
  /// `(8 (g(h) - g(-h)) - (g(2h) - g(-2h))) / 12h` errs by `h⁴/30` times a fifth derivative, and
  /// `h = 2⁻¹⁰`. Measured on networks with exact second derivatives: within 1e-12. Then the mean with
  /// the transpose is taken, which is symmetric to the bit. At a kink, such as that of ReLU, within `2h`
  /// of a sample the result means nothing.
  ///
  /// - Parameters:
  ///   - loss: The loss of one sample.
  ///   - inputs: The samples, `[samples x inputs]`.
  ///   - targets: What the outputs should have been, `[samples x outputs]`.
  ///   - averaged: Whether the loss of the batch is the mean over the samples, or else their sum.
  /// - Returns: A symmetric matrix; elements that are not finite where the gradient is not.
  /// - Source: Fornberg 1988, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids
  public func hessian(
    _ loss: Loss, of inputs: Matrix, against targets: Matrix, averaged: Bool = true
  ) -> Matrix {
    let count = parameterCount
    var curve = GradientCurve(self, loss, inputs, targets, averaged: averaged)
    var slopes = Matrix(rows: count, columns: count)
    for index in 0..<count {
      let column = curve.slope(along: index)
      for row in 0..<count { slopes.values[index * count + row] = column[row] }
    }
    var result = slopes
    for row in 0..<count {
      for column in 0..<count {
        result.values[row * count + column] =
          0.5 * (slopes.values[row * count + column] + slopes.values[column * count + row])
      }
    }
    return result
  }
}

/// The gradient of a network as a function of one parameter at a time.
private struct GradientCurve {
  private var network: Network
  private let parameters: [Double]
  private let loss: Loss
  private let inputs: Matrix
  private let targets: Matrix
  private let averaged: Bool
  private var pass = ForwardPass()
  private var gradients = Gradients()

  init(_ network: Network, _ loss: Loss, _ inputs: Matrix, _ targets: Matrix, averaged: Bool) {
    self.network = network
    parameters = network.parameters
    self.loss = loss
    self.inputs = inputs
    self.targets = targets
    self.averaged = averaged
  }

  /// The derivative of the gradient by one parameter.
  mutating func slope(along index: Int) -> [Double] {
    // Larger only for parameters so large that they would lose a smaller step to rounding.
    let step = 0x1p-10 * max(1, 0x1p-20 * parameters[index].magnitude)
    // The distances as rounded, nearly but not always the same on both sides.
    let near = gradient(at: index, moved: step)
    let nearBack = gradient(at: index, moved: -step)
    let far = gradient(at: index, moved: 2 * step)
    let farBack = gradient(at: index, moved: -2 * step)
    return near.values.indices.map { place in
      let inner = (near.values[place] - nearBack.values[place]) / (near.at - nearBack.at)
      let outer = (far.values[place] - farBack.values[place]) / (far.at - farBack.at)
      return inner + (inner - outer) / 3
    }
  }

  private mutating func gradient(
    at index: Int, moved distance: Double
  ) -> (at: Double, values: [Double]) {
    var moved = parameters
    moved[index] += distance
    network.parameters = moved
    network.forward(inputs, into: &pass)
    network.backward(pass, against: targets, through: loss, averaged: averaged, into: &gradients)
    return (moved[index], gradients.flat)
  }
}
