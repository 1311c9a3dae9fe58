import Networks

/// A training of a network that is watched while it runs: it hands out its trace as it stands at some moments.
///
/// What it hands out holds the untrained state, the state at that moment and the history up to it, so
/// that any figure of the training can be drawn as if training had stopped there. Memory does not grow
/// with the number of moments that are watched, but for the history.
struct TrainingPlayback {
  private let training: NetworkTraining
  private let name: String
  private let dataset: Dataset
  private var trainer: Trainer
  private var progress = RunProgress.unwatched
  private var current = 0
  private let keepsPath: Bool
  private let unit: TraceSchedule.Unit

  /// The last moment: the epochs or updates that were asked for.
  let last: Int

  /// Takes a training to its start.
  init(of training: NetworkTraining, _ request: PlaybackRequest) throws(TrainingError) {
    self.training = training
    name = request.run.header.name
    keepsPath = request.keepsPath
    unit = request.unit
    dataset = try training.prepared(request.run, keeping: .ends).dataset
    let task = training.task
    last =
      unit == .epochs
      ? task.train.epochs : task.train.epochs * task.updatesPerEpoch(rows: dataset.rowCount)
    trainer = Trainer(
      task.plan(on: dataset, seed: training.randomSeed, schedule: request.run.schedule))
    trainer.begin()
  }

  /// Trains on to a moment, which must not lie behind, and returns what the training has come to.
  ///
  /// - Parameter moment: An epoch of the schedule, or any update; beyond the last, or after a
  ///   divergence, the end counts.
  /// - Returns: The trace of the training as if it had stopped there.
  mutating func trace(at moment: Int) -> Trace {
    precondition(moment >= current, "moment \(moment) lies before \(current)")
    let moment = min(moment, last)
    while current < moment,
      unit == .epochs ? trainer.advance(&progress) : trainer.advanceByUpdate()
    {
      current += 1
    }
    if !keepsPath { trainer.forgetMiddleSteps() }
    return training.trace(of: name, on: dataset, from: trainer)
  }
}
