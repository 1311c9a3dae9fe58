import Networks

extension Trace {
  /// The trace as an archive of arrays that `numpy.load` reads; all are 64-bit floats.
  ///
  /// `inputs`, `targets`, `classes` (if any) and `history_epochs`, `history_loss`,
  /// `history_accuracy`, `history_update_loss` are about the whole training; with features there is
  /// `raw_inputs`, with validation `validation_inputs`, `validation_targets` and
  /// `history_validation_loss`, `history_validation_accuracy`. The steps at epochs'
  /// ends are stacked, first axis the step: `epochs`, `updates`, `loss`, `accuracy` `[step]`, and
  /// per layer k from 1 `Wk` `[step, unit, input]`, `bk` `[step, unit]`, `zk` and `ak`
  /// `[step, row, unit]`, with a `d` before them the gradients; `a0` and `da0` are of the inputs.
  /// Steps before updates are stacked the same way under names that begin with `before_`, with
  /// `before_rows` `[step, row]`; a batch shorter than the first is filled up with NaN, and its rows
  /// with -1. The bytes depend on the trace only.
  ///
  /// - Parameter epoch: The only epoch to be written; nil means all steps.
  /// - Returns: The bytes of the file.
  /// - Throws: `ExportError.noSuchEpoch`, or `ExportError.tooLarge` from 4 GiB on.
  /// - Source: NumPy, `numpy.lib.format`, version 1.0; PKWARE APPNOTE 6.3, method "stored"
  public func npz(atEpoch epoch: Int? = nil) throws(ExportError) -> [UInt8] {
    let steps = try exportedSteps(atEpoch: epoch)
    let updates = steps.filter { $0.moment == .beforeUpdate }
    let arrays =
      wholeArrays + Self.stack(steps.filter { $0.moment != .beforeUpdate }, prefix: "")
      + (updates.isEmpty ? [] : Self.stack(updates, prefix: "before_"))
    // Names and headers are far below a thousand bytes an array.
    let size = arrays.reduce(0) { $0 + 8 * $1.values.count + 1000 }
    guard size <= UInt32.max else { throw .tooLarge(bytes: size) }
    var archive = ZipArchive()
    for array in arrays { archive.add("\(array.name).npy", content: array.bytes) }
    return archive.finished()
  }

  private var wholeArrays: [NumPyArray] {
    var arrays = [
      NumPyArray("inputs", dataset.inputs), NumPyArray("targets", dataset.targets),
      NumPyArray("history_epochs", history.epochs), NumPyArray("history_loss", history.loss),
      NumPyArray("history_accuracy", history.accuracy),
      NumPyArray("history_update_loss", history.updateLoss),
    ]
    if !dataset.classes.isEmpty { arrays.append(NumPyArray("classes", dataset.classes)) }
    if dataset.features != nil { arrays.append(NumPyArray("raw_inputs", dataset.rawInputs)) }
    guard let validation = dataset.validation else { return arrays }
    arrays += [
      NumPyArray("validation_inputs", validation.inputs),
      NumPyArray("validation_targets", validation.targets),
      NumPyArray("history_validation_loss", history.validationLoss),
      NumPyArray("history_validation_accuracy", history.validationAccuracy),
    ]
    return arrays
  }

  /// Arrays of several steps of one network, the step as a new first axis.
  private static func stack(_ steps: [TraceStep], prefix: String) -> [NumPyArray] {
    guard let first = steps.first else { return [] }
    let rowCount = steps.map { $0.rows.count }.max() ?? 0
    let rows = steps.flatMap { step in
      step.rows.map { Double($0) }
        + [Double](repeating: -1, count: rowCount - step.rows.count)
    }
    var arrays = [
      NumPyArray("\(prefix)epochs", steps.map { $0.epoch }),
      NumPyArray("\(prefix)updates", steps.map { $0.update }),
      NumPyArray("\(prefix)loss", steps.map { $0.loss }),
      NumPyArray("\(prefix)accuracy", steps.map { $0.accuracy ?? .nan }),
      NumPyArray("\(prefix)rows", shape: [steps.count, rowCount], values: rows),
    ]
    let tensors = steps.map { $0.tensors }
    for (index, tensor) in first.tensors.enumerated() {
      let height = tensor.isPerRow ? rowCount : tensor.values.rows
      var values: [Double] = []
      values.reserveCapacity(steps.count * height * tensor.values.columns)
      for step in tensors {
        let own = step[index].values
        values += own.values
        values += [Double](repeating: .nan, count: (height - own.rows) * own.columns)
      }
      let isVector = tensor.name.hasSuffix("b")
      let shape = [steps.count, height] + (isVector ? [] : [tensor.values.columns])
      arrays.append(
        NumPyArray("\(prefix)\(tensor.name)\(tensor.layer)", shape: shape, values: values))
    }
    return arrays
  }
}

/// An array of 64-bit floats as a `.npy` file.
private struct NumPyArray {
  let name: String
  let shape: [Int]
  let values: [Double]

  init(_ name: String, shape: [Int], values: [Double]) {
    self.name = name
    self.shape = shape
    self.values = values
  }

  init(_ name: String, _ values: [Double]) {
    self.init(name, shape: [values.count], values: values)
  }

  init(_ name: String, _ values: [Int]) { self.init(name, values.map { Double($0) }) }

  init(_ name: String, _ matrix: Matrix) {
    self.init(name, shape: [matrix.rows, matrix.columns], values: matrix.values)
  }

  /// The file: magic, version 1.0, a header padded to a multiple of 64, then the values.
  var bytes: [UInt8] {
    let axes = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(axes)), }"
    let prefixLength = 10
    while (prefixLength + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    bytes += Array(header.utf8)
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { bytes.append(littleEndian: value.bitPattern) }
    return bytes
  }
}
