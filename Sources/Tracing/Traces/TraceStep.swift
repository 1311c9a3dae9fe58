public import Networks

/// One kept moment of a training: a network and everything it computed.
public struct TraceStep: Equatable, Sendable {
  /// The kind of moment that a step was kept at.
  public enum Moment: Equatable, Sendable {
    /// The end of an epoch, over all rows; epoch 0 is the network before any training.
    case epochEnd
    /// Just before an update, over the rows of its batch.
    case beforeUpdate
    /// Between two updates of an epoch, over all rows: where an animation stops a training.
    case afterUpdate
    /// Just after the update at which training diverged, over all rows.
    case diverged
  }

  /// The kind of moment.
  public let moment: Moment
  /// Number of finished epochs at an epoch's end; otherwise the running epoch, counted from 1.
  public let epoch: Int
  /// Number of updates made so far; before an update, the number of that update, from 1.
  public let update: Int
  /// Indices of the rows of the data set in the order of the passes; all rows at an epoch's end.
  public let rows: [Int]
  /// Parameters, values and derivatives of the pass over `rows`, as training computed them.
  public let tape: Tape
  /// Whether the tape holds derivatives; not for a perceptron.
  public let hasGradients: Bool
  /// Mean loss over `rows`, perhaps NaN; for a perceptron, the share of `rows` that it gets wrong.
  public let loss: Double
  /// Share of `rows` that are classified right, 0...1; nil for regression.
  public let accuracy: Double?

  /// Makes a step.
  public init(
    moment: Moment, epoch: Int, update: Int, rows: [Int], tape: Tape, hasGradients: Bool = true,
    loss: Double, accuracy: Double?
  ) {
    self.moment = moment
    self.epoch = epoch
    self.update = update
    self.rows = rows
    self.tape = tape
    self.hasGradients = hasGradients
    self.loss = loss
    self.accuracy = accuracy
  }

  /// Whether the step was kept at the end of an epoch.
  public var isEpochEnd: Bool { moment == .epochEnd }

  /// The network of this moment: before an update, with the parameters that it will change.
  public var network: Network { tape.network }

  /// Forward pass over `rows`.
  ///
  /// A perceptron is traced as a layer with the activation `step`, which answers 1 at exactly 0; one
  /// with the threshold `>` answers 0 there, and `loss` and `accuracy` follow the perceptron.
  public var forward: ForwardPass { tape.forwardPass }

  /// Gradients of the mean loss over `rows` with respect to everything; nil for a perceptron.
  public var gradients: Gradients? { hasGradients ? tape.gradients : nil }
}
