import Networks

/// A network's training from its first weights on, with a notebook of what to keep.
///
/// Keeping is reading: the passes and gradients that training computes anyway are copied into
/// steps, and nothing that is kept changes a number of the training.
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
  private let keptEpochs: Set<Int>
  private let keptUpdates: Set<Int>
  private let allRows: [Int]
  /// Whether every update sees all rows: then their order cannot matter but in the last bits, so
  /// it is left alone, and the pass at an epoch's end serves the next update too.
  private let isFullBatch: Bool

  private var network: Network
  private var optimizer: OptimizerState
  private var order: [Int]
  private var shuffling: SeededGenerator?
  /// Pass and gradients over all rows at the latest epoch's end.
  private var wholePass = ForwardPass()
  private var wholeGradients = Gradients()
  /// Pass and gradients over the latest batch.
  private var batchPass = ForwardPass()
  private var batchGradients = Gradients()
  private var batchTargets = Matrix(rows: 0, columns: 0)
  /// Pass over the rows for validation at the latest epoch's end.
  private var validationPass = ForwardPass()

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
    let updates = plan.batches.updateCount * plan.epochs
    keptEpochs = Set(plan.schedule?.epochs(upTo: plan.epochs) ?? [])
    keptUpdates = Set(plan.schedule?.updates(upTo: updates) ?? [])
    allRows = Array(0..<plan.dataset.rowCount)
    isFullBatch = plan.batches.size == plan.dataset.rowCount
    network = plan.network
    optimizer = plan.optimizer.start(parameterCount: plan.network.parameterCount)
    order = allRows
    shuffling = plan.shuffling
  }

  /// Trains to the last epoch, or until a number is no longer finite.
  mutating func run() {
    begin()
    while advance() {}
  }

  /// Notes the untrained network; before anything else.
  mutating func begin() { finishEpoch(0) }

  /// Trains for one epoch.
  ///
  /// - Returns: False if there is none left, or if training diverged before.
  mutating func advance() -> Bool {
    guard epoch < plan.epochs, divergence == nil else { return false }
    epoch += 1
    if !isFullBatch, shuffling != nil {
      order = shuffling?.shuffled(allRows.count) ?? order
    }
    for batch in 0..<plan.batches.updateCount where divergence == nil {
      update(rows: order[plan.batches.range(batch)], epoch: epoch)
    }
    if divergence == nil { finishEpoch(epoch) }
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
        order = shuffling?.shuffled(allRows.count) ?? order
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
    let pass = network.forward(plan.dataset.inputs)
    let gradients = network.backward(pass, against: plan.dataset.targets, through: plan.loss)
    return TraceStep(
      moment: batchesLeft > 0 ? .afterUpdate : .epochEnd, epoch: epoch, update: updateCount,
      rows: allRows, network: network,
      forward: pass, gradients: gradients, loss: gradients.loss,
      accuracy: plan.dataset.accuracy(of: pass.outputs))
  }

  /// Lets go of all kept steps but the first and the last.
  mutating func forgetMiddleSteps() {
    if steps.count > 2 { steps.removeSubrange(1..<steps.count - 1) }
  }

  private mutating func update(rows: ArraySlice<Int>, epoch: Int) {
    if isFullBatch {
      swap(&batchPass, &wholePass)
      swap(&batchGradients, &wholeGradients)
    } else {
      network.forward(plan.dataset.inputs, rows: rows, into: &batchPass)
      plan.dataset.targets.selectRows(rows, into: &batchTargets)
      network.backward(
        batchPass, against: batchTargets, through: plan.loss, into: &batchGradients)
    }
    guard batchGradients.loss.isFinite else {
      return diverge(epoch: epoch, what: .loss, value: batchGradients.loss)
    }
    history.updateLoss.append(batchGradients.loss)
    updateCount += 1
    if keptUpdates.contains(updateCount) {
      keep(.beforeUpdate, epoch: epoch, rows: Array(rows), batchPass, batchGradients)
    }
    optimizer.update(&network, with: batchGradients)
    if let bad = badParameter() { diverge(epoch: epoch, what: bad.what, value: bad.value) }
  }

  /// Notes loss and accuracy over all rows, and keeps a step if the schedule says so.
  private mutating func finishEpoch(_ epoch: Int) {
    network.forward(plan.dataset.inputs, into: &wholePass)
    let isKept = keptEpochs.contains(epoch)
    let needsGradients = isKept || isFullBatch && epoch < plan.epochs
    if needsGradients {
      network.backward(
        wholePass, against: plan.dataset.targets, through: plan.loss, into: &wholeGradients)
    }
    let loss =
      needsGradients
      ? wholeGradients.loss
      : network.loss(plan.loss, of: wholePass, against: plan.dataset.targets)
    guard loss.isFinite else { return diverge(epoch: epoch, what: .loss, value: loss) }
    history.append(
      epoch: epoch, loss: loss, accuracy: plan.dataset.accuracy(of: wholePass.outputs))
    // Of a sweep only the end is looked at, and rows for validation are often many.
    if plan.schedule != nil || epoch == plan.epochs { validate() }
    if isKept { keep(.epochEnd, epoch: epoch, rows: allRows, wholePass, wholeGradients) }
  }

  /// Notes loss and accuracy over the rows for validation, if there are any.
  private mutating func validate() {
    guard let rows = plan.dataset.validation else { return }
    network.forward(rows.inputs, into: &validationPass)
    history.appendValidation(
      loss: network.loss(plan.loss, of: validationPass, against: rows.targets),
      accuracy: rows.accuracy(of: validationPass.outputs))
  }

  private mutating func diverge(epoch: Int, what: Divergence.Quantity, value: Double) {
    divergence = Divergence(epoch: epoch, update: updateCount, what: what, value: value)
    let pass = network.forward(plan.dataset.inputs)
    let gradients = network.backward(pass, against: plan.dataset.targets, through: plan.loss)
    history.append(
      epoch: epoch, loss: gradients.loss, accuracy: plan.dataset.accuracy(of: pass.outputs))
    validate()
    guard plan.schedule != nil else { return }
    keep(.diverged, epoch: epoch, rows: allRows, pass, gradients)
  }

  private mutating func keep(
    _ moment: TraceStep.Moment, epoch: Int, rows: [Int], _ pass: ForwardPass,
    _ gradients: Gradients
  ) {
    steps.append(
      TraceStep(
        moment: moment, epoch: epoch, update: updateCount, rows: rows, network: network,
        forward: pass, gradients: gradients, loss: gradients.loss,
        accuracy: plan.dataset.accuracy(of: pass.outputs, rows: rows)))
  }

  /// The first weight or bias that is NaN or too large; nil if there is none.
  private func badParameter() -> (what: Divergence.Quantity, value: Double)? {
    // Almost always there is none, which is found fastest without looking for its place.
    guard hasBadParameter else { return nil }
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

  private var hasBadParameter: Bool {
    network.layers.withUnsafeBufferPointer { layers in
      for index in layers.indices {
        for weight in layers[index].weights.values where Self.isBad(weight) { return true }
        for bias in layers[index].biases where Self.isBad(bias) { return true }
      }
      return false
    }
  }

  /// Written so that NaN is bad.
  private static func isBad(_ value: Double) -> Bool {
    !(value.magnitude <= Divergence.parameterLimit)
  }
}
