/// A feed-forward network of dense layers.
///
/// Layer `l = 1...L` computes `z(l) = W(l)·a(l-1) + b(l)` and `a(l) = f(z(l))`, where `a(0)` is the
/// input. Values that are not finite flow through as IEEE 754 says; nothing traps on them.
public struct Network: Equatable, Sendable {
  /// The layers from the one nearest the input to the output layer; at least one.
  public var layers: [Layer]

  /// Makes a network; each layer must have as many inputs as the layer before it has units.
  public init(layers: [Layer]) {
    precondition(!layers.isEmpty, "a network without layers")
    for (before, after) in zip(layers, layers.dropFirst()) {
      precondition(
        before.fanOut == after.fanIn,
        "a layer of \(before.fanOut) units before a layer of \(after.fanIn) inputs")
    }
    self.layers = layers
  }

  /// Makes a network with weights drawn layer after layer, row after row, and biases of 0.
  public init(
    inputCount: Int, shapes: [LayerShape], using generator: inout SeededGenerator
  ) {
    precondition(inputCount > 0, "a network of \(inputCount) inputs")
    var layers: [Layer] = []
    var fanIn = inputCount
    for shape in shapes {
      let weights = shape.initializer.weights(rows: shape.units, columns: fanIn, using: &generator)
      let biases = [Double](repeating: 0, count: shape.units)
      layers.append(Layer(weights: weights, biases: biases, activation: shape.activation))
      fanIn = shape.units
    }
    self.init(layers: layers)
  }

  /// How many numbers one sample has.
  public var inputCount: Int { layers[0].fanIn }

  /// How many numbers the network answers for one sample.
  public var outputCount: Int { layers[layers.count - 1].fanOut }

