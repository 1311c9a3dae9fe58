import Lessons
import Networks

/// What a network learns, and how: all of a training but its random numbers and what is kept of it.
public struct LearningTask: Sendable {
  /// Where the rows come from.
  public var data: DataSpec
  /// The network before its training, and its loss.
  public var network: NetworkSpec
  /// How it is trained.
  public var train: TrainingSpec

  /// Makes a task.
  public init(data: DataSpec, network: NetworkSpec, train: TrainingSpec) {
    self.data = data
    self.network = network
    self.train = train
  }

  /// Reads `data`, `network`, `loss` and `train`.
  init(from reader: inout SectionReader, places: inout ScenarioPlaces) throws(LessonError) {
    data = try DataSpec(from: &reader, places: &places)
    network = try NetworkSpec(from: &reader, task: data.facts?.task, places: &places)
    train = try TrainingSpec(from: &reader, places: &places)
  }

  /// Number of updates in an epoch of so many rows.
  func updatesPerEpoch(rows: Int) -> Int { train.batches(rows: rows).updateCount }

  /// The rows of a seed, with their classes written as the loss and the output layer want them.
  func dataset(seed: UInt64, files: CSVSource) throws(LessonError) -> Dataset {
    encoded(try data.dataset(seed: seed, files: files))
  }

  /// A data set with its classes written as the loss and the output layer want them.
  func encoded(_ dataset: Dataset) -> Dataset {
    dataset.encoded(
      as: TargetEncoding(
        task: dataset.task, loss: network.loss, output: network.output.activation,
        units: network.output.units))
  }

  /// What one training takes.
  func cost(of facts: DataFacts, _ schedule: TraceSchedule) -> CostEstimate {
    CostEstimate(
      widths: network.widths(inputCount: facts.inputCount), rows: facts.rowCount,
      validationRows: facts.validationCount, batch: train.batch ?? max(1, facts.rowCount),
      epochs: train.epochs, schedule: schedule)
  }

  /// The training with the random numbers of a seed.
  func plan(on dataset: Dataset, seed: UInt64, schedule: TraceSchedule?) -> Trainer.Plan {
    Trainer.Plan(
      network: network.start(inputCount: dataset.inputNames.count, seed: seed), dataset: dataset,
      loss: network.loss, optimizer: train.optimizer,
      batches: train.batches(rows: dataset.rowCount), epochs: train.epochs,
      shuffling: train.shuffles ? RandomStream.shuffling.generator(seed: seed) : nil,
      schedule: schedule)
  }
}
