import Networks

/// A training that is watched while it runs: it hands out its trace as it stands at some moments.
///
/// What it hands out holds the untrained state, the state at that moment and the history up to it, so
/// that any figure of the training can be drawn as if training had stopped there. Memory does not grow
/// with the number of moments that are watched, but for the history.
public struct TrainingReel {
  private enum Source {
    case network(Trainer, NetworkSpec)
    case perceptron(Trace)
  }

  private let scenario: Scenario
  private let dataset: Dataset
  private var source: Source
  private var current = 0
  private let keepsPath: Bool
  private let unit: TraceSchedule.Unit

  /// The last moment: of a network the epochs or updates that were asked for, of a perceptron the
  /// presentations until its future is proven, or the epochs of these.
  public let last: Int

  /// Makes a reel of a training and takes it to its start.
  ///
  /// - Parameters:
  ///   - scenario: What is trained; a sweep, a descent or an expression has no reel.
  ///   - files: Where files are read from.
  ///   - schedule: The moments of interest, beside the first and the last.
  ///   - unit: Whether moments are counted in epochs or in updates, those of a perceptron in
  ///     presentations.
  ///   - keepsPath: Whether traces hold all of the schedule so far, for which memory then grows.
  /// - Throws: As `Scenario.run`.
  public init(
    of scenario: Scenario, files: CSVSource = .none, at schedule: TraceSchedule,
    counting unit: TraceSchedule.Unit = .epochs, keepsPath: Bool = false
  ) throws(TrainingError) {
    self.scenario = scenario
    self.keepsPath = keepsPath
    self.unit = unit
    guard case .network(let spec) = scenario.model, scenario.sweep == nil else {
      // A perceptron's run is short, as it ends where its future is proven.
      let trace = try scenario.run(
        files: files, also: schedule.union(.every(1)))
      dataset = trace.dataset
      source = .perceptron(trace)
      last = trace.lastMoment(counting: unit)
      return
    }
    dataset = try scenario.checkedDataset(files: files, keeping: .ends)
    last = scenario.lastMoment(of: dataset, counting: unit)
    var trainer = Trainer(
      scenario.plan(of: spec, on: dataset, seed: scenario.seed, schedule: schedule))
    trainer.begin()
    source = .network(trainer, spec)
  }

  /// Trains on to a moment, which must not lie behind, and returns what the training has come to.
  ///
  /// - Parameter moment: An epoch of the schedule, or any update; beyond the last, or after a
  ///   divergence, the end counts.
  /// - Returns: The trace of the training as if it had stopped there.
  public mutating func trace(at moment: Int) -> Trace {
    precondition(moment >= current, "moment \(moment) lies before \(current)")
    let moment = min(moment, last)
    switch source {
    case .network(var trainer, let spec):
      while current < moment, unit == .epochs ? trainer.advance() : trainer.advanceByUpdate() {
        current += 1
      }
      if !keepsPath { trainer.forgetMiddleSteps() }
      source = .network(trainer, spec)
      return scenario.trace(of: spec, on: dataset, from: trainer)
    case .perceptron(let trace):
      current = max(current, moment)
      return unit == .epochs
        ? trace.stopped(atEpoch: min(moment, trace.epochCount))
        : trace.stopped(afterPresentation: moment)
    }
  }
}

extension Scenario {
  /// How many epochs or updates the training of a network has.
  func lastMoment(of dataset: Dataset, counting unit: TraceSchedule.Unit) -> Int {
    unit == .epochs
      ? train.epochs : train.epochs * train.batches(rows: dataset.rowCount).updateCount
  }
}
