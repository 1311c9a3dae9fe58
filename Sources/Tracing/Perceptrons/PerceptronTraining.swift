import Wording
import Snapshots
import Lessons
import Networks

/// One training of a perceptron by its own rule.
public struct PerceptronTraining: Sendable {
  /// Where the rows come from.
  public var rows: DataSpec
  /// The perceptron before its training.
  public var perceptron: PerceptronSpec
  /// The most epochs; 0 leaves it untrained.
  public var epochCount: Int
  /// The learning rate.
  public var rate: Double
  /// Order of the rows in each epoch; nil means as they are listed.
  public var order: [Int]?
  /// The seed of the rows.
  public var randomSeed: UInt64
  /// What the scenario itself asks to be kept; figures ask for more.
  public var schedule: TraceSchedule

  /// Makes a training; by default at most 100 epochs with the learning rate 1.
  public init(
    rows: DataSpec, perceptron: PerceptronSpec = PerceptronSpec(), epochs: Int = 100,
    rate: Double = 1, order: [Int]? = nil, seed: UInt64 = 0,
    schedule: TraceSchedule = .standard
  ) {
    precondition(epochs >= 0, "\(epochs) epochs")
    self.rows = rows
    self.perceptron = perceptron
    epochCount = epochs
    self.rate = rate
    self.order = order
    randomSeed = seed
    self.schedule = schedule
  }

  /// The trace of everything that was asked for.
  func trace(_ request: RunRequest) throws(TrainingError) -> Trace {
    let kept = schedule.union(request.schedule)
    let header = request.header
    let dataset = try check(request)
    let tracer = PerceptronTracer(
      start: perceptron.start(inputCount: dataset.inputNames.count), dataset: dataset,
      order: order ?? Array(0..<dataset.rowCount), rate: rate, epochs: epochCount)
    return Trace(
      scenario: header.name, setup: setup, dataset: dataset,
      steps: kept.epochs(upTo: epochCount).map { tracer.step(atEpoch: $0) },
      history: tracer.history(upTo: epochCount), perceptron: tracer.run,
      updateCount: tracer.run.updateCount)
  }

  /// The rows, if all fits and would not take too much.
  @discardableResult
  private func check(_ request: RunRequest) throws(TrainingError) -> Dataset {
    let kept = schedule.union(request.schedule)
    let header = request.header
    if let facts = rows.facts { try header.check(cost(of: facts, kept), at: .epochs) }
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
    try header.check(cost(of: DataFacts(dataset), kept), at: .epochs)
    return dataset
  }

  private func checkedDataset(
    _ header: ScenarioHeader, _ files: CSVSource
  ) throws(LessonError) -> Dataset {
    let dataset = try rows.dataset(seed: randomSeed, files: files)
    try check(DataFacts(dataset), header.places)
    return dataset.encoded(as: .zeroOne)
  }

  private var setup: TrainingSetup {
    TrainingSetup(
      rule: .perceptron(rate: rate), loss: nil, epochs: epochCount, batchSize: 1,
      firstParameters: .given, seed: randomSeed, isSeeded: rows.dependsOnSeed)
  }

  private func presentations(rows: Int) -> Int { order?.count ?? rows }

  private func cost(of facts: DataFacts, _ schedule: TraceSchedule) -> CostEstimate {
    CostEstimate(
      perceptronInputs: facts.inputCount, presentations: presentations(rows: facts.rowCount),
      rows: facts.rowCount + facts.validationCount, epochs: epochCount,
      steps: schedule.epochCount(upTo: epochCount))
  }

  /// Checks that perceptron, order and schedule fit the data.
  private func check(_ facts: DataFacts, _ places: ScenarioPlaces) throws(LessonError) {
    guard facts.task == .classification(classCount: 2) else {
      throw places.error(
        "a perceptron tells two classes apart, and \(facts.what)", at: .model,
        help: "use a network instead of 'model: perceptron'")
    }
    if let weights = perceptron.weights, weights.count != facts.inputCount {
      throw places.error(
        "\(counted(weights.count, "weight")) for \(counted(facts.inputCount, "input"))",
        at: .parameters)
    }
    if let order, let bad = order.first(where: { $0 >= facts.rowCount || $0 < 0 }) {
      throw places.error(
        "no row \(bad) in \(facts.name); its rows are 0 to \(facts.rowCount - 1)", at: .order)
    }
    try schedule.check(
      epochs: epochCount, updatesPerEpoch: presentations(rows: facts.rowCount), places)
  }
}

extension PerceptronTraining: ScenarioKind {
  var facts: ScenarioFacts {
    ScenarioFacts(
      kind: Trace.kind, moments: .presentations, isWorthKeeping: false, seed: randomSeed,
      data: rows, epochs: epochCount)
  }

  func check(_ places: ScenarioPlaces) throws(LessonError) {
    if let facts = rows.facts { try check(facts, places) }
  }

  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset? {
    try checkedDataset(header, files)
  }

  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? {
    rows.facts.map { cost(of: $0, self.schedule.union(schedule)) }
  }

  /// A run ends as soon as its future is proven: there is little to follow.
  func run(_ request: RunRequest) throws(TrainingError) -> Trace {
    let trace = try trace(request)
    request.report?(1)
    return trace
  }

  func start(_ request: RunRequest) throws(TrainingError) -> Trace? {
    var untrained = self
    untrained.epochCount = 0
    untrained.schedule = .ends
    var request = request
    try check(request)
    request.schedule = .ends
    return try untrained.trace(request)
  }

  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> Trace { throw SnapshotError() }

  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    .perceptron(try PerceptronPlayback(of: self, request))
  }
}

extension CostEstimate {
  /// The cost of training a perceptron, every presentation of which is kept.
  fileprivate init(
    perceptronInputs inputs: Int, presentations: Int, rows: Int, epochs: Int, steps: Int
  ) {
    let shown = Double(presentations) * Double(epochs)
    self.init(
      bytes: shown * Double(2 * (32 + 8 * inputs) + 100)
        + Double(steps) * (8 * Double(inputs + 1) + Self.bytesOfStep)
        + Double(rows) * 8 * Double(inputs + 3),
      multiplyAdds: shown * Double(2 * inputs) + Double(rows * inputs) * Double(epochs),
      stepCount: steps)
  }
}
