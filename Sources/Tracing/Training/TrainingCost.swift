/// The arithmetic of a training of a network, in multiply-adds.
struct TrainingWork {
  /// Number of weights.
  private let weights: Double
  private let layers: Double

  /// Makes an estimate for a network of such widths: number of inputs, then of the units of each layer.
  init(widths: [Int]) {
    weights = zip(widths, widths.dropFirst()).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    layers = Double(widths.count - 1)
  }

  /// One update on so many rows, forward and backward.
  func update(rows: Int) -> Double {
    3 * weights * Double(rows) + CostEstimate.workOfCall * layers
  }

  /// What is measured at the end of an epoch.
  func epochEnd(rows: Int, validationRows: Int) -> Double {
    weights * Double(rows + validationRows)
      + CostEstimate.workOfCall * layers * (validationRows > 0 ? 2 : 1)
  }
}

extension CostEstimate {
  /// The cost of training a network.
  ///
  /// - Parameters:
  ///   - widths: Number of inputs, then of the units of each layer.
  ///   - rows: Number of rows that are learned from.
  ///   - validationRows: Number of rows that the network is measured on besides.
  ///   - batch: Number of rows in a batch.
  ///   - epochs: Number of epochs.
  ///   - schedule: What is kept.
  init(
    widths: [Int], rows: Int, validationRows: Int = 0, batch: Int, epochs: Int,
    schedule: TraceSchedule
  ) {
    let pairs = zip(widths, widths.dropFirst())
    let weights = pairs.reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let parameters = pairs.reduce(0.0) { $0 + Double($1.0 + 1) * Double($1.1) }
    let updates = (Double(rows) / Double(batch)).rounded(.up) * Double(epochs)
    let epochSteps = schedule.epochCount(upTo: epochs)
    let updateSteps = schedule.updateCount(upTo: Int(min(updates, 1e15)))
    // Values and gradients of a row: its inputs, and pre-activation and activation of each unit.
    let units = widths.dropFirst().reduce(0.0) { $0 + Double($1) }
    let rowBytes = 8 * (2 * (Double(widths[0]) + 2 * units) + 1)
    let stepBytes = 8 * parameters + Self.bytesOfStep
    let kept =
      Double(epochSteps) * stepBytes + Double(updateSteps) * (stepBytes + 8 * Double(batch))
      + Self.bytesOfEpoch * Double(epochs) + 8 * updates
    // What training works on: passes over all rows, parameters, gradients, optimizer. Once it is over, steps
    // compute their passes again, one at a time.
    let workspace = Double(rows + validationRows) * rowBytes + 8 * 5 * parameters
    let layers = Double(widths.count - 1)
    self.init(
      bytes: kept + workspace,
      multiplyAdds: weights * Double(rows) * (3 * Double(epochs) + Double(epochs + 1))
        + weights * Double(validationRows) * Double(epochs + 1)
        + Self.workOfCall * layers * (updates + Double(epochs + 1) * (validationRows > 0 ? 2 : 1)),
      stepCount: epochSteps + updateSteps)
  }
}
