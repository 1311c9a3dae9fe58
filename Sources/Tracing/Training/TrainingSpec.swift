public import Networks

/// How a network is trained, and for how long.
public struct TrainingSpec: Sendable {
  /// Number of epochs; 0 leaves the model untrained.
  public var epochs: Int
  /// The update rule.
  public var optimizer: Optimizer
  /// Rows in a batch; nil means all rows.
  public var batch: Int?
  /// Whether rows are put in a new random order for each epoch.
  ///
  /// With all rows in one batch the order is left alone: it would change only the last bits.
  public var shuffles: Bool
  /// What becomes of the rows that do not fill a batch at the end of an epoch.
  public var tail: MiniBatches.TailPolicy

  /// Makes a description of a training.
  public init(
    epochs: Int, optimizer: Optimizer = .sgd(), batch: Int? = nil, shuffles: Bool = true,
    tail: MiniBatches.TailPolicy = .keep
  ) {
    precondition(epochs >= 0, "\(epochs) epochs")
    self.epochs = epochs
    self.optimizer = optimizer
    self.batch = batch
    self.shuffles = shuffles
    self.tail = tail
  }

  /// How an epoch of so many rows is cut into batches.
  public func batches(rows: Int) -> MiniBatches {
    MiniBatches(rows: rows, size: batch ?? max(1, rows), tail: tail)
  }
}
