import Snapshots
import Lessons

/// What each kind of scenario does; the compiler asks for it wherever a kind is added.
protocol ScenarioKind: Sendable {
  /// What running it gives.
  associatedtype Outcome: RecordedOutcome
  /// What can be told of it before it is run.
  var facts: ScenarioFacts { get }
  /// Checks all that is known without reading a file.
  func check(_ places: ScenarioPlaces) throws(LessonError)
  /// The rows that it is run on; nil if it has none.
  func dataset(_ header: ScenarioHeader, _ files: CSVSource) throws(LessonError) -> Dataset?
  /// What running it takes; nil if its rows are in a file.
  func estimatedCost(also schedule: TraceSchedule) -> CostEstimate?
  /// Runs it.
  func run(_ request: RunRequest) throws(TrainingError) -> Outcome
  /// What `RecordedOutcome.write` has written of its outcome; throws if the bytes do not fit, or if nothing
  /// is kept of it.
  func read(
    _ reader: inout SnapshotReader, _ header: ScenarioHeader, _ files: CSVSource
  ) throws(SnapshotError) -> Outcome
  /// Checks its data, and that it would take no more than the limits allow, without running it.
  ///
  /// - Returns: What it has come to before its first update; nil for what is there only as a whole.
  func start(_ request: RunRequest) throws(TrainingError) -> Outcome?
  /// Runs it while it is watched.
  func playback(_ request: PlaybackRequest) throws(TrainingError) -> ScenarioPlayback
}

/// What can be told of a scenario before it is run.
struct ScenarioFacts: Sendable {
  /// What running it gives, in words with their article: `a training`.
  let kind: String
  /// What an animation of it goes along.
  let moments: ScenarioMoments
  /// Whether what it gives takes longer to make than to read; see `OutcomeSnapshot`.
  let isWorthKeeping: Bool
  /// The seed of everything random in it; nil if it has none of its own.
  var seed: UInt64?
  /// Where its rows come from; nil if it has none.
  var data: DataSpec?
  /// How many epochs it trains for; nil if it is not one training.
  var epochs: Int?
}

extension ScenarioSpec {
  /// What running it gives, in words with their article, as `ScenarioOutcome.kind`.
  public var kind: String { facts.kind }

  /// What an animation of it goes along.
  public var moments: ScenarioMoments { facts.moments }

  /// The seed of everything random in it; nil if it has none of its own.
  public var seed: UInt64? { facts.seed }

  /// Where its rows come from; nil if it has none.
  public var data: DataSpec? { facts.data }

  /// How many epochs it trains for; nil if it is not one training.
  public var epochs: Int? { facts.epochs }
}

/// A kind of outcome.
public protocol OutcomeKind: Sendable {
  /// What it is, in words with their article: `a training`, `a sweep`.
  static var kind: String { get }
  /// How a lesson describes a scenario that gives one.
  static var recipe: String { get }
  /// The outcome, if it is one of this kind.
  init?(_ outcome: ScenarioOutcome)
}

/// What is written of a kind of outcome.
protocol RecordedOutcome: OutcomeKind {
  /// The same among the other kinds.
  var outcome: ScenarioOutcome { get }
  /// The seeds that it was made with, such as `7` or `1 to 200`; nil where nothing is random.
  var seedText: String? { get }
  /// The forms that it can be written in.
  static var formats: [TraceFormat] { get }
  /// It in one of its forms; as `ScenarioOutcome.exported`.
  func exported(as format: TraceFormat, atEpoch epoch: Int?) throws(ExportError) -> ExportedNumbers
  /// Writes what must be kept of it; false if it is as quick to run it again.
  func write(to writer: inout SnapshotWriter) -> Bool
}
