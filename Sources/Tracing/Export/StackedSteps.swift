import Networks

/// Steps of one training as arrays, the step as a new first axis.
struct StackedSteps {
  private let steps: [TraceStep]
  /// What the names of the arrays begin with.
  private let prefix: String
  /// The rows of the largest step.
  private let rowCount: Int
  private let widths: [Int]

  /// Stacks steps, of which there must be one at least.
  private init(_ steps: [TraceStep], prefix: String) {
    self.steps = steps
    self.prefix = prefix
    rowCount = steps.map { $0.rows.count }.max() ?? 0
    let network = steps[0].network
    widths = [network.inputCount] + network.layers.map { $0.fanOut }
  }

  /// The steps over all rows, and those before updates under names with `before_`, as far as there are any.
  static func groups(of steps: [TraceStep], prefix: String = "") -> [StackedSteps] {
    [
      (steps.filter { $0.moment != .beforeUpdate }, prefix),
      (steps.filter { $0.moment == .beforeUpdate }, prefix + "before_"),
    ].filter { !$0.0.isEmpty }.map { StackedSteps($0.0, prefix: $0.1) }
  }

  /// Whether the steps are of batches, which may be any rows.
  var isOfBatches: Bool { steps[0].moment == .beforeUpdate }

  /// How many numbers the parameters of all steps have, and so have their gradients.
  var parameterCount: Int { steps.count * steps[0].parameters.count }

  /// How many numbers pre-activations, activations and the gradients of both have at most.
  var rowValueCount: Int { steps.count * rowCount * 2 * (2 * widths.reduce(0, +) - widths[0]) }

  /// How many numbers all arrays have at most.
  var count: Int { 2 * parameterCount + rowValueCount + steps.count * (4 + rowCount) }

  /// How many arrays there are at most.
  var arrayCount: Int { 7 + 8 * (widths.count - 1) }

  /// `epochs`, `updates`, `loss` and `accuracy`, NaN for regression.
  var moments: [NumPyArray] {
    places + [
      NumPyArray("\(prefix)loss", steps.map { $0.loss }),
      NumPyArray("\(prefix)accuracy", steps.map { $0.accuracy ?? .nan }),
    ]
  }

  /// `epochs` and `updates`.
  var places: [NumPyArray] {
    [
      NumPyArray("\(prefix)epochs", steps.map { $0.epoch }),
      NumPyArray("\(prefix)updates", steps.map { $0.update }),
    ]
  }

  /// `rows`, -1 where a batch has fewer.
  var rows: NumPyArray {
    let rows = steps.flatMap { step in
      step.rows.map { Double($0) }
        + [Double](repeating: -1, count: rowCount - step.rows.count)
    }
    return NumPyArray("\(prefix)rows", shape: [steps.count, rowCount], values: rows)
  }

  /// Weights and biases.
  var parameters: [NumPyArray] { stacked(steps.lazy.map { $0.parameterTensors }) }

  /// Some of the arrays that steps have, whose passes are computed for it one after the other.
  func arrays(where isWanted: (NamedTensor) -> Bool) -> [NumPyArray] {
    withoutActuallyEscaping(isWanted) { isWanted in
      stacked(steps.lazy.map { $0.tensors.filter(isWanted) })
    }
  }

  /// All arrays, those of one layer at a time.
  var all: AnySequence<NumPyArray> {
    let layers = widths.indices.lazy.flatMap { layer in arrays { $0.layer == layer } }
    return AnySequence([AnySequence(moments + [rows]), AnySequence(layers)].joined())
  }

  private func stacked(_ tensors: some Sequence<[NamedTensor]>) -> [NumPyArray] {
    var arrays: [(tensor: NamedTensor, height: Int, values: [Double])] = []
    for (place, step) in tensors.enumerated() {
      if place == 0 {
        arrays = step.map { tensor in
          let height = tensor.isPerRow ? rowCount : tensor.values.rows
          var values: [Double] = []
          values.reserveCapacity(steps.count * height * tensor.values.columns)
          return (tensor, height, values)
        }
      }
      for (index, tensor) in step.enumerated() {
        let missing = arrays[index].height - tensor.values.rows
        arrays[index].values += tensor.values.values
        arrays[index].values += repeatElement(.nan, count: missing * tensor.values.columns)
      }
    }
    return arrays.map { tensor, height, values in
      let isVector = tensor.name.hasSuffix("b")
      let shape = [steps.count, height] + (isVector ? [] : [tensor.values.columns])
      return NumPyArray("\(prefix)\(tensor.name)\(tensor.layer)", shape: shape, values: values)
    }
  }
}
