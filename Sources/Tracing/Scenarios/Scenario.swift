public import Lessons
import Networks

/// What a lesson describes to be run: a model, its data, how it is trained, what is kept of it.
///
/// Most are one training of a perceptron or a network; with `sweep`, many trainings of a network.
/// Descents on a function and computed formulas have no data.
public struct Scenario: Sendable {
  /// Name of the scenario in its lesson.
  public let name: String
  /// What figures call it, in each language; nil for its name.
  public let title: LocalizedText?
  /// The seed of everything random in it, except in a sweep; see `RandomStream`.
  public let seed: UInt64
  /// Where the rows come from.
  public internal(set) var data: DataSpec
  /// What is trained.
  public internal(set) var model: ModelSpec
  /// How it is trained; of a descent, `epochs` is the number of its steps.
  public internal(set) var train: TrainingSpec
  /// The settings that many trainings go through; nil for one training.
  public let sweep: SweepSpec?
  /// What the scenario itself asks to be kept; figures ask for more.
  public let schedule: TraceSchedule
  /// What it may take.
  public let limits: CostLimits
  var places: ScenarioPlaces

  /// Makes a scenario without a lesson.
  public init(
    name: String, title: LocalizedText? = nil, seed: UInt64 = 0, data: DataSpec = .none,
    model: ModelSpec, train: TrainingSpec = TrainingSpec(epochs: 0), sweep: SweepSpec? = nil,
    schedule: TraceSchedule = .standard, limits: CostLimits = CostLimits()
  ) {
    self.name = name
    self.title = title
    self.seed = seed
    self.data = data
    self.model = model
    self.train = train
    self.sweep = sweep
    self.schedule = schedule
    self.limits = limits
    places = ScenarioPlaces(name: name)
  }

  /// What running it gives, in words with their article, as `ScenarioOutcome.kind`.
  public var kind: String { sweep == nil ? model.what : "a sweep" }

  /// Whether running it is one training, which has epochs to choose from.
  public var isTraining: Bool {
    switch model {
    case .perceptron, .network: sweep == nil
    case .function, .expression: false
    }
  }

  /// Number of updates in an epoch of so many rows; of a perceptron, of presentations.
  public func updatesPerEpoch(rows: Int) -> Int {
    switch model {
    case .perceptron: train.order?.count ?? rows
    case .network: train.batches(rows: rows).updateCount
    case .function, .expression: 0
    }
  }

  /// The rows, with their classes written as the loss and the output layer want them.
  ///
  /// - Parameter files: Where files are read from.
  /// - Returns: The rows that `run` trains on.
  /// - Throws: `LessonError` if a file is missing or wrong, or does not fit the model.
  public func dataset(files: CSVSource = .none) throws(LessonError) -> Dataset {
    let dataset = try data.dataset(seed: seed, files: files)
    try check(DataFacts(dataset))
    return encoded(dataset)
  }

  /// A data set with its classes written as the loss and the output layer want them.
  func encoded(_ dataset: Dataset) -> Dataset {
    guard case .network(let network) = model else { return dataset.encoded(as: .zeroOne) }
    return dataset.encoded(
      as: TargetEncoding(
        task: dataset.task, loss: network.loss, output: network.output.activation,
        units: network.output.units))
  }

  /// What a run would take; nil if the rows are in a file, which has not been read.
  public func estimatedCost(also schedule: TraceSchedule = .ends) -> CostEstimate? {
    if case .function(let descent) = model { return CostEstimate(descent) }
    if case .expression = model {
      return CostEstimate(bytes: 0, multiplyAdds: 0, stepCount: 0)
    }
    return data.facts.map { facts in
      sweep.map { cost(of: $0, on: facts) } ?? cost(of: facts, schedule.union(self.schedule))
    }
  }

  /// Trains the model once and keeps what was asked for.
  ///
  /// The same scenario gives the same trace, bit for bit, whatever is kept of it. A sweep is left
  /// aside; see `outcome`.
  ///
  /// - Parameters:
  ///   - files: Where files are read from.
  ///   - schedule: What is kept besides the scenario's own schedule. What it asks for beyond the
  ///     end of the training is ignored: see `TraceSchedule.epochs(beyond:)`.
  /// - Returns: The trace, also of a training that diverged.
  /// - Throws: `TrainingError.lesson` if the data is wrong or does not fit, or if there is nothing
  ///   to train, and `TrainingError.tooLarge` if the run would take more than the limits allow.
  public func run(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends
  ) throws(TrainingError) -> Trace {
    let kept = self.schedule.union(schedule)
    if let facts = data.facts { try checkCost(cost(of: facts, kept), at: .epochs) }
    switch model {
    case .perceptron(let perceptron):
      let dataset = try checkedDataset(files: files, keeping: kept)
      return trace(of: perceptron, on: dataset, schedule: kept)
    case .network(let network):
      let dataset = try checkedDataset(files: files, keeping: kept)
      return trace(of: network, on: dataset, schedule: kept)
    case .function, .expression:
      throw .lesson(
        places.error("scenario '\(name)' is \(model.what), not a training", at: .model))
    }
  }

