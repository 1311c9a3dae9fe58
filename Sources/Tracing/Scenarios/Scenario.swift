public import Lessons
import Networks

/// A training that a lesson describes: data, a model, how it is trained, and what is kept of it.
public struct Scenario: Sendable {
  /// Name of the scenario in its lesson.
  public let name: String
  /// What figures call it, in each language; nil for its name.
  public let title: LocalizedText?
  /// The seed of everything random in it; see `RandomStream`.
  public let seed: UInt64
  /// Where the rows come from.
  public let data: DataSpec
  /// What is trained.
  public let model: ModelSpec
  /// How it is trained.
  public let train: TrainingSpec
  /// What the scenario itself asks to be kept; figures ask for more.
  public let schedule: TraceSchedule
  /// What it may take.
  public let limits: CostLimits
  let places: ScenarioPlaces

  /// Makes a scenario without a lesson.
  public init(
    name: String, title: LocalizedText? = nil, seed: UInt64 = 0, data: DataSpec, model: ModelSpec,
    train: TrainingSpec,
    schedule: TraceSchedule = .standard, limits: CostLimits = CostLimits()
  ) {
    self.init(
      name: name, title: title, seed: seed, data: data, model: model, train: train,
      schedule: schedule,
      limits: limits, places: ScenarioPlaces(name: name))
  }

  init(
    name: String, title: LocalizedText?, seed: UInt64, data: DataSpec, model: ModelSpec,
    train: TrainingSpec,
    schedule: TraceSchedule, limits: CostLimits, places: ScenarioPlaces
  ) {
    self.name = name
    self.title = title
    self.seed = seed
    self.data = data
    self.model = model
    self.train = train
    self.schedule = schedule
    self.limits = limits
    self.places = places
  }

  /// Number of updates in an epoch of so many rows; of a perceptron, of presentations.
  public func updatesPerEpoch(rows: Int) -> Int {
    switch model {
    case .perceptron: train.order?.count ?? rows
    case .network: train.batches(rows: rows).updateCount
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
    switch model {
    case .perceptron: return dataset.encoded(as: .zeroOne)
    case .network(let network):
      return dataset.encoded(
        as: TargetEncoding(
          task: dataset.task, loss: network.loss, output: network.output.activation,
          units: network.output.units))
    }
  }

  /// What a run would take; nil if the rows are in a file, which has not been read.
  public func estimatedCost(also schedule: TraceSchedule = .ends) -> CostEstimate? {
    data.facts.map { cost(of: $0, schedule: self.schedule.union(schedule)) }
  }

  /// Trains the model and keeps what was asked for.
  ///
  /// The same scenario gives the same trace, bit for bit, whatever is kept of it.
  ///
  /// - Parameters:
  ///   - files: Where files are read from.
  ///   - schedule: What is kept besides the scenario's own schedule. What it asks for beyond the
  ///     end of the training is ignored: see `TraceSchedule.epochs(beyond:)`.
  /// - Returns: The trace, also of a training that diverged.
  /// - Throws: `TrainingError.lesson` if the data is wrong or does not fit, and
  ///   `TrainingError.tooLarge` if the run would take more than the limits allow.
  public func run(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends
  ) throws(TrainingError) -> Trace {
    let kept = self.schedule.union(schedule)
    if let facts = data.facts { try checkCost(of: facts, schedule: kept) }
    let dataset: Dataset
    do {
      dataset = try self.dataset(files: files)
    } catch {
      throw .lesson(error)
    }
    try checkCost(of: DataFacts(dataset), schedule: kept)
    switch model {
    case .perceptron(let perceptron):
      return trace(of: perceptron, on: dataset, schedule: kept)
    case .network(let network): return trace(of: network, on: dataset, schedule: kept)
    }
  }

  private func cost(of facts: DataFacts, schedule: TraceSchedule) -> CostEstimate {
    switch model {
    case .perceptron:
      CostEstimate(
        perceptronInputs: facts.inputCount, presentations: updatesPerEpoch(rows: facts.rowCount),
        rows: facts.rowCount, epochs: train.epochs,
        steps: schedule.epochCount(upTo: train.epochs))
    case .network(let network):
      CostEstimate(
        widths: network.widths(inputCount: facts.inputCount), rows: facts.rowCount,
        batch: train.batch ?? max(1, facts.rowCount), epochs: train.epochs, schedule: schedule)
    }
  }

  private func checkCost(of facts: DataFacts, schedule: TraceSchedule) throws(TrainingError) {
    let cost = cost(of: facts, schedule: schedule)
    guard let objection = limits.objection(to: cost) else { return }
    throw .tooLarge(
      cost, places.error("\(objection.message)", at: .epochs, help: objection.help))
  }

  private func trace(
    of spec: NetworkSpec, on dataset: Dataset, schedule: TraceSchedule
  ) -> Trace {
    var trainer = Trainer(
      Trainer.Plan(
        network: spec.start(inputCount: dataset.inputNames.count, seed: seed), dataset: dataset,
        loss: spec.loss, optimizer: train.optimizer,
        batches: train.batches(rows: dataset.rowCount), epochs: train.epochs,
        shuffling: train.shuffles ? RandomStream.shuffling.generator(seed: seed) : nil,
        schedule: schedule))
    trainer.run()
    return Trace(
      scenario: name, seed: seed, dataset: dataset, loss: spec.loss,
      optimizer: train.optimizerText, batchSize: train.batch ?? dataset.rowCount,
      steps: trainer.steps, history: trainer.history, divergence: trainer.divergence,
      updateCount: trainer.updateCount)
  }

  private func trace(
    of spec: PerceptronSpec, on dataset: Dataset, schedule: TraceSchedule
  ) -> Trace {
    let tracer = PerceptronTracer(
      start: spec.start(inputCount: dataset.inputNames.count), dataset: dataset,
      order: train.order ?? Array(0..<dataset.rowCount), rate: train.optimizer.learningRate,
      epochs: train.epochs)
    return Trace(
      scenario: name, seed: seed, dataset: dataset, loss: nil,
      optimizer: "perceptron(rate \(NumberForm.text(train.optimizer.learningRate)))",
      batchSize: 1, steps: schedule.epochs(upTo: train.epochs).map { tracer.step(atEpoch: $0) },
      history: tracer.history(upTo: train.epochs), perceptron: tracer.run,
      updateCount: tracer.run.updateCount)
  }
}