  /// How many weights and biases there are in all layers.
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.parameterCount } }

  /// All weights and biases in one list: the rows of `W(1)`, `b(1)`, the rows of `W(2)`, `b(2)`, ...
  ///
  /// Setting it takes a list of `parameterCount` numbers.
  public var parameters: [Double] {
    get {
      var flat: [Double] = []
      flat.reserveCapacity(parameterCount)
      for layer in layers {
        flat.append(contentsOf: layer.weights.values)
        flat.append(contentsOf: layer.biases)
      }
      return flat
    }
    set {
      precondition(
        newValue.count == parameterCount,
        "\(newValue.count) numbers for \(parameterCount) parameters")
      var place = 0
      for index in layers.indices {
        for weight in layers[index].weights.values.indices {
          layers[index].weights.values[weight] = newValue[place]
          place += 1
        }
        for bias in layers[index].biases.indices {
          layers[index].biases[bias] = newValue[place]
          place += 1
        }
      }
    }
  }

  /// Everything that the layers compute for some samples, `[samples x inputs]`.
  public func forward(_ inputs: Matrix) -> ForwardPass {
    var pass = ForwardPass()
    forward(inputs, into: &pass)
    return pass
  }

  /// Does the same as `forward(_:)` in the memory of a pass made before, if the shapes agree.
  public func forward(_ inputs: Matrix, into pass: inout ForwardPass) {
    pass.reshape(layerCount: layers.count)
    pass.activations[0] = inputs
    propagate(&pass)
  }

  /// Computes the pass of some rows of `inputs` only, in the order and number given.
  public func forward(_ inputs: Matrix, rows: ArraySlice<Int>, into pass: inout ForwardPass) {
    pass.reshape(layerCount: layers.count)
    inputs.selectRows(rows, into: &pass.activations[0])
    propagate(&pass)
  }

  /// The answers of the network alone, `[samples x outputs]`: the `outputs` of the forward pass.
  ///
  /// The memory for values in between does not grow with the samples; the bits are the same.
  public func outputs(for inputs: Matrix) -> Matrix {
    // A slice whose values stay in the nearest cache for layers of some tens of units.
    let sliceLength = 256
    var result = Matrix(rows: inputs.rows, columns: outputCount)
    let parameters = parameters
    let order = Array(0..<inputs.rows)
    var slice = Matrix(rows: 0, columns: inputs.columns)
    for start in stride(from: 0, to: inputs.rows, by: sliceLength) {
      inputs.selectRows(order[start..<min(start + sliceLength, inputs.rows)], into: &slice)
      var evaluator = NetworkEvaluator(like: self, inputs: slice)
      result.replaceRows(from: start, with: evaluator.outputs(at: parameters))
    }
    return result
  }

  /// The mean over the samples of a loss, in the unit of the loss; NaN of no samples.
  public func loss(_ loss: Loss, of inputs: Matrix, against targets: Matrix) -> Double {
    self.loss(loss, of: forward(inputs), against: targets)
  }

  /// The mean over the samples of a loss, from a forward pass of this network.
  public func loss(_ loss: Loss, of pass: ForwardPass, against targets: Matrix) -> Double {
    LossComparison.with(pass, targets, outputProbabilities) { $0.sum(of: loss) }
      / Double(targets.rows)
  }

  /// The gradients of a loss with respect to everything in a forward pass of this network.
  ///
  /// - Parameters:
  ///   - pass: What `forward(_:)` of this network gave.
  ///   - targets: What the outputs should have been, `[samples x outputs]`.
  ///   - loss: The loss of one sample.
  ///   - averaged: Whether the loss of the batch is the mean over the samples, or else their sum.
  /// - Returns: The loss of the batch and its derivative by every weight, bias, pre-activation and
  ///   activation, the inputs too.
  public func backward(
    _ pass: ForwardPass, against targets: Matrix, through loss: Loss, averaged: Bool = true
  ) -> Gradients {
    var gradients = Gradients()
    backward(pass, against: targets, through: loss, averaged: averaged, into: &gradients)
    return gradients
  }

  /// Does the same as `backward` in the memory of gradients made before, if the shapes agree.
  public func backward(
    _ pass: ForwardPass, against targets: Matrix, through loss: Loss, averaged: Bool = true,
    into gradients: inout Gradients
  ) {
    precondition(
      pass.preActivations.count == layers.count,
      "a pass of \(pass.preActivations.count) layers for a network of \(layers.count)")
    gradients.reshape(layerCount: layers.count)
    let last = layers.count - 1
    gradients.activations[last + 1].reshape(rows: targets.rows, columns: targets.columns)
    gradients.preActivations[last].reshape(rows: targets.rows, columns: targets.columns)
    let isFused = LossComparison.with(pass, targets, outputProbabilities) { comparison in
      gradients.activations[last + 1].withMutableElements { byOutputs in
        gradients.preActivations[last].withMutableElements { byLogits in
          comparison.differentiate(
            loss, averaged: averaged, loss: &gradients.loss, byOutputs: byOutputs,
            byLogits: byLogits)
        }
      }
    }
    // Through the buffer, a layer is read where it lies; the array would hand out copies.
    layers.withUnsafeBufferPointer { layers in
      for index in layers.indices.reversed() {
        if index < last || !isFused {
          layers[index].activation.backward(
            pass.preActivations[index], pass.activations[index + 1],
            gradients.activations[index + 1], into: &gradients.preActivations[index])
        }
        layers[index].backward(
          gradients.preActivations[index], input: pass.activations[index],
          weights: &gradients.weights[index], biases: &gradients.biases[index],
          inputs: &gradients.activations[index])
      }
    }
  }

  private var outputProbabilities: ProbabilityModel? {
    layers[layers.count - 1].activation.traits.probabilities
  }

  /// Fills a pass from its inputs on.
  private func propagate(_ pass: inout ForwardPass) {
    let inputs = pass.activations[0]
    precondition(
      inputs.columns == inputCount,
      "inputs of \(inputs.shape) for a network of \(inputCount) inputs")
    layers.withUnsafeBufferPointer { layers in
      for index in layers.indices {
        layers[index].forward(
          pass.activations[index], preActivations: &pass.preActivations[index],
          activations: &pass.activations[index + 1])
      }
    }
  }
}
