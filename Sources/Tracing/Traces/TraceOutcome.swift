import Snapshots

extension Trace: RecordedOutcome {
  /// What it is called: `a training`.
  public static let kind = "a training"

  /// How a lesson describes a training.
  public static let recipe =
    "name a scenario with 'network' or 'perceptron' and without 'sweep'"

  /// The trace of a training.
  public init?(_ outcome: ScenarioOutcome) {
    guard case .training(let trace) = outcome else { return nil }
    self = trace
  }

  var outcome: ScenarioOutcome { .training(self) }

  var seedText: String? { String(seed) }

  static var formats: [TraceFormat] { TraceFormat.allCases }

  /// A perceptron takes no longer to be trained than to be read.
  func write(to writer: inout SnapshotWriter) -> Bool {
    guard perceptron == nil else { return false }
    writer.write(self)
    return true
  }
}
