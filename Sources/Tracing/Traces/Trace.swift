public import Networks

/// What was kept of a training: steps, loss curves, and how it ended.
///
/// A trace is valid also if training diverged: its steps then end at the moment named by
/// `divergence`, and such a trace equals no other, for NaN is not equal to itself.
public struct Trace: Equatable, Sendable {
  /// Name of the scenario.
  public let scenario: String
  /// How the training was set up.
  public let setup: TrainingSetup
  /// The data that was learned, with its targets as the loss wanted them.
  public let dataset: Dataset
  /// Kept steps in the order of training; the untrained network is always the first of them, and
  /// the state at the end the last.
  public let steps: [TraceStep]
  /// Loss and accuracy over the whole training.
  public let history: TrainingHistory
  /// Every presentation of a perceptron's training; nil for a network.
  public let perceptron: PerceptronRun?
  /// Where training stopped because numbers were no longer finite; nil if it did not.
  public let divergence: Divergence?
  /// Number of updates made; for a perceptron, of corrections made within `perceptron`.
  public let updateCount: Int

  /// Makes a trace.
  public init(
    scenario: String, setup: TrainingSetup, dataset: Dataset, steps: [TraceStep],
    history: TrainingHistory, perceptron: PerceptronRun? = nil, divergence: Divergence? = nil,
    updateCount: Int
  ) {
    precondition(!steps.isEmpty, "a trace of \(scenario) without a step")
    self.scenario = scenario
    self.setup = setup
    self.dataset = dataset
    self.steps = steps
    self.history = history
    self.perceptron = perceptron
    self.divergence = divergence
    self.updateCount = updateCount
  }

  /// Seed of the scenario.
  public var seed: UInt64 { setup.seed }

  /// The loss that was minimized; nil for a perceptron.
  public var loss: Loss? { setup.loss }

  /// Rows in a batch; 1 for a perceptron.
  public var batchSize: Int { setup.batchSize }

  /// The untrained state.
  public var first: TraceStep { steps[0] }

  /// The state at the end of the training.
  public var last: TraceStep { steps[steps.count - 1] }

  /// The last epoch that was begun: all that were asked for, fewer if training diverged.
  public var epochCount: Int { last.epoch }

  /// The step kept at the end of an epoch; nil if that epoch was not kept or not reached.
  ///
  /// The state at which a training diverged answers for the epoch that it broke off.
  public func step(atEpoch epoch: Int) -> TraceStep? {
    steps.last { $0.epoch == epoch && $0.moment != .beforeUpdate }
  }

  /// The step kept just before an update, counted from 1; nil if that update was not kept.
  public func step(beforeUpdate update: Int) -> TraceStep? {
    steps.first { $0.update == update && $0.moment == .beforeUpdate }
  }
}
