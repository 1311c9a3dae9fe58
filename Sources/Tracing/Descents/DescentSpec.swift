import Snapshots
import Lessons
public import Networks

/// A descent on a function of one or two numbers, before it is run.
public struct DescentSpec: Sendable {
  /// The function to be descended.
  public var field: ScalarField
  /// Where the paths start: one number for each dimension of the field, in its units.
  public var starts: [[Double]]
  /// The update rule; each path has a state of its own.
  public var optimizer: Optimizer
  /// How many updates each path makes, 0 or more.
  public var steps: Int

  /// Makes a description of a descent; each start must have the dimension of the field.
  public init(field: ScalarField, starts: [[Double]], optimizer: Optimizer, steps: Int) {
    precondition(steps >= 0, "a descent of \(steps) steps")
    for start in starts {
      precondition(
        start.count == field.dimension,
        "a start of \(start.count) numbers on a field of dimension \(field.dimension)")
    }
    self.field = field
    self.starts = starts
    self.optimizer = optimizer
    self.steps = steps
  }

  /// Descends from each start in turn.
  public func run() -> Descent {
    var progress = RunProgress.unwatched
    return run(&progress)
  }

  /// Descends from each start in turn, and ends early if the task is cancelled.
  func run(_ progress: inout RunProgress) -> Descent {
    let endings = DescentEndings(of: field)
    var paths: [DescentPath] = []
    for (index, start) in starts.enumerated() where !progress.isCancelled {
      paths.append(path(from: start, endings: endings, &progress))
      progress.skip(to: CostEstimate.workOfCall * Double(index + 1) * (Double(steps) + 1))
    }
    return Descent(spec: self, paths: paths)
  }

  private func path(
    from start: [Double], endings: DescentEndings, _ progress: inout RunProgress
  ) -> DescentPath {
    var positions = [start]
    var values = [field.value(start)]
    var position = start
    var state = optimizer.start(parameterCount: field.dimension)
    for _ in 0..<steps where DescentEndings.isUsable(position) && !progress.isCancelled {
      progress.add(CostEstimate.workOfCall)
      state.update(&position, with: field.gradient(position))
      positions.append(position)
      values.append(field.value(position))
    }
    return DescentPath(positions: positions, values: values, end: endings.end(at: position))
  }
}

extension DescentSpec: ScenarioKind {
  var facts: ScenarioFacts {
    ScenarioFacts(kind: Descent.kind, moments: .steps, isWorthKeeping: true)
  }

  func check(_ places: ScenarioPlaces) throws(LessonError) {}

  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset? { nil }

  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? { cost }

  func run(_ request: RunRequest) throws(TrainingError) -> Descent {
    try request.header.check(cost, at: .epochs)
    var progress = request.progress(of: cost)
    let descent = run(&progress)
    progress.finish()
    guard !progress.isCancelled else { throw request.header.cancelled }
    return descent
  }

  func start(_ request: RunRequest) throws(TrainingError) -> Descent? {
    try request.header.check(cost, at: .epochs)
    return nil
  }

  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> Descent {
    let paths = try reader.list { reader throws(SnapshotError) in try reader.path() }
    guard paths.count == starts.count else { throw SnapshotError() }
    return Descent(spec: self, paths: paths)
  }

  /// It is run before it is watched: every moment of a path is kept anyway.
  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    .descent(try run(request.run))
  }

  /// Positions and values of all steps are kept.
  private var cost: CostEstimate {
    let points = Double(starts.count) * (Double(steps) + 1)
    let bytesOfPoint = Double(8 * (field.dimension + 1) + 48)
    return CostEstimate(
      bytes: points * bytesOfPoint, multiplyAdds: points * CostEstimate.workOfCall,
      stepCount: Int(min(points, 1e15)))
  }
}
