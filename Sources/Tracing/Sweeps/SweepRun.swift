import Lessons
import Networks

/// A sweep whose data were read and found to fit: it can be run as a whole or block by block.
///
/// A training knows nothing of the others, so that blocks may run at the same time, in any order and in
/// other processes; joined in their order they are the sweep, to the bit.
public struct SweepRun: Sendable {
  private let sweep: NetworkSweep
  private let header: ScenarioHeader
  private let files: CSVSource
  private let threshold: Double?
  private let combinations: [[Int]]
  /// What one training of each combination takes, in multiply-adds.
  private let works: [Double]
  /// The rows of the first training.
  private let first: Dataset

  /// Reads the data and checks that every combination fits them, and that all are not too much.
  init(
    of sweep: NetworkSweep, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(TrainingError) {
    if let facts = sweep.task.data.facts { try header.check(sweep.cost(on: facts), at: .sweep) }
    self.sweep = sweep
    self.header = header
    self.files = files
    combinations = sweep.sweep.combinations
    let facts: DataFacts
    do throws(LessonError) {
      let dataset = try sweep.checkedDataset(header, files)
      facts = DataFacts(dataset)
      threshold = try sweep.threshold(for: dataset.task, header.places)
      first = try sweep.variant(combinations[0]).dataset(seed: 1, files: files)
    } catch {
      throw .lesson(error)
    }
    try header.check(sweep.cost(on: facts), at: .sweep)
    works = sweep.costs(on: facts).map { $0.multiplyAdds }
  }

  /// Runs some of the trainings.
  ///
  /// - Parameters:
  ///   - places: Their places among all members, as a block has them.
  ///   - report: Is told how much of them is done.
  /// - Returns: What `joined` makes a sweep of.
  /// - Throws: `TrainingError.lesson` if the data can be read no more, and `TrainingError.cancelled` if the
  ///   task was cancelled.
  public func run(
    _ places: Range<Int>, progress report: ProgressReport? = nil
  ) throws(TrainingError) -> SweepPart {
    let seeds = sweep.sweep.seeds
    let total = places.reduce(0) { $0 + works[$1 / seeds] }
    var progress = RunProgress(total: total, report: report)
    var (members, work): ([SweepMember], Double) = ([], 0)
    members.reserveCapacity(places.count)
    var index = places.lowerBound
    while index < places.upperBound {
      let combination = index / seeds
      let end = min(places.upperBound, (combination + 1) * seeds)
      var trainings = SweepTrainings(
        sweep.variant(combinations[combination]),
        sweep.sweep.settings(of: combinations[combination]), threshold: threshold, files: files)
      for member in index..<end {
        do {
          members.append(try trainings.member(seed: member % seeds + 1, &progress))
        } catch {
          throw .lesson(error)
        }
        guard !progress.isCancelled else { throw header.cancelled }
        work += works[combination]
        progress.skip(to: work)
      }
      index = end
    }
    progress.finish()
    return SweepPart(members: members)
  }

  /// The sweep that has the members of some blocks, which must be all of them in their order.
  public func joined(_ parts: [SweepPart]) -> Sweep {
    sweep(of: parts.flatMap { $0.members })
  }

  /// The sweep that has these members.
  func sweep(of members: [SweepMember]) -> Sweep {
    let (task, spec) = (sweep.variant(combinations[0]), sweep.sweep)
    return Sweep(
      scenario: header.name, axes: spec.axes, seeds: spec.seeds, members: members,
      dataset: first, loss: task.network.loss, optimizer: task.train.optimizer,
      epochCount: task.train.epochs, threshold: threshold)
  }
}

extension Scenario {
  /// The run of a sweep, for whoever wants to run its trainings block by block.
  ///
  /// - Parameter files: Where files are read from.
  /// - Returns: The run, its data read.
  /// - Throws: As `outcome`, and `TrainingError.lesson` if the scenario is no sweep.
  public func sweepRun(files: CSVSource = .none) throws(TrainingError) -> SweepRun {
    guard case .sweep(let sweep) = spec else {
      throw .lesson(
        header.places.error("scenario '\(name)' is \(kind), not a sweep", at: .model))
    }
    return try SweepRun(of: sweep, header, limited(files))
  }
}