  func checkedDataset(
    files: CSVSource, keeping schedule: TraceSchedule
  ) throws(TrainingError) -> Dataset {
    let dataset: Dataset
    do {
      dataset = try self.dataset(files: files)
    } catch {
      throw .lesson(error)
    }
    try checkCost(cost(of: DataFacts(dataset), schedule), at: .epochs)
    return dataset
  }

  /// What one training takes.
  func cost(of facts: DataFacts, _ schedule: TraceSchedule) -> CostEstimate {
    switch model {
    case .perceptron:
      CostEstimate(
        perceptronInputs: facts.inputCount, presentations: updatesPerEpoch(rows: facts.rowCount),
        rows: facts.rowCount + facts.validationCount, epochs: train.epochs,
        steps: schedule.epochCount(upTo: train.epochs))
    case .network(let network):
      CostEstimate(
        widths: network.widths(inputCount: facts.inputCount), rows: facts.rowCount,
        validationRows: facts.validationCount, batch: train.batch ?? max(1, facts.rowCount),
        epochs: train.epochs, schedule: schedule)
    case .function, .expression: CostEstimate(bytes: 0, multiplyAdds: 0, stepCount: 0)
    }
  }

  /// Refuses what would take more than the limits allow.
  func checkCost(_ cost: CostEstimate, at part: ScenarioPlaces.Part) throws(TrainingError) {
    guard let objection = limits.objection(to: cost) else { return }
    throw .tooLarge(cost, places.error(objection.message, at: part, help: objection.help))
  }

  /// The training of a network with the random numbers of a seed.
  func plan(
    of spec: NetworkSpec, on dataset: Dataset, seed: UInt64, schedule: TraceSchedule?
  ) -> Trainer.Plan {
    Trainer.Plan(
      network: spec.start(inputCount: dataset.inputNames.count, seed: seed), dataset: dataset,
      loss: spec.loss, optimizer: train.optimizer,
      batches: train.batches(rows: dataset.rowCount), epochs: train.epochs,
      shuffling: train.shuffles ? RandomStream.shuffling.generator(seed: seed) : nil,
      schedule: schedule)
  }

  private func trace(
    of spec: NetworkSpec, on dataset: Dataset, schedule: TraceSchedule
  ) -> Trace {
    var trainer = Trainer(plan(of: spec, on: dataset, seed: seed, schedule: schedule))
    trainer.run()
    return trace(of: spec, on: dataset, from: trainer)
  }

  /// What a training has come to.
  func trace(of spec: NetworkSpec, on dataset: Dataset, from trainer: Trainer) -> Trace {
    Trace(
      scenario: name, setup: setup(of: spec, on: dataset), dataset: dataset,
      steps: trainer.steps + (trainer.unkeptStep.map { [$0] } ?? []), history: trainer.history,
      divergence: trainer.divergence, updateCount: trainer.updateCount)
  }

  /// How the training of a network is set up.
  func setup(of spec: NetworkSpec, on dataset: Dataset) -> TrainingSetup {
    let batch = train.batch ?? dataset.rowCount
    return TrainingSetup(
      rule: .gradientDescent(train.optimizer), loss: spec.loss, epochs: train.epochs,
      batchSize: batch, firstParameters: spec.firstParameters, seed: seed,
      isSeeded: data.dependsOnSeed || spec.dependsOnSeed
        || train.shuffles && train.epochs > 0 && batch < dataset.rowCount)
  }

  private var perceptronSetup: TrainingSetup {
    TrainingSetup(
      rule: .perceptron(rate: train.optimizer.learningRate), loss: nil, epochs: train.epochs,
      batchSize: 1, firstParameters: .given, seed: seed, isSeeded: data.dependsOnSeed)
  }

  private func trace(
    of spec: PerceptronSpec, on dataset: Dataset, schedule: TraceSchedule
  ) -> Trace {
    let tracer = PerceptronTracer(
      start: spec.start(inputCount: dataset.inputNames.count), dataset: dataset,
      order: train.order ?? Array(0..<dataset.rowCount), rate: train.optimizer.learningRate,
      epochs: train.epochs)
    return Trace(
      scenario: name, setup: perceptronSetup, dataset: dataset,
      steps: schedule.epochs(upTo: train.epochs).map { tracer.step(atEpoch: $0) },
      history: tracer.history(upTo: train.epochs), perceptron: tracer.run,
      updateCount: tracer.run.updateCount)
  }
}
