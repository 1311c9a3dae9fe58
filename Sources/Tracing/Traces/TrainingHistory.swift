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

  /// Makes an empty history.
  public init() {}

  /// Adds the values found after an epoch.
  mutating func append(epoch: Int, loss: Double, accuracy: Double?) {
    epochs.append(epoch)
    self.loss.append(loss)
    if let accuracy { self.accuracy.append(accuracy) }
  }
}
