import Lessons
import Networks

/// The trainings of one combination of a sweep's settings, of which a few numbers and a curve are kept.
struct SweepTrainings {
  private let task: LearningTask
  private let settings: [SweepSetting]
  private let threshold: Double?
  private let files: CSVSource
  /// Epochs of the curves, ascending.
  private let curveEpochs: [Int]
  /// The rows, if they are the same for every seed and were drawn already.
  private var common: Dataset?

  init(
    _ task: LearningTask, _ settings: [SweepSetting], threshold: Double?, files: CSVSource
  ) {
    self.task = task
    self.settings = settings
    self.threshold = threshold
    self.files = files
    curveEpochs = Self.curveEpochs(upTo: task.train.epochs)
  }

  /// Trains with the random numbers of a seed.
  mutating func member(
    seed: Int, _ progress: inout RunProgress
  ) throws(LessonError) -> SweepMember {
    let dataset: Dataset
    if let common {
      dataset = common
    } else {
      dataset = try task.dataset(seed: UInt64(seed), files: files)
      if !task.data.dependsOnSeed { common = dataset }
    }
    var trainer = Trainer(task.plan(on: dataset, seed: UInt64(seed), schedule: nil))
    trainer.run(&progress)
    return member(of: trainer, on: dataset, seed: seed)
  }

  private func member(of trainer: Trainer, on dataset: Dataset, seed: Int) -> SweepMember {
    let history = trainer.history
    let last = history.loss.count - 1
    return SweepMember(
      settings: settings, seed: seed, finalLoss: history.loss[last],
      finalAccuracy: history.accuracy.last, validationLoss: history.validationLoss.last,
      validationAccuracy: history.validationAccuracy.last,
      epochsToThreshold: threshold.flatMap { threshold in
        dataset.task == .regression
          ? history.firstEpoch(withLoss: threshold) : history.firstEpoch(withAccuracy: threshold)
      }, diverged: trainer.divergence != nil, lossCurve: curve(of: history),
      parameterCount: task.network.parameterCount(inputCount: dataset.inputNames.count))
  }

  /// The loss at the epochs of the curves that were reached, and where a training broke off.
  ///
  /// Epochs count from 0, so that each is its own place in the history.
  private func curve(of history: TrainingHistory) -> [LossPoint] {
    let last = history.loss.count - 1
    let reached = curveEpochs.filter { $0 < last } + [last]
    return reached.map { LossPoint(epoch: history.epochs[$0], loss: history.loss[$0]) }
  }

  private static func curveEpochs(upTo last: Int) -> [Int] {
    let half = SweepMember.curveLimit / 2
    let evenly = (0..<half).map { last * $0 / (half - 1) }
    return TraceSchedule.epochs(evenly).union(.logarithmic(half - 1)).epochs(upTo: last)
  }
}
