public import Lessons

/// What a lesson describes to be run under one name.
public struct Scenario: Sendable {
  /// What is run.
  public let spec: ScenarioSpec
  let header: ScenarioHeader

  /// Makes a scenario without a lesson.
  public init(
    name: String, title: LocalizedText? = nil, limits: CostLimits = CostLimits(),
    _ spec: ScenarioSpec
  ) {
    self.init(
      ScenarioHeader(
        name: name, title: title, limits: limits, places: ScenarioPlaces(name: name)), spec)
  }

  init(_ header: ScenarioHeader, _ spec: ScenarioSpec) {
    self.header = header
    self.spec = spec
  }

  /// Name of the scenario in its lesson.
  public var name: String { header.name }

  /// What figures call it, in each language; nil for its name.
  public var title: LocalizedText? { header.title }

  /// What it may take.
  public var limits: CostLimits { header.limits }

  /// Which numbers a build writes beside the pages.
  public var numbers: WrittenNumbers { header.numbers }

  /// What running it gives, in words with their article, as `ScenarioOutcome.kind`.
  public var kind: String { spec.kind }

  /// Its seed; 0 for what has none of its own.
  public var seed: UInt64 { spec.seed ?? 0 }

  /// What an animation of it goes along.
  public var moments: ScenarioMoments { spec.moments }

  /// The rows, with their classes written as the loss and the output layer want them.
  ///
  /// - Parameter files: Where files are read from.
  /// - Returns: The rows that `run` trains on.
  /// - Throws: `LessonError` if a file is missing or wrong, or does not fit the model; also for what has
  ///   no rows.
  public func dataset(files: CSVSource = .none) throws(LessonError) -> Dataset {
    guard let dataset = try spec.dataset(header, limited(files)) else {
      throw header.places.error("there are no rows", at: .data)
    }
    return dataset
  }

  /// What a run would take; nil if the rows are in a file, which has not been read.
  public func estimatedCost(also schedule: TraceSchedule = .ends) -> CostEstimate? {
    spec.estimatedCost(also: schedule)
  }

  /// Does what the scenario describes: trains, sweeps, descends or computes.
  ///
  /// The same scenario gives the same outcome, bit for bit, whatever is kept of it and whoever follows it.
  ///
  /// - Parameters:
  ///   - files: Where files are read from.
  ///   - schedule: What is kept of a training besides the scenario's own schedule; the others have
  ///     no moments to choose from. What it asks for beyond the end of a training is ignored: see
  ///     `TraceSchedule.epochs(beyond:)`.
  ///   - start: What `start` gave, so that its rows need not be read again.
  ///   - progress: Is told how much is done.
  /// - Returns: The outcome, also of a training that diverged.
  /// - Throws: `TrainingError.lesson` if the data is wrong or does not fit, `TrainingError.tooLarge` if it
  ///   would take more than the limits allow, and `TrainingError.cancelled` if the task was cancelled.
  public func outcome(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends,
    from start: ScenarioOutcome? = nil, progress: ProgressReport? = nil
  ) throws(TrainingError) -> ScenarioOutcome {
    try spec.outcome(
      RunRequest(
        header: header, files: limited(files), schedule: schedule, report: progress,
        dataset: start.flatMap { Trace($0) }?.dataset))
  }

  /// Checks all that is known before the scenario is run: its data, and that it would take no more than its
  /// limits allow.
  ///
  /// - Parameters:
  ///   - files: Where files are read from.
  ///   - schedule: What would be kept of a training.
  /// - Returns: What the scenario has come to before its first update, as a training of no epochs; a formula as it
  ///   is; nil for sweeps and descents, which are there only as a whole.
  /// - Throws: As `outcome`.
  public func start(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends
  ) throws(TrainingError) -> ScenarioOutcome? {
    try spec.start(
      RunRequest(header: header, files: limited(files), schedule: schedule, report: nil))
  }

  /// Trains the model and keeps what was asked for: `outcome` of a training.
  ///
  /// - Throws: As `outcome`, and `TrainingError.lesson` if the scenario is no training.
  public func run(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends,
    progress: ProgressReport? = nil
  ) throws(TrainingError) -> Trace {
    let isTraining = isTraining
    guard isTraining,
      let trace = Trace(try outcome(files: files, also: schedule, progress: progress))
    else {
      throw .lesson(
        header.places.error("scenario '\(name)' is \(kind), not a training", at: .model))
    }
    return trace
  }
}

extension Scenario {
  /// The files, of which no table may be longer than the scenario's limits allow.
  func limited(_ files: CSVSource) -> CSVSource { files.limited(toRows: header.limits.rows) }

  /// Whether running it is one training, which has epochs to choose from.
  public var isTraining: Bool { moments == .epochs || moments == .presentations }

  /// Whether it is the training of a perceptron, which is shown one row at a time.
  public var isPerceptron: Bool { moments == .presentations }

  /// Whether it is a descent, which moves by updates of its own.
  public var isDescent: Bool { moments == .steps }
}

/// What there is to go along in an outcome.
public enum ScenarioMoments: Equatable, Sendable {
  /// Nothing: it is there as a whole.
  case none
  /// Epochs of a training, or its updates.
  case epochs
  /// Epochs of a perceptron's training, or rows shown to it.
  case presentations
  /// Updates of descents.
  case steps
}
