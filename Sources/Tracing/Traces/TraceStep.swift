public import Networks

/// One kept moment of a training: a network, and everything that it computes there.
///
/// It holds parameters. Passes and gradients follow from them and are computed when they are asked for, with
/// the bits that training itself had: who needs them several times keeps them.
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
  /// Weights and biases in the order of `Network.parameters`.
  public let parameters: [Double]
  /// Mean loss over `rows`, perhaps NaN; for a perceptron, the share of `rows` that it gets wrong.
  public let loss: Double
  /// Share of `rows` that are classified right, 0...1; nil for regression.
  public let accuracy: Double?
  private let source: TracedRows

  /// Makes a step over some rows of `source`, over all of them if `rows` is nil.
  init(
    moment: Moment, epoch: Int, update: Int, rows: [Int]? = nil, of source: TracedRows,
    parameters: [Double], loss: Double, accuracy: Double?
  ) {
    self.moment = moment
    self.epoch = epoch
    self.update = update
    self.rows = rows ?? source.all
    self.source = source
    self.parameters = parameters
    self.loss = loss
    self.accuracy = accuracy
  }

  /// Whether the step was kept at the end of an epoch.
  public var isEpochEnd: Bool { moment == .epochEnd }

  /// The network of this moment: before an update, with the parameters that it will change.
  public var network: Network { source.network(parameters) }

  /// Forward pass over `rows`.
  ///
  /// A perceptron is traced as a layer with the activation `step`, which answers 1 at exactly 0; one
  /// with the threshold `>` answers 0 there, and `loss` and `accuracy` follow the perceptron.
  public var forward: ForwardPass { source.forward(parameters, rows: rows) }

  /// Gradients of the mean loss over `rows` with respect to everything; nil for a perceptron.
  public var gradients: Gradients? { source.gradients(parameters, rows: rows) }
}
