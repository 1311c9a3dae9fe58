import Snapshots
import Lessons
import Networks

/// One training of a network by gradient descent.
public struct NetworkTraining: Sendable {
  /// What the network learns, and how.
  public var task: LearningTask
  /// The seed of everything random in it; see `RandomStream`.
  public var randomSeed: UInt64
  /// What the scenario itself asks to be kept; figures ask for more.
  public var schedule: TraceSchedule

  /// Makes a training.
  public init(_ task: LearningTask, seed: UInt64 = 0, schedule: TraceSchedule = .standard) {
    self.task = task
    randomSeed = seed
    self.schedule = schedule
  }

  /// Reads `trace` and `seed`.
  init(
    of task: LearningTask, from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    schedule = try TraceSchedule(from: &reader, places: &places)
    randomSeed = UInt64(try reader.integer("seed", in: 0 ... .max, default: 0))
    self.task = task
  }

  /// The rows and the training on them, once both were found to fit, and not to take too much.
  func prepared(
    _ request: RunRequest, keeping schedule: TraceSchedule
  ) throws(TrainingError) -> (dataset: Dataset, cost: CostEstimate) {
    let header = request.header
    if let facts = task.data.facts { try header.check(task.cost(of: facts, schedule), at: .epochs) }
    let dataset: Dataset
    do {
      if let known = request.dataset {
        dataset = known
      } else {
        dataset = try checkedDataset(header, request.files)
      }
    } catch {
      throw .lesson(error)
    }
    let cost = task.cost(of: DataFacts(dataset), schedule)
    try header.check(cost, at: .epochs)
    return (dataset, cost)
  }

  private func checkedDataset(
    _ header: ScenarioHeader, _ files: CSVSource
  ) throws(LessonError) -> Dataset {
    let dataset = try task.data.dataset(seed: randomSeed, files: files)
    try check(DataFacts(dataset), header.places)
    return task.encoded(dataset)
  }

  private func check(_ facts: DataFacts, _ places: ScenarioPlaces) throws(LessonError) {
    try task.check(facts, places)
    try schedule.check(
      epochs: task.train.epochs, updatesPerEpoch: task.updatesPerEpoch(rows: facts.rowCount),
      places)
  }

  /// What a trainer has come to.
  func trace(of name: String, on dataset: Dataset, from trainer: Trainer) -> Trace {
    Trace(
      scenario: name, setup: setup(on: dataset), dataset: dataset,
      steps: trainer.steps + (trainer.unkeptStep.map { [$0] } ?? []), history: trainer.history,
      divergence: trainer.divergence, updateCount: trainer.updateCount)
  }

  /// How it is set up on some rows.
  func setup(on dataset: Dataset) -> TrainingSetup {
    let (train, network) = (task.train, task.network)
    let batch = train.batch ?? dataset.rowCount
    return TrainingSetup(
      rule: .gradientDescent(train.optimizer), loss: network.loss, epochs: train.epochs,
      batchSize: batch, firstParameters: network.firstParameters, seed: randomSeed,
      isSeeded: task.data.dependsOnSeed || network.dependsOnSeed
        || train.shuffles && train.epochs > 0 && batch < dataset.rowCount)
  }
}

extension NetworkTraining: ScenarioKind {
  var facts: ScenarioFacts {
    ScenarioFacts(
      kind: Trace.kind, moments: .epochs, isWorthKeeping: true, seed: randomSeed, data: task.data,
      epochs: task.train.epochs)
  }

  func check(_ places: ScenarioPlaces) throws(LessonError) {
    // A data file is not at hand here; `run` checks again when its rows are known.
    if let facts = task.data.facts { try check(facts, places) }
  }

  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset? {
    try checkedDataset(header, files)
  }

  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? {
    task.data.facts.map { task.cost(of: $0, self.schedule.union(schedule)) }
  }

  func run(_ request: RunRequest) throws(TrainingError) -> Trace {
    let kept = schedule.union(request.schedule)
    let (dataset, cost) = try prepared(request, keeping: kept)
    var trainer = Trainer(task.plan(on: dataset, seed: randomSeed, schedule: kept))
    var progress = request.progress(of: cost)
    trainer.run(&progress)
    progress.finish()
    guard !progress.isCancelled else { throw request.header.cancelled }
    return trace(of: request.header.name, on: dataset, from: trainer)
  }

  func start(_ request: RunRequest) throws(TrainingError) -> Trace? {
    let dataset = try prepared(request, keeping: schedule.union(request.schedule)).dataset
    var trainer = Trainer(task.plan(on: dataset, seed: randomSeed, schedule: .ends))
    trainer.begin()
    return trace(of: request.header.name, on: dataset, from: trainer)
  }

  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> Trace {
    guard let dataset = try? checkedDataset(header, files) else { throw SnapshotError() }
    return try reader.trace(header.name, of: self, on: dataset)
  }

  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    .training(try TrainingPlayback(of: self, request))
  }
}
