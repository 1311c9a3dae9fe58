/// A scenario that is watched from moment to moment.
public struct ScenarioReel {
  private enum Source {
    case training(TrainingReel)
    case whole(ScenarioOutcome)
  }

  private var source: Source

  /// The last moment at which anything changes; 0 of what is there as a whole.
  public let last: Int

  /// Makes a reel.
  ///
  /// - Parameters:
  ///   - scenario: A training is run while it is watched, a descent before; a sweep or an expression is
  ///     the same at every moment.
  ///   - files: Where files are read from.
  ///   - schedule: The moments of interest of a training.
  ///   - unit: What moments of a training are counted in; those of a descent are its updates.
  ///   - keepsPath: As in `TrainingReel`.
  /// - Throws: As `Scenario.outcome`.
  public init(
    of scenario: Scenario, files: CSVSource, at schedule: TraceSchedule,
    counting unit: TraceSchedule.Unit, keepsPath: Bool
  ) throws(TrainingError) {
    if scenario.isTraining {
      let reel = try TrainingReel(
        of: scenario, files: files, at: schedule, counting: unit, keepsPath: keepsPath)
      source = .training(reel)
      last = reel.last
    } else {
      let outcome = try scenario.outcome(files: files)
      source = .whole(outcome)
      if case .descent(let descent) = outcome { last = descent.stepCount } else { last = 0 }
    }
  }

  /// What the scenario has come to at a moment, which must not lie before the one asked for last.
  public mutating func outcome(at moment: Int) -> ScenarioOutcome {
    switch source {
    case .training(var reel):
      let trace = reel.trace(at: moment)
      source = .training(reel)
      return .training(trace)
    case .whole(.descent(let descent)): return .descent(descent.stopped(afterUpdate: moment))
    case .whole(let outcome): return outcome
    }
  }
}

extension Scenario {
  /// Whether it is a descent, which moves by updates of its own.
  public var isDescent: Bool { if case .function = model { true } else { false } }

  /// Whether it is the training of a perceptron, which is shown one row at a time.
  public var isPerceptron: Bool { if case .perceptron = model { true } else { false } }
}
