/// A dense layer: `z = W·x + b`, then `a = f(z)`.
public struct Layer: Equatable, Sendable {
  /// The weights `W`, `[units x inputs]`: row `u` holds what comes into unit `u`.
  public var weights: Matrix
  /// The biases `b`, one for each unit.
  public var biases: [Double]
  /// The function `f` from pre-activations to activations.
  public var activation: Activation

  /// Makes a layer; there must be one bias for each row of `weights`.
  public init(weights: Matrix, biases: [Double], activation: Activation) {
    precondition(
      weights.rows == biases.count,
      "\(biases.count) biases do not fit weights of \(weights.rows) x \(weights.columns)")
    self.weights = weights
    self.biases = biases
    self.activation = activation
  }

  /// How many inputs each unit has.
  public var fanIn: Int { weights.columns }

  /// How many units the layer has.
  public var fanOut: Int { weights.rows }

  /// How many weights and biases there are.
  public var parameterCount: Int { fanIn * fanOut + fanOut }

  /// Computes `z = x·Wᵀ + b` and `a = f(z)` for each row of `inputs`.
  func forward(
    _ inputs: Matrix, preActivations: inout Matrix, activations: inout Matrix
  ) {
    preActivations.reshape(rows: inputs.rows, columns: fanOut)
    let dense = DenseLayer(fanIn: fanIn, fanOut: fanOut, sampleCount: inputs.rows)
    preActivations.withMutableElements { z in
      inputs.withElements { x in
        weights.withElements { weights in
          biases.withUnsafeElements { biases in
            dense.forward(x, weights: weights, biases: biases, preActivations: z)
          }
        }
      }
    }
    activation.forward(preActivations, into: &activations)
  }

  /// Computes `dW = dzᵀ·x`, `db = Σ dz` over the rows, and `dx = dz·W`.
  func backward(
    _ gradients: Matrix, input: Matrix, weights weightGradients: inout Matrix,
    biases biasGradients: inout [Double], inputs inputGradients: inout Matrix
  ) {
    weightGradients.reshape(rows: fanOut, columns: fanIn)
    inputGradients.reshape(rows: input.rows, columns: fanIn)
    if biasGradients.count != fanOut { biasGradients = [Double](repeating: 0, count: fanOut) }
    let dense = DenseLayer(fanIn: fanIn, fanOut: fanOut, sampleCount: input.rows)
    weightGradients.withMutableElements { dW in
      biasGradients.withUnsafeMutableElements { db in
        inputGradients.withMutableElements { dx in
          gradients.withElements { dz in
            input.withElements { x in
              weights.withElements { weights in
                dense.backward(dz, input: x, weightGradients: dW, biasGradients: db)
                dense.backwardToInput(dz, weights: weights, inputGradients: dx)
              }
            }
          }
        }
      }
    }
  }
}

/// What a layer shall be, before it has weights.
public struct LayerShape: Equatable, Sendable {
  /// How many units, 1 or more.
  public var units: Int
  /// The function from pre-activations to activations.
  public var activation: Activation
  /// Where the first weights come from; the first biases are 0.
  public var initializer: WeightInitializer

  /// Makes the shape of a layer.
  public init(
    units: Int, activation: Activation, initializer: WeightInitializer = .glorotUniform
  ) {
    precondition(units > 0, "a layer of \(units) units")
    self.units = units
    self.activation = activation
    self.initializer = initializer
  }
}
