import Networks

extension Scenario {
  /// The files of numbers that a build writes of an outcome of this scenario.
  ///
  /// What `numbers: all` asks for is written in every form that programs read, and so is whatever is no
  /// training, for that is small. Of a training, a page shows a few moments: see `Trace.shownArrays` and
  /// `TrainingHistory.table`.
  ///
  /// - Parameters:
  ///   - outcome: What running the scenario gave.
  ///   - schedule: The moments that figures show.
  /// - Returns: For each file its form, by which it is named, and its content.
  /// - Throws: `ExportError` if an archive would be too large.
  public func numberFiles(
    of outcome: ScenarioOutcome, showing schedule: TraceSchedule
  ) throws(ExportError) -> [(format: TraceFormat, content: ExportedNumbers)] {
    switch (numbers, outcome) {
    case (.none, _): return []
    case (.shown, .training(let trace)):
      return [
        (.csv, .text(trace.history.table(trace.perceptron))),
        (.npz, .arrays(AnySequence(try trace.shownArrays(shownSteps(of: trace, schedule))))),
      ]
    case (.shown, _), (.all, _):
      var files: [(format: TraceFormat, content: ExportedNumbers)] = []
      for format in [.json, .csv, .npz] as [TraceFormat] where outcome.formats.contains(format) {
        files.append((format, try outcome.exported(as: format)))
      }
      return files
    }
  }

  /// The kept steps that a schedule asks for; the first and the last are always among them.
  private func shownSteps(of trace: Trace, _ schedule: TraceSchedule) -> [TraceStep] {
    let setup = trace.setup
    let epochs = Set(schedule.epochs(upTo: setup.epochs))
    let batches = (trace.dataset.rowCount + setup.batchSize - 1) / setup.batchSize
    let count = batches * setup.epochs
    return trace.steps.filter { step in
      switch step.moment {
      case .epochEnd: epochs.contains(step.epoch)
      case .beforeUpdate: schedule.keepsUpdate(step.update, of: count)
      case .afterUpdate, .diverged: true
      }
    }
  }
}

extension Trace {
  /// More numbers than these, a mebibyte of them, are no part of what a page offers.
  private static let limitOfValues = 1 << 17

  /// The arrays that a build writes: the data and the curves, parameters of all kept moments, and of those
  /// that figures show also gradients, and the values of each row.
  ///
  /// Names and shapes are those of `arrays`. What belongs to the shown moments alone begins with `shown_`,
  /// and its first axis are these: `shown_epochs`, `shown_updates`, `shown_dW1`, `shown_z1`. The inputs of
  /// rows are in `inputs` only. Gradients by parameters are left out if they have more than 131,072 numbers,
  /// and so are the values of rows: they can be computed from the parameters, which are there.
  ///
  /// - Parameter shown: The steps that figures show.
  /// - Returns: The arrays of the file.
  /// - Throws: `ExportError.tooLarge` from 4 GiB on.
  func shownArrays(_ shown: [TraceStep]) throws(ExportError) -> [NumPyArray] {
    var arrays = wholeArrays + (perceptron?.arrays ?? [])
    for stack in StackedSteps.groups(of: steps) {
      arrays += stack.moments + (stack.isOfBatches ? [stack.rows] : []) + stack.parameters
    }
    for stack in StackedSteps.groups(of: shown, prefix: "shown_") {
      let hasGradients = stack.parameterCount <= Self.limitOfValues
      let hasRows = stack.rowValueCount <= Self.limitOfValues
      guard hasGradients || hasRows else { continue }
      let values = stack.arrays { tensor in
        tensor.isPerRow
          ? hasRows && (tensor.layer > 0 || tensor.name != "a")
          : hasGradients && tensor.name.hasPrefix("d")
      }
      guard !values.isEmpty else { continue }
      arrays += stack.places + (stack.isOfBatches ? [stack.rows] : []) + values
    }
    let size = arrays.reduce(0) { $0 + 8 * $1.values.count + 1000 }
    guard size <= UInt32.max else { throw .tooLarge(bytes: size) }
    return arrays
  }
}

extension PerceptronRun {
  /// What a perceptron was shown and made of it, one presentation after the other.
  fileprivate var arrays: [NumPyArray] {
    let inputs = steps.first?.weights.count ?? 0
    return [
      NumPyArray("presentation_epochs", steps.map { $0.epoch }),
      NumPyArray("presentation_rows", steps.map { $0.row }),
      NumPyArray("presentation_z", steps.map { $0.preActivation }),
      NumPyArray("presentation_errors", steps.map { $0.error }),
      NumPyArray(
        "presentation_W", shape: [steps.count, inputs], values: steps.flatMap { $0.weights }),
      NumPyArray("presentation_b", steps.map { $0.bias }),
    ]
  }
}

extension TrainingHistory {
  /// The curves as a table for spreadsheets, a line for each epoch.
  ///
  /// Columns: `epoch,loss,accuracy,validationLoss,validationAccuracy`, and `mistakes` of a perceptron, in
  /// the epoch; those that do not apply are left out. Numbers read back as the same numbers.
  func table(_ perceptron: PerceptronRun?) -> String {
    var names = ["epoch", "loss"]
    var columns = [loss]
    for (name, column) in [
      ("accuracy", accuracy), ("validationLoss", validationLoss),
      ("validationAccuracy", validationAccuracy),
    ] where !column.isEmpty {
      names.append(name)
      columns.append(column)
    }
    if perceptron != nil { names.append("mistakes") }
    var table = ExportRows(names: names)
    for (index, epoch) in epochs.enumerated() {
      table.rows.append([.integer(epoch)] + columns.map { .number($0[index]) })
      guard let mistakes = perceptron?.mistakesPerEpoch else { continue }
      let isRun = epoch > 0 && epoch <= mistakes.count
      table.rows[index].append(isRun ? .integer(mistakes[epoch - 1]) : .nothing)
    }
    return table.commaSeparated
  }
}
