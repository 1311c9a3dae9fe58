import Networks

/// A network's training from its first weights on, with a notebook of what to keep.
///
/// Keeping is reading: parameters are copied into steps, and nothing that is kept changes a number of the
/// training.
struct Trainer {
  /// What a training starts from and goes by.
  struct Plan {
    let network: Network
    let dataset: Dataset
    let loss: Loss
    let optimizer: Optimizer
    let batches: MiniBatches
    let epochs: Int
    /// Source of the order of the rows; nil to take them as they are listed.
    let shuffling: SeededGenerator?
    /// What is kept in steps; nil for nothing but the history, with validation at its end only.
    let schedule: TraceSchedule?
  }

  private let plan: Plan
  private let work: TrainingWork
  private var keptEpochs: Agenda
  private var keptUpdates: Agenda
  /// What the passes of all steps are computed from.
  private let source: TracedRows
  /// Whether every update sees all rows: then their order cannot matter but in the last bits, so
  /// it is left alone, and the pass at an epoch's end serves the next update too.
  private let isFullBatch: Bool

  private var optimizer: OptimizerState
  private var order: [Int]
  private var shuffling: SeededGenerator?
  /// All rows, with the parameters of the latest epoch's end; of full batches the one tape there is.
  private var whole: Tape
  /// The rows of the latest batch, if it is not of all rows, and the parameters of today.
  private var batch: Tape
  private var batchTargets = Matrix(rows: 0, columns: 0)
  /// The rows for validation, perhaps none.
  private var validation: Tape

  private(set) var steps: [TraceStep] = []
  private(set) var history = TrainingHistory()
  private(set) var divergence: Divergence?
  private(set) var updateCount = 0
  /// The epoch that was begun last.
  private var epoch = 0
  /// Updates of that epoch that `advanceByUpdate` has still to make.
  private var batchesLeft = 0

  init(_ plan: Plan) {
    self.plan = plan
    work = TrainingWork(
      widths: [plan.network.inputCount] + plan.network.layers.map { $0.fanOut })
    let updates = plan.batches.updateCount * plan.epochs
    keptEpochs = Agenda(plan.schedule?.epochs(upTo: plan.epochs) ?? [])
    keptUpdates = Agenda(plan.schedule?.updates(upTo: updates) ?? [])
    source = TracedRows(of: plan.dataset, layers: plan.network, loss: plan.loss)
    isFullBatch = plan.batches.size == plan.dataset.rowCount
    whole = Tape(of: plan.network, inputs: plan.dataset.inputs)
    batch = whole
    validation = Tape(
      of: plan.network,
      inputs: plan.dataset.validation?.inputs
        ?? Matrix(rows: 0, columns: plan.network.inputCount))
    optimizer = plan.optimizer.start(parameterCount: plan.network.parameterCount)
    order = source.all
    shuffling = plan.shuffling
    steps.reserveCapacity(min(keptEpochs.count + keptUpdates.count, 1 << 16) + 1)
    history.reserveCapacity(epochs: plan.epochs, updates: updates)
  }

  /// Trains to the last epoch, or until a number is no longer finite, or the task is cancelled.
  mutating func run(_ progress: inout RunProgress) {
    begin()
    while advance(&progress) {}
  }

  /// Notes the untrained network; before anything else.
  mutating func begin() { finishEpoch(0) }

  /// Trains for one epoch, of which nothing counts if the task is cancelled.
  ///
  /// - Returns: False if there is none left, or if training diverged before.
  mutating func advance(_ progress: inout RunProgress) -> Bool {
    guard epoch < plan.epochs, divergence == nil, !progress.isCancelled else { return false }
    epoch += 1
    if !isFullBatch, shuffling != nil {
      order = shuffling?.shuffled(order.count) ?? order
    }
    let batchWork = work.update(rows: plan.batches.size)
    for batch in 0..<plan.batches.updateCount where divergence == nil {
      update(rows: order[plan.batches.range(batch)], epoch: epoch)
      progress.add(batchWork)
      if progress.isCancelled { return false }
    }
    if divergence == nil { finishEpoch(epoch) }
    progress.add(
      work.epochEnd(
        rows: plan.dataset.rowCount, validationRows: plan.dataset.validation?.rowCount ?? 0))
    return true
  }

