import Snapshots
import Networks

extension SnapshotWriter {
  /// Writes what of a network's training does not follow from its scenario.
  mutating func write(_ trace: Trace) {
    write(trace.updateCount)
    write(trace.divergence) { $0.write($1) }
    let history = trace.history
    write(history.epochs) { $0.write($1) }
    write(history.loss)
    write(history.accuracy)
    write(history.updateLoss)
    write(history.validationLoss)
    write(history.validationAccuracy)
    let all = trace.dataset.rowCount
    write(trace.steps) { $0.write($1, rowCount: all) }
  }

  private mutating func write(_ step: TraceStep, rowCount: Int) {
    switch step.moment {
    case .epochEnd: write(0)
    case .beforeUpdate: write(1)
    case .diverged: write(2)
    case .afterUpdate: write(3)
    }
    write(step.epoch)
    write(step.update)
    let isWhole = step.rows.elementsEqual(0..<rowCount)
    write(isWhole ? nil : step.rows) { $0.write($1) { $0.write($1) } }
    write(step.parameters)
  }

  private mutating func write(_ divergence: Divergence) {
    write(divergence.epoch)
    write(divergence.update)
    switch divergence.what {
    case .loss: write(0)
    case .weight(let layer, let unit, let input):
      write(1)
      for index in [layer, unit, input] { write(index) }
    case .bias(let layer, let unit):
      write(2)
      for index in [layer, unit] { write(index) }
    }
    write(divergence.value)
  }
}

extension SnapshotReader {
  fileprivate mutating func history() throws(SnapshotError) -> TrainingHistory {
    var history = TrainingHistory()
    history.epochs = try list { reader throws(SnapshotError) in try reader.integer() }
    history.loss = try numbers()
    history.accuracy = try numbers()
    history.updateLoss = try numbers()
    history.validationLoss = try numbers()
    history.validationAccuracy = try numbers()
    return history
  }

  fileprivate mutating func divergence() throws(SnapshotError) -> Divergence {
    let (epoch, update) = (try integer(), try integer())
    let what: Divergence.Quantity
    switch try integer() {
    case 0: what = .loss
    case 1:
      let (layer, unit, input) = (try integer(), try integer(), try integer())
      what = .weight(layer: layer, unit: unit, input: input)
    case 2:
      let (layer, unit) = (try integer(), try integer())
      what = .bias(layer: layer, unit: unit)
    default: throw SnapshotError()
    }
    return Divergence(epoch: epoch, update: update, what: what, value: try number())
  }

  fileprivate mutating func moment() throws(SnapshotError) -> TraceStep.Moment {
    switch try integer() {
    case 0: .epochEnd
    case 1: .beforeUpdate
    case 2: .diverged
    case 3: .afterUpdate
    default: throw SnapshotError()
    }
  }

  /// Reads a step.
  ///
  /// Its loss and accuracy are computed again, on `whole` where it is of all rows.
  fileprivate mutating func step(
    of source: TracedRows, on dataset: Dataset, through loss: Loss, _ whole: inout Tape
  ) throws(SnapshotError) -> TraceStep {
    let moment = try moment()
    let (epoch, update) = (try integer(), try integer())
    let all = 0..<dataset.rowCount
    let rows = try optional { reader throws(SnapshotError) in
      try reader.list { reader throws(SnapshotError) in try reader.integer() }
    }
    guard rows?.allSatisfy({ all.contains($0) }) ?? true else { throw SnapshotError() }
    let parameters = try numbers()
    guard parameters.count == whole.shape.parameterCount else { throw SnapshotError() }
    func step(_ tape: inout Tape, _ targets: Matrix) -> TraceStep {
      tape.takeParameters(parameters)
      tape.forward()
      return TraceStep(
        moment: moment, epoch: epoch, update: update, rows: rows, of: source,
        parameters: parameters, loss: tape.loss(loss, against: targets),
        accuracy: dataset.accuracy(of: tape.outputs, width: targets.columns, rows: rows))
    }
    guard let rows else { return step(&whole, dataset.targets) }
    var batch = Tape(of: whole.network, inputs: dataset.inputs.selectingRows(rows))
    return step(&batch, dataset.targets.selectingRows(rows))
  }
}

extension SnapshotReader {
  /// Reads the trace of a training on some rows.
  mutating func trace(
    _ name: String, of training: NetworkTraining, on dataset: Dataset
  ) throws(SnapshotError) -> Trace {
    let spec = training.task.network
    let updateCount = try integer()
    let divergence = try optional { reader throws(SnapshotError) in try reader.divergence() }
    let history = try history()
    let blank = spec.blank(inputCount: dataset.inputNames.count)
    let source = TracedRows(of: dataset, layers: blank, loss: spec.loss)
    var whole = Tape(of: blank, inputs: dataset.inputs)
    let steps = try list { reader throws(SnapshotError) in
      try reader.step(of: source, on: dataset, through: spec.loss, &whole)
    }
    guard !steps.isEmpty else { throw SnapshotError() }
    return Trace(
      scenario: name, setup: training.setup(on: dataset), dataset: dataset, steps: steps,
      history: history, divergence: divergence, updateCount: updateCount)
  }
}

extension NetworkSpec {
  /// The network with all parameters 0.
  fileprivate func blank(inputCount: Int) -> Network {
    var fanIn = inputCount
    return Network(
      layers: layers.map { shape in
        defer { fanIn = shape.units }
        return Layer(
          weights: Matrix(rows: shape.units, columns: fanIn),
          biases: [Double](repeating: 0, count: shape.units), activation: shape.activation)
      })
  }
}
