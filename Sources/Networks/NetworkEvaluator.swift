/// The answers of networks of one shape for the same samples, when nothing in between is wanted.
///
/// Values lie unit after unit with the samples side by side, so that lanes run over samples however
/// narrow the layers are. The memory is kept from one evaluation to the next. Bits are those of
/// `Network.forward`.
public struct NetworkEvaluator: Sendable {
  /// How many weights and biases a network has.
  public let parameterCount: Int
  /// How many samples there are.
  public let sampleCount: Int
  private let shape: TapeShape
  /// The inputs, `[inputs x samples]`.
  private let inputs: Matrix
  private var values: [Double]
  private var others: [Double]

  /// Makes an evaluator for networks like this one and these samples, `[samples x inputs]`.
  public init(like network: Network, inputs: Matrix) {
    precondition(
      inputs.columns == network.inputCount,
      "inputs of \(inputs.shape) for a network of \(network.inputCount) inputs")
    shape = TapeShape(of: network, sampleCount: inputs.rows)
    sampleCount = inputs.rows
    parameterCount = network.parameterCount
    self.inputs = inputs.transposed
    let widest = network.layers.reduce(1) { max($0, $1.fanOut) }
    values = [Double](repeating: 0, count: widest * inputs.rows)
    others = values
  }

  /// The mean loss over the samples at some parameters.
  ///
  /// - Parameters:
  ///   - loss: The loss of one sample.
  ///   - targets: What the answers should be, `[samples x outputs]`.
  ///   - parameters: The parameters in the order of `Network.parameters`.
  /// - Returns: The mean, perhaps not finite; NaN of no samples.
  public mutating func loss(
    _ loss: Loss, against targets: Matrix, at parameters: [Double]
  ) -> Double {
    evaluate(parameters)
    let last = shape.layers.count - 1
    let columns = shape.layers[last].dense.fanOut
    precondition(
      targets.rows == sampleCount && targets.columns == columns, "targets of \(targets.shape)")
    if columns > 1 {
      rotate(&values, columns)
      rotate(&others, columns)
    }
    let probabilities = shape.activations[last].traits.probabilities
    let sum = values.withUnsafeElements { outputs in
      others.withUnsafeElements { logits in
        targets.withElements { targets in
          LossComparison(
            LossBuffers(
              logits: logits, outputs: outputs, targets: targets, rows: sampleCount,
              columns: columns), probabilities
          ).sum(of: loss)
        }
      }
    }
    return sum / Double(sampleCount)
  }

  /// The answers, `[samples x outputs]`, of the network with some parameters.
  public mutating func outputs(at parameters: [Double]) -> Matrix {
    evaluate(parameters)
    let columns = shape.layers[shape.layers.count - 1].dense.fanOut
    rotate(&values, columns)
    return Matrix(
      rows: sampleCount, columns: columns, values: Array(values[..<(sampleCount * columns)]))
  }

  /// Leaves the outputs in `values` and their pre-activations in `others`, unit after unit.
  private mutating func evaluate(_ parameters: [Double]) {
    precondition(
      parameters.count == parameterCount,
      "\(parameters.count) numbers for \(parameterCount) parameters")
    for index in shape.layers.indices {
      Self.propagate(
        index == 0 ? inputs.values : values, through: shape.layers[index], parameters,
        into: &others)
      activate(shape.activations[index], shape.layers[index].dense.fanOut)
    }
  }

  /// Writes `z = W·x + b`, `[units x samples]`.
  private static func propagate(
    _ values: [Double], through layer: TapeShape.PlacedLayer, _ parameters: [Double],
    into preActivations: inout [Double]
  ) {
    let dense = layer.dense
    preActivations.withUnsafeMutableElements { z in
      parameters.withUnsafeElements { parameters in
        values.withUnsafeElements { x in
          // A tape begins with the loss, a list of parameters does not.
          multiplyStrided(
            StridedElements(parameters + (layer.weights - 1), dense.fanOut, dense.fanIn),
            StridedElements(x, dense.fanIn, dense.sampleCount), into: z)
          var row = z
          for unit in 0..<dense.fanOut {
            let bias = parameters[layer.biases - 1 + unit]
            for sample in 0..<dense.sampleCount { row[sample] += bias }
            row += dense.sampleCount
          }
        }
      }
    }
  }

  private mutating func activate(_ activation: Activation, _ units: Int) {
    if activation.isElementwise {
      Self.write(activation, others, rows: units, columns: sampleCount, into: &values)
    } else {
      rotate(&others, units)
      Self.write(activation, others, rows: sampleCount, columns: units, into: &values)
      rotateBack(&values, units)
      rotateBack(&others, units)
    }
  }

  private static func write(
    _ activation: Activation, _ preActivations: [Double], rows: Int, columns: Int,
    into activations: inout [Double]
  ) {
    activations.withUnsafeMutableElements { a in
      preActivations.withUnsafeElements {
        activation.write($0, rows: rows, columns: columns, into: a)
      }
    }
  }

  /// From `[units x samples]` to `[samples x units]`.
  private func rotate(_ list: inout [Double], _ units: Int) {
    list = turned(list, rows: units, columns: sampleCount)
  }

  private func rotateBack(_ list: inout [Double], _ units: Int) {
    list = turned(list, rows: sampleCount, columns: units)
  }

  private func turned(_ list: [Double], rows: Int, columns: Int) -> [Double] {
    guard rows > 1, columns > 1 else { return list }
    var result = list
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = list[row * columns + column] }
    }
    return result
  }
}
