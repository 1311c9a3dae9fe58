import Tracing

/// What a scenario gave, with its numbers ready to be written.
struct TrainedScenario: Sendable {
  let outcome: ScenarioOutcome
  let seed: UInt64
  /// Nil if the numbers that are there are current.
  let files: [BuiltFile]?
  /// How the outcome was had.
  enum Origin: String {
    /// By running the scenario, which takes its time.
    case trained
    /// By running it, which is as quick as reading what is kept would be.
    case computed
    /// From what an earlier build has kept.
    case kept = "took up"
  }

  let origin: Origin
  /// Why the outcome will not be kept for the next build; nil if it is, or need not be.
  let objection: String?
}

/// A scenario to be trained, or to be had from what was kept.
struct ScenarioJob: Sendable {
  let scenario: Scenario
  let schedule: TraceSchedule
  let source: LessonSource
  let writesNumbers: Bool
  /// The name under which the outcome is kept.
  let key: String

  /// Trains it unless an earlier build has kept what it gave.
  ///
  /// - Throws: `Finding` if its data is wrong, or it would take too much.
  func perform(_ store: TraceStore) throws(Finding) -> TrainedScenario {
    let kept = store.outcome(of: scenario, in: source, key)
    let outcome: ScenarioOutcome
    if let kept {
      outcome = kept
    } else {
      outcome = try source.outcome(of: scenario, keeping: schedule)
    }
    let objection = kept == nil ? store.keep(outcome, key) : nil
    do throws(ExportError) {
      return TrainedScenario(
        outcome: outcome, seed: scenario.seed,
        files: writesNumbers
          ? try outcome.files(lesson: source.id, scenario: scenario.name) : nil,
        origin: kept != nil ? .kept : scenario.isWorthKeeping ? .trained : .computed,
        objection: objection)
    } catch {
      throw source.finding(.error, "cannot write the trace: \(error)", atScenario: scenario.name)
    }
  }

  /// Roughly how much work it is, as `Scenario.work`.
  var work: Double { scenario.work(keeping: schedule) }
}

extension Scenario {
  /// Roughly how much work it is to run and to write its numbers, in multiplications.
  ///
  /// Little is known of rows that are in a file.
  func work(keeping schedule: TraceSchedule) -> Double {
    guard let cost = estimatedCost(also: schedule) else { return Self.leastWork }
    return Self.leastWork + cost.multiplyAdds + Self.workOfByte * cost.bytes
  }

  /// What a scenario takes besides its training, and each byte that is kept to be written as text; measured.
  private static var leastWork: Double { 1e7 }
  private static var workOfByte: Double { 50 }
}