  /// Makes one update; the last one of an epoch finishes it.
  ///
  /// Not to be mixed with `advance`.
  /// - Returns: False if there is none left, or if training diverged before.
  mutating func advanceByUpdate() -> Bool {
    guard divergence == nil, batchesLeft > 0 || epoch < plan.epochs else { return false }
    if batchesLeft == 0 {
      epoch += 1
      if !isFullBatch, shuffling != nil {
        order = shuffling?.shuffled(order.count) ?? order
      }
      batchesLeft = plan.batches.updateCount
    }
    if batchesLeft > 0 {
      update(rows: order[plan.batches.range(plan.batches.updateCount - batchesLeft)], epoch: epoch)
      batchesLeft -= 1
    }
    if divergence == nil, batchesLeft == 0 { finishEpoch(epoch) }
    return true
  }

  /// The network as it is after the latest update, over all rows; nil where the last kept step is that.
  var unkeptStep: TraceStep? {
    guard divergence == nil else { return nil }
    if let last = steps.last, last.moment != .beforeUpdate, last.update == updateCount {
      return nil
    }
    var tape = whole
    if !isFullBatch { tape.takeParameters(of: batch) }
    tape.forward()
    return TraceStep(
      moment: batchesLeft > 0 ? .afterUpdate : .epochEnd, epoch: epoch, update: updateCount,
      of: source, parameters: Array(tape.parameters),
      loss: tape.loss(plan.loss, against: plan.dataset.targets),
      accuracy: plan.dataset.accuracy(of: tape))
  }

  /// Lets go of all kept steps but the first and the last.
  mutating func forgetMiddleSteps() {
    if steps.count > 2 { steps.removeSubrange(1..<steps.count - 1) }
  }

  private mutating func update(rows: ArraySlice<Int>, epoch: Int) {
    if !isFullBatch { differentiate(rows) }
    let loss = isFullBatch ? whole.loss : batch.loss
    guard loss.isFinite else { return diverge(epoch: epoch, what: .loss, value: loss) }
    history.updateLoss.append(loss)
    updateCount += 1
    if keptUpdates.holds(updateCount) {
      let tape = isFullBatch ? whole : batch
      let rows = Array(rows)
      keep(
        .beforeUpdate, epoch: epoch, rows: rows, tape, loss,
        plan.dataset.accuracy(of: tape, rows: rows))
    }
    if isFullBatch { whole.update(with: &optimizer) } else { batch.update(with: &optimizer) }
    if let bad = badParameter() { diverge(epoch: epoch, what: bad.what, value: bad.value) }
  }

  /// Passes a batch that is not of all rows forward and backward.
  private mutating func differentiate(_ rows: ArraySlice<Int>) {
    if batch.shape.sampleCount != rows.count {
      // The first batch of all, the last of an epoch, or the first after it.
      batch = Tape(
        of: batch.network, inputs: Matrix(rows: rows.count, columns: batch.shape.inputCount))
    }
    batch.takeInputs(plan.dataset.inputs, rows: rows)
    plan.dataset.targets.selectRows(rows, into: &batchTargets)
    batch.forward()
    batch.backward(against: batchTargets, through: plan.loss)
  }

