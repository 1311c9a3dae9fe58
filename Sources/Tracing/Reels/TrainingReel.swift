import Networks

/// A training that is watched while it runs: it hands out its trace as it stands at some epochs.
///
/// What it hands out holds the untrained state, the state at that epoch and the history up to it, so that
/// any figure of the training can be drawn as if training had stopped there. Memory does not grow with
/// the number of epochs that are watched, but for the history.
public struct TrainingReel {
  private enum Source {
    case network(Trainer, NetworkSpec)
    case perceptron(Trace)
  }

  private let scenario: Scenario
  private let dataset: Dataset
  private var source: Source
  private var current: Int
  private let keepsPath: Bool

  /// The epochs, 0 and the last among them, at which the reel can be looked at.
  public let epochs: [Int]

  /// Makes a reel of a training and takes it to epoch 0.
  ///
  /// - Parameters:
  ///   - scenario: What is trained; a sweep, a descent or an expression has no reel.
  ///   - files: Where files are read from.
  ///   - schedule: The epochs of interest, beside the first and the last.
  ///   - keepsPath: Whether traces hold all of these epochs so far, for which memory then grows.
  /// - Throws: As `Scenario.run`.
  public init(
    of scenario: Scenario, files: CSVSource = .none, at schedule: TraceSchedule,
    keepsPath: Bool = false
  ) throws(TrainingError) {
    self.scenario = scenario
    self.keepsPath = keepsPath
    epochs = schedule.epochs(upTo: scenario.train.epochs)
    current = 0
    guard case .network(let spec) = scenario.model, scenario.sweep == nil else {
      // A perceptron's run is short, as it ends where its future is proven.
      let trace = try scenario.run(files: files, also: schedule)
      dataset = trace.dataset
      source = .perceptron(trace)
      return
    }
    dataset = try scenario.checkedDataset(files: files, keeping: .ends)
    var trainer = Trainer(
      scenario.plan(of: spec, on: dataset, seed: scenario.seed, schedule: schedule))
    trainer.begin()
    source = .network(trainer, spec)
  }

  /// Trains on to an epoch, which must not lie behind, and returns what the training has come to.
  ///
  /// - Parameter epoch: One of `epochs`; beyond the last, or after a divergence, the end counts.
  /// - Returns: The trace of the training as if it had stopped there.
  public mutating func trace(atEpoch epoch: Int) -> Trace {
    precondition(epoch >= current, "epoch \(epoch) lies before epoch \(current)")
    switch source {
    case .network(var trainer, let spec):
      while current < epoch, trainer.advance() { current += 1 }
      if !keepsPath { trainer.forgetMiddleSteps() }
      source = .network(trainer, spec)
      return scenario.trace(of: spec, on: dataset, from: trainer)
    case .perceptron(let trace):
      current = epoch
      return trace.stopped(atEpoch: min(epoch, trace.epochCount))
    }
  }
}

extension Trace {
  /// The trace of the same training, had it stopped after an epoch that was kept.
  func stopped(atEpoch epoch: Int) -> Trace {
    var history = TrainingHistory()
    for (index, number) in self.history.epochs.enumerated() where number <= epoch {
      history.append(
        epoch: number, loss: self.history.loss[index],
        accuracy: self.history.accuracy.isEmpty ? nil : self.history.accuracy[index])
    }
    let end = step(atEpoch: epoch) ?? last
    return Trace(
      scenario: scenario, seed: seed, dataset: dataset, loss: loss, optimizer: optimizer,
      batchSize: batchSize, steps: epoch == 0 ? [first] : [first, end], history: history,
      perceptron: perceptron, divergence: nil, updateCount: end.update)
  }
}
