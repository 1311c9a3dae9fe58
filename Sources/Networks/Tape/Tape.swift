/// A network at work on some samples: parameters, values and derivatives in one list of numbers.
///
/// It computes the bits of `Network.forward` and `Network.backward`. Because everything lies in one list,
/// keeping a moment of a training is one copy, and a small network is trained without allocating.
public struct Tape: Equatable, Sendable {
  /// Where which number lies.
  public let shape: TapeShape
  /// The inputs `a(0)`, `[samples x inputs]`.
  public private(set) var inputs: Matrix
  /// The numbers in the order of `TapeShape`; those not yet computed are 0.
  public private(set) var numbers: [Double]

  /// Makes the tape of a network, with its parameters, for these inputs, `[samples x inputs]`.
  public init(of network: Network, inputs: Matrix) {
    let shape = TapeShape(of: network, sampleCount: inputs.rows)
    self.init(
      shape: shape, inputs: inputs, numbers: [Double](repeating: 0, count: shape.count))
    takeParameters(network.parameters)
  }

  /// Makes a tape from its numbers, of which there must be `shape.count`.
  public init(shape: TapeShape, inputs: Matrix, numbers: [Double]) {
    precondition(
      numbers.count == shape.count && inputs.rows == shape.sampleCount
        && inputs.columns == shape.inputCount,
      "\(numbers.count) numbers and inputs of \(inputs.shape) for a tape of \(shape.count) numbers")
    self.shape = shape
    self.inputs = inputs
    self.numbers = numbers
  }

  /// The mean loss over the samples that `backward` found; 0 before.
  public var loss: Double { numbers[0] }

  /// The parameters in the order of `Network.parameters`.
  public var parameters: ArraySlice<Double> { numbers[1..<(1 + shape.parameterCount)] }

  /// The activations of the last layer, row after row.
  public var outputs: ArraySlice<Double> {
    let last = shape.layers[shape.layers.count - 1]
    return numbers[last.activations..<(last.activations + last.valueCount)]
  }

  /// Sets the parameters, which come in the order of `Network.parameters`.
  public mutating func takeParameters(_ parameters: [Double]) {
    let count = shape.parameterCount
    precondition(parameters.count == count, "\(parameters.count) numbers for \(count) parameters")
    numbers.withUnsafeMutableElements { numbers in
      for place in 0..<count { numbers[place + 1] = parameters[place] }
    }
  }

  /// Takes over the parameters of a tape of the same layers.
  public mutating func takeParameters(of other: Tape) {
    let count = shape.parameterCount
    precondition(
      other.shape.parameterCount == count,
      "parameters of a tape of \(other.shape.parameterCount) for one of \(count)")
    numbers.withUnsafeMutableElements { numbers in
      other.numbers.withUnsafeElements { source in
        for place in 1..<(count + 1) { numbers[place] = source[place] }
      }
    }
  }

  /// Whether no parameter is NaN or larger than `limit` in magnitude.
  public func keepsParameters(within limit: Double) -> Bool {
    let count = shape.parameterCount
    return numbers.withUnsafeElements { numbers in
      for place in 0..<count where !(numbers[place + 1].magnitude <= limit) { return false }
      return true
    }
  }

  /// Sets the inputs to some rows of `inputs`, `[rows x inputs]`: one for each sample, in that order.
  public mutating func takeInputs(_ inputs: Matrix, rows: ArraySlice<Int>) {
    precondition(
      rows.count == shape.sampleCount && inputs.columns == shape.inputCount,
      "\(rows.count) rows of \(inputs.columns) for a tape of inputs of \(self.inputs.shape)")
    inputs.selectRows(rows, into: &self.inputs)
  }

  /// Runs `body` on the numbers, which it may change.
  mutating func withNumbers<Result>(
    _ body: (UnsafeMutablePointer<Double>) -> Result
  ) -> Result {
    numbers.withUnsafeMutableElements(body)
  }
}
