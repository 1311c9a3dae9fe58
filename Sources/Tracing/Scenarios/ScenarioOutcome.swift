/// What running a scenario gives: which of the four follows from its model and from `sweep`.
public enum ScenarioOutcome: Sendable {
  /// One training of a perceptron or of a network.
  case training(Trace)
  /// Trainings of a network with every combination of some settings and seeds.
  case sweep(Sweep)
  /// Descents on a function.
  case descent(Descent)
  /// A formula with all its values and derivatives.
  case expression(ExpressionRun)

  /// What it is, in words with their article: `a training`, `a sweep`.
  public var kind: String {
    switch self {
    case .training: "a training"
    case .sweep: "a sweep"
    case .descent: "a descent"
    case .expression: "an expression"
    }
  }

  /// The seeds that it was made with, such as `7` or `1 to 200`; nil where nothing is random.
  public var seedText: String? {
    switch self {
    case .training(let trace): String(trace.seed)
    case .sweep(let sweep): sweep.seeds == 1 ? "1" : "1 to \(sweep.seeds)"
    case .descent, .expression: nil
    }
  }
}

extension Scenario {
  /// Does what the scenario describes: trains, sweeps, descends or computes.
  ///
  /// The same scenario gives the same outcome, bit for bit.
  ///
  /// - Parameters:
  ///   - files: Where files are read from.
  ///   - schedule: What is kept of a training besides the scenario's own schedule; the others have
  ///     no moments to choose from.
  /// - Returns: The outcome, also of a training that diverged.
  /// - Throws: `TrainingError.lesson` if the data is wrong or does not fit, and
  ///   `TrainingError.tooLarge` if it would take more than the limits allow.
  public func outcome(
    files: CSVSource = .none, also schedule: TraceSchedule = .ends
  ) throws(TrainingError) -> ScenarioOutcome {
    switch model {
    case .perceptron: return .training(try run(files: files, also: schedule))
    case .network:
      guard let sweep else { return .training(try run(files: files, also: schedule)) }
      return .sweep(try run(sweep, files: files))
    case .function(let descent):
      try checkCost(CostEstimate(descent), at: .epochs)
      return .descent(descent.run())
    case .expression(let expression): return .expression(expression.run())
    }
  }
}
