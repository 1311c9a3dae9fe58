import Networks

extension Trace {
  /// The trace as arrays for an archive that `numpy.load` reads; all are 64-bit floats.
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
  /// with -1.
  ///
  /// - Parameter epoch: The only epoch to be written; nil means all steps.
  /// - Returns: The arrays in the order of the archive. Those of one layer are in memory at a time.
  /// - Throws: `ExportError.noSuchEpoch`, or `ExportError.tooLarge` from 4 GiB on.
  public func arrays(atEpoch epoch: Int? = nil) throws(ExportError) -> AnySequence<NumPyArray> {
    let stacks = StackedSteps.groups(of: try exportedSteps(atEpoch: epoch))
    let whole = wholeArrays
    // Names and headers are far below a thousand bytes an array.
    let size =
      whole.reduce(0) { $0 + 8 * $1.values.count + 1000 }
      + stacks.reduce(0) { $0 + 8 * $1.count + 1000 * $1.arrayCount }
    guard size <= UInt32.max else { throw .tooLarge(bytes: size) }
    return AnySequence(([AnySequence(whole)] + stacks.map { $0.all }).joined())
  }

  /// The data, and the curves of the whole training.
  var wholeArrays: [NumPyArray] {
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
}
