/// Loss and accuracy during a training.
public struct TrainingHistory: Equatable, Sendable {
  /// Epochs that `loss` and `accuracy` belong to, from 0 on.
  public internal(set) var epochs: [Int] = []
  /// Mean loss over all rows after each epoch; for a perceptron, the share that it gets wrong.
  ///
  /// The last entry may not be finite if training diverged.
  public internal(set) var loss: [Double] = []
  /// Share of all rows that are classified right after each epoch; empty for regression.
  public internal(set) var accuracy: [Double] = []
  /// Mean loss over the batch just before each update, from update 1 on; empty for a perceptron.
  public internal(set) var updateLoss: [Double] = []

  /// Mean loss over the rows for validation after each epoch; empty if there are none.
  ///
  /// An entry may be NaN or infinite where the training loss is finite; that is not divergence.
  public internal(set) var validationLoss: [Double] = []
  /// Share of the rows for validation that are classified right; empty without, or for regression.
  public internal(set) var validationAccuracy: [Double] = []

  /// Makes an empty history.
  public init() {}

  /// The first epoch after which at least this share of all rows was classified right.
  ///
  /// Nil if there was none, or for regression.
  public func firstEpoch(withAccuracy share: Double) -> Int? {
    accuracy.firstIndex { $0 >= share }.map { epochs[$0] }
  }

  /// The first epoch after which the mean loss over all rows was at most this; nil if none.
  public func firstEpoch(withLoss limit: Double) -> Int? {
    loss.firstIndex { $0 <= limit }.map { epochs[$0] }
  }

  /// Makes room for so many epochs after epoch 0 and updates; a training that diverges needs less.
  mutating func reserveCapacity(epochs: Int, updates: Int) {
    let limit = 1 << 16
    self.epochs.reserveCapacity(min(epochs + 1, limit))
    loss.reserveCapacity(min(epochs + 1, limit))
    accuracy.reserveCapacity(min(epochs + 1, limit))
    updateLoss.reserveCapacity(min(updates, limit))
  }

  /// Adds the values found after an epoch.
  mutating func append(epoch: Int, loss: Double, accuracy: Double?) {
    epochs.append(epoch)
    self.loss.append(loss)
    if let accuracy { self.accuracy.append(accuracy) }
  }

  /// Adds the values found on the rows for validation after the same epoch.
  mutating func appendValidation(loss: Double, accuracy: Double?) {
    validationLoss.append(loss)
    if let accuracy { validationAccuracy.append(accuracy) }
  }
}
