import Snapshots
import Lessons
public import Networks

/// A formula and the point at which it is looked at, before it is computed.
public struct ExpressionSpec: Equatable, Sendable {
  /// The formula.
  public var expression: Expression
  /// A value for each of its variables.
  public var values: [String: Double]

  /// Makes a description; every variable of the expression needs a value.
  public init(_ expression: Expression, values: [String: Double]) {
    for variable in expression.variables {
      precondition(values[variable] != nil, "no value for \(variable) in \(expression.text)")
    }
    self.expression = expression
    self.values = values
  }

  /// Computes the formula forwards and its derivatives backwards.
  public func run() -> ExpressionRun {
    ExpressionRun(expression: expression, values: values, graph: expression.graph(values))
  }
}

/// A formula at a point: every value on the way, and the derivative of the result by each.
public struct ExpressionRun: Equatable, Sendable {
  /// The formula.
  public let expression: Expression
  /// The value of each of its variables.
  public let values: [String: Double]
  /// The circuit, with values and gradients.
  public let graph: ExpressionGraph

  /// The value of the formula.
  public var result: Double { graph.nodes[graph.output].value }
}

extension ExpressionSpec: ScenarioKind {
  var facts: ScenarioFacts {
    ScenarioFacts(kind: ExpressionRun.kind, moments: .none, isWorthKeeping: false)
  }

  func check(_ places: ScenarioPlaces) throws(LessonError) {}

  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset? { nil }

  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate? {
    CostEstimate(bytes: 0, multiplyAdds: 0, stepCount: 0)
  }

  func run(_ request: RunRequest) throws(TrainingError) -> ExpressionRun { run() }

  func start(_ request: RunRequest) throws(TrainingError) -> ExpressionRun? { try run(request) }

  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> ExpressionRun { throw SnapshotError() }

  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback {
    .still(.expression(run()))
  }
}

extension ExpressionRun: RecordedOutcome {
  /// What it is called: `an expression`.
  public static let kind = "an expression"

  /// How a lesson describes one.
  public static let recipe =
    "name a scenario with 'model: expression', such as expression: w*x + b"

  /// What the expression gave.
  public init?(_ outcome: ScenarioOutcome) {
    guard case .expression(let value) = outcome else { return nil }
    self = value
  }

  var outcome: ScenarioOutcome { .expression(self) }

  var seedText: String? { nil }

  func write(to writer: inout SnapshotWriter) -> Bool {
    // Computing it again is as quick as reading it.
    false
  }
}
