extension Tape {
  /// Makes the tape of a pass and its gradients, both of this network; without gradients they are 0.
  public init(_ network: Network, _ pass: ForwardPass, _ gradients: Gradients?) {
    let shape = TapeShape(of: network, sampleCount: pass.sampleCount)
    var numbers = [gradients?.loss ?? 0]
    numbers.reserveCapacity(shape.count)
    numbers += network.parameters
    for layer in network.layers.indices {
      numbers += pass.preActivations[layer].values
      numbers += pass.activations[layer + 1].values
    }
    if let gradients {
      numbers += gradients.flat
      for layer in network.layers.indices {
        numbers += gradients.preActivations[layer].values
        numbers += gradients.activations[layer + 1].values
      }
    } else {
      numbers += [Double](repeating: 0, count: shape.gradientShift)
    }
    self.init(shape: shape, inputs: pass.activations[0], numbers: numbers)
  }

  /// The network with the parameters of this moment.
  public var network: Network {
    Network(
      layers: zip(shape.layers, shape.activations).map { layer, activation in
        Layer(
          weights: weights(of: layer, shift: 0), biases: biases(of: layer, shift: 0),
          activation: activation)
      })
  }

  /// The pass from the inputs to the outputs.
  public var forwardPass: ForwardPass {
    var pass = ForwardPass()
    pass.reshape(layerCount: shape.layers.count)
    pass.activations[0] = inputs
    for (index, layer) in shape.layers.enumerated() {
      pass.preActivations[index] = values(of: layer, at: layer.preActivations)
      pass.activations[index + 1] = values(of: layer, at: layer.activations)
    }
    return pass
  }

  /// The derivatives of the loss by everything; those by the inputs are computed now.
  public var gradients: Gradients {
    let shift = shape.gradientShift
    var gradients = Gradients()
    gradients.reshape(layerCount: shape.layers.count)
    gradients.loss = loss
    for (index, layer) in shape.layers.enumerated() {
      gradients.weights[index] = weights(of: layer, shift: shift)
      gradients.biases[index] = biases(of: layer, shift: shift)
      gradients.preActivations[index] = values(of: layer, at: layer.preActivations + shift)
      gradients.activations[index + 1] = values(of: layer, at: layer.activations + shift)
    }
    gradients.activations[0] =
      gradients.preActivations[0] * weights(of: shape.layers[0], shift: 0)
    return gradients
  }

  private func weights(of layer: TapeShape.PlacedLayer, shift: Int) -> Matrix {
    let (rows, columns) = (layer.dense.fanOut, layer.dense.fanIn)
    return Matrix(
      rows: rows, columns: columns, values: list(at: layer.weights + shift, rows * columns))
  }

  private func biases(of layer: TapeShape.PlacedLayer, shift: Int) -> [Double] {
    list(at: layer.biases + shift, layer.dense.fanOut)
  }

  private func values(of layer: TapeShape.PlacedLayer, at start: Int) -> Matrix {
    Matrix(
      rows: shape.sampleCount, columns: layer.dense.fanOut,
      values: list(at: start, layer.valueCount))
  }

  private func list(at start: Int, _ count: Int) -> [Double] {
    Array(numbers[start..<(start + count)])
  }
}
