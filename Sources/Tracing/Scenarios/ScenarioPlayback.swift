/// A scenario that is watched from moment to moment.
///
/// A training is run while it is watched, a descent before; a sweep or an expression is the same at every
/// moment.
public struct ScenarioPlayback {
  private enum Course {
    case training(TrainingPlayback)
    case perceptron(PerceptronPlayback)
    case descent(Descent)
    case still(ScenarioOutcome)
  }

  private var course: Course

  /// The last moment at which anything changes; 0 of what is there as a whole.
  public let last: Int

  private init(_ course: Course, last: Int) {
    self.course = course
    self.last = last
  }

  static func training(_ playback: TrainingPlayback) -> ScenarioPlayback {
    ScenarioPlayback(.training(playback), last: playback.last)
  }

  static func perceptron(_ playback: PerceptronPlayback) -> ScenarioPlayback {
    ScenarioPlayback(.perceptron(playback), last: playback.last)
  }

  static func descent(_ descent: Descent) -> ScenarioPlayback {
    ScenarioPlayback(.descent(descent), last: descent.stepCount)
  }

  static func still(_ outcome: ScenarioOutcome) -> ScenarioPlayback {
    ScenarioPlayback(.still(outcome), last: 0)
  }

  /// Takes a scenario to its start.
  ///
  /// - Parameters:
  ///   - scenario: What is watched.
  ///   - files: Where files are read from.
  ///   - schedule: The moments of interest of a training, beside the first and the last.
  ///   - unit: What moments of a training are counted in: epochs or updates, those of a perceptron
  ///     presentations; those of a descent are its updates.
  ///   - keepsPath: Whether traces hold all of the schedule so far, for which memory then grows.
  /// - Throws: As `Scenario.outcome`.
  public init(
    of scenario: Scenario, files: CSVSource = .none, at schedule: TraceSchedule,
    counting unit: TraceSchedule.Unit = .epochs, keepsPath: Bool = false
  ) throws(TrainingError) {
    let run = RunRequest(
      header: scenario.header, files: scenario.limited(files), schedule: schedule, report: nil)
    self = try scenario.spec.playback(
      PlaybackRequest(run: run, unit: unit, keepsPath: keepsPath))
  }

  /// What the scenario has come to at a moment, which must not lie before the one asked for last.
  public mutating func outcome(at moment: Int) -> ScenarioOutcome {
    switch course {
    case .training(var playback):
      let trace = playback.trace(at: moment)
      course = .training(playback)
      return .training(trace)
    case .perceptron(var playback):
      let trace = playback.trace(at: moment)
      course = .perceptron(playback)
      return .training(trace)
    case .descent(let descent): return .descent(descent.stopped(afterUpdate: moment))
    case .still(let outcome): return outcome
    }
  }
}

/// What a scenario is watched with.
struct PlaybackRequest: Sendable {
  let run: RunRequest
  let unit: TraceSchedule.Unit
  let keepsPath: Bool
}