  /// Notes loss and accuracy over all rows, and keeps a step if the schedule says so.
  private mutating func finishEpoch(_ epoch: Int) {
    if !isFullBatch { whole.takeParameters(of: batch) }
    whole.forward()
    let loss: Double
    if isFullBatch && epoch < plan.epochs {
      // The next update starts from here.
      whole.backward(against: plan.dataset.targets, through: plan.loss)
      loss = whole.loss
    } else {
      loss = whole.loss(plan.loss, against: plan.dataset.targets)
    }
    guard loss.isFinite else { return diverge(epoch: epoch, what: .loss, value: loss) }
    let accuracy = plan.dataset.accuracy(of: whole)
    history.append(epoch: epoch, loss: loss, accuracy: accuracy)
    // Of a sweep only the end is looked at, and rows for validation are often many.
    if plan.schedule != nil || epoch == plan.epochs { validate() }
    if keptEpochs.holds(epoch) { keep(.epochEnd, epoch: epoch, whole, loss, accuracy) }
  }

  /// Notes loss and accuracy over the rows for validation, if there are any.
  private mutating func validate() {
    guard let rows = plan.dataset.validation else { return }
    validation.takeParameters(of: whole)
    validation.forward()
    history.appendValidation(
      loss: validation.loss(plan.loss, against: rows.targets),
      accuracy: rows.accuracy(of: validation))
  }

  private mutating func diverge(epoch: Int, what: Divergence.Quantity, value: Double) {
    divergence = Divergence(epoch: epoch, update: updateCount, what: what, value: value)
    if !isFullBatch { whole.takeParameters(of: batch) }
    whole.forward()
    let loss = whole.loss(plan.loss, against: plan.dataset.targets)
    let accuracy = plan.dataset.accuracy(of: whole)
    history.append(epoch: epoch, loss: loss, accuracy: accuracy)
    validate()
    guard plan.schedule != nil else { return }
    keep(.diverged, epoch: epoch, whole, loss, accuracy)
  }

  private mutating func keep(
    _ moment: TraceStep.Moment, epoch: Int, rows: [Int]? = nil, _ tape: Tape, _ loss: Double,
    _ accuracy: Double?
  ) {
    steps.append(
      TraceStep(
        moment: moment, epoch: epoch, update: updateCount, rows: rows, of: source,
        parameters: Array(tape.parameters), loss: loss, accuracy: accuracy))
  }

  /// The first weight or bias that is NaN or too large; nil if there is none.
  private func badParameter() -> (what: Divergence.Quantity, value: Double)? {
    // Almost always there is none, which is found fastest without looking for its place.
    let limit = Divergence.parameterLimit
    let isFine =
      isFullBatch
      ? whole.keepsParameters(within: limit) : batch.keepsParameters(within: limit)
    if isFine { return nil }
    let network = isFullBatch ? whole.network : batch.network
    for (number, layer) in network.layers.enumerated() {
      if let index = layer.weights.values.firstIndex(where: Self.isBad) {
        let place = (unit: index / layer.fanIn, input: index % layer.fanIn)
        return (
          .weight(layer: number, unit: place.unit, input: place.input), layer.weights.values[index]
        )
      }
      if let unit = layer.biases.firstIndex(where: Self.isBad) {
        return (.bias(layer: number, unit: unit), layer.biases[unit])
      }
    }
    return nil
  }

  /// Written so that NaN is bad.
  private static func isBad(_ value: Double) -> Bool {
    !(value.magnitude <= Divergence.parameterLimit)
  }
}

/// Moments in ascending order, to be asked for one after another.
private struct Agenda {
  private let moments: [Int]
  private var next = 0

  init(_ moments: [Int]) { self.moments = moments }

  var count: Int { moments.count }

  /// Whether a moment is among them; it must come after those asked for before.
  mutating func holds(_ moment: Int) -> Bool {
    while next < moments.count, moments[next] < moment { next += 1 }
    return next < moments.count && moments[next] == moment
  }
}

extension Dataset {
  /// Share of a tape's samples, which are these rows, that its outputs classify right.
  fileprivate func accuracy(of tape: Tape, rows: [Int]? = nil) -> Double? {
    accuracy(of: tape.outputs, width: targets.columns, rows: rows)
  }
}
