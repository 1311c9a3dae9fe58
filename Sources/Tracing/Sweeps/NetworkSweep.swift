import Wording
import Snapshots
import Lessons
import Networks

/// Trainings of one network with every combination of some settings and many seeds.
public struct NetworkSweep: Sendable {
  /// What the network learns, and how, but for the settings.
  public var task: LearningTask
  /// The settings and the seeds.
  public var sweep: SweepSpec

  /// Makes a sweep.
  public init(_ task: LearningTask, over sweep: SweepSpec) {
    self.task = task
    self.sweep = sweep
  }

  /// Reads `sweep`; nil if there is none.
  init?(
    of task: LearningTask, from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard let sweep = try SweepSpec.decode(from: &reader, places: &places) else { return nil }
    for name in ["seed", "trace"] where reader.has(name) {
      throw reader.error(
        name == "seed"
          ? "a sweep has the seeds 1 to \(sweep.seeds) in place of 'seed'"
          : "a sweep keeps no steps, so that 'trace' does not apply", at: name,
        help: name == "seed" ? "to fix the rows write data: {.., seed: 1}" : nil)
    }
    self.init(task, over: sweep)
  }

  /// The task with one combination of the settings.
  func variant(_ combination: [Int]) -> LearningTask { task.setting(combination, of: sweep) }

  /// The rows of the first seed, all of them, after every combination was found to fit them.
  func checkedDataset(
    _ header: ScenarioHeader, _ files: CSVSource
  ) throws(LessonError) -> Dataset {
    let dataset = try task.data.dataset(seed: 1, files: files)
    try checkVariants(DataFacts(dataset), header.places)
    return task.encoded(dataset)
  }

  /// Checks that every combination fits the model and the data.
  private func checkVariants(_ facts: DataFacts, _ places: ScenarioPlaces) throws(LessonError) {
    _ = try threshold(for: facts.task, places)
    for axis in sweep.axes { try check(axis, facts, places) }
    var variantPlaces = places
    if let place = places[.swept("batch")] { variantPlaces[.batch] = place }
    for combination in sweep.combinations {
      let variant = variant(combination)
      try variant.check(facts.keeping(variant.data.take), variantPlaces)
    }
  }

  private func check(
    _ axis: SweepAxis, _ facts: DataFacts, _ places: ScenarioPlaces
  ) throws(LessonError) {
    let place = ScenarioPlaces.Part.swept(axis.name)
    switch axis {
    case .units, .layers, .activation:
      guard task.network.layers.count == 1 else { return }
      throw places.error(
        "this network has no hidden layer to change the \(axis.name) of", at: place,
        help: "give it one, such as layers: [2 tanh, 1 sigmoid]")
    case .rows(let counts):
      guard task.data.take == nil else {
        throw places.error(
          "'take' in data and 'rows' here both say how many rows are kept", at: place,
          help: "leave 'take' out")
      }
      guard let count = counts.first(where: { $0 > facts.rowCount }) else { return }
      throw places.error(
        "cannot take \(counted(count, "row")): \(facts.name) has \(facts.rowCount)", at: place,
        help: "give the data as many rows as the largest of them")
    case .initializer, .rate, .batch: return
    }
  }

  /// What counts as learned for data with this task; nil if nothing does.
  func threshold(
    for task: Dataset.Task, _ places: ScenarioPlaces
  ) throws(LessonError) -> Double? {
    guard task != .regression else { return sweep.threshold }
    let threshold = sweep.threshold ?? 0.95
    guard threshold <= 1 else {
      throw places.error(
        "'threshold' is \(NumberForm.text(threshold)); of classes it is a share of rows, at most 1",
        at: .swept("threshold"))
    }
    return threshold
  }

  /// What one training of each combination takes.
  func costs(on facts: DataFacts) -> [CostEstimate] {
    sweep.combinations.map { combination in
      let variant = variant(combination)
      return variant.cost(of: facts.keeping(variant.data.take), .ends)
    }
  }

  /// What all trainings take together.
  func cost(on facts: DataFacts) -> CostEstimate {
    CostEstimate(members: costs(on: facts), seeds: sweep.seeds)
  }
}

extension NetworkSweep: ScenarioKind {
  var facts: ScenarioFacts {
    ScenarioFacts(kind: Sweep.kind, moments: .none, isWorthKeeping: true, data: task.data)
  }

  func check(_ places: ScenarioPlaces) throws(LessonError) {
    guard let facts = task.data.facts else { return }
    try task.check(facts, places)
    try checkVariants(facts, places)
  }

  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset? {
    try checkedDataset(header, files)
  }

  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? {
    task.data.facts.map { cost(on: $0) }
  }

  func run(_ request: RunRequest) throws(TrainingError) -> Sweep {
    let run = try SweepRun(of: self, request.header, request.files)
    return run.joined([try run.run(0..<sweep.memberCount, progress: request.report)])
  }

  func start(_ request: RunRequest) throws(TrainingError) -> Sweep? {
    _ = try SweepRun(of: self, request.header, request.files)
    return nil
  }

  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> Sweep {
    guard let run = try? SweepRun(of: self, header, files) else { throw SnapshotError() }
    return run.sweep(of: try reader.members(0..<sweep.memberCount, of: sweep))
  }

  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    .still(.sweep(try run(request.run)))
  }
}

extension CostEstimate {
  /// The cost of trainings of which a few numbers and a short curve are kept, one after the other.
  ///
  /// - Parameters:
  ///   - members: For each combination of settings, what one training takes.
  ///   - seeds: How many trainings there are of each.
  fileprivate init(members: [CostEstimate], seeds: Int) {
    let count = Double(members.count) * Double(seeds)
    let bytesOfMember = Double(16 * SweepMember.curveLimit + 300)
    self.init(
      bytes: count * bytesOfMember + (members.map { $0.bytes }.max() ?? 0),
      multiplyAdds: members.reduce(0) { $0 + $1.multiplyAdds } * Double(seeds),
      stepCount: 0, trainingCount: Int(min(count, 1e15)))
  }
}

extension DataFacts {
  /// The same data of which only some rows are kept.
  fileprivate func keeping(_ rows: Int?) -> DataFacts {
    DataFacts(
      name: name, inputCount: inputCount, rowCount: min(rows ?? rowCount, rowCount),
      validationCount: validationCount, task: task)
  }
}
