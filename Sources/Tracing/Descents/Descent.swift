import Snapshots
public import Networks

/// Paths down a function of one or two numbers.
public struct Descent: Sendable {
  /// A coordinate beyond this counts as diverged; the path stops there.
  public static let limit = 1e6
  /// How near to a stationary point a path must end to have reached it, in units of the field.
  public static let reachedDistance = 1e-3

  /// What was asked for.
  public let spec: DescentSpec
  /// One path for each start, in the order of the starts.
  public let paths: [DescentPath]

  /// The update up to which the paths are looked at; nil for the end.
  ///
  /// The paths and where they end are always whole: an animation knows what will become of each.
  public private(set) var moment: Int?

  init(spec: DescentSpec, paths: [DescentPath]) {
    self.spec = spec
    self.paths = paths
  }

  /// The same descent, looked at after an update; 0 is the start.
  public func stopped(afterUpdate update: Int) -> Descent {
    var copy = self
    copy.moment = update
    return copy
  }

  /// How many updates the longest of the paths makes.
  public var stepCount: Int { paths.map { $0.stepCount }.max() ?? 0 }

  /// How many updates of a path are looked at.
  public func stepCount(of path: DescentPath) -> Int {
    min(path.stepCount, moment ?? path.stepCount)
  }

  /// The function that was descended.
  public var field: ScalarField { spec.field }

  /// The update rule.
  public var optimizer: Optimizer { spec.optimizer }

  /// The minima of the field, which the labels of `basins` count.
  public var minima: [StationaryPoint] {
    field.stationaryPoints.filter { $0.kind == .minimum }
  }

  /// Where descents from the points of a grid end, by the optimizer and steps of this descent.
  ///
  /// - Parameters:
  ///   - xs: First coordinates of the grid.
  ///   - ys: Second coordinates of the grid; of a field of one dimension their number alone counts.
  /// - Returns: `DescentEnd.label` of the start `(xs[i], ys[j])` at place `i * ys.count + j`.
  public func basins(xs: [Double], ys: [Double]) -> [Int] {
    BasinMap(spec).ends(xs: xs, ys: ys).map { $0.label }
  }
}

/// One path of a descent.
public struct DescentPath: Equatable, Sendable {
  /// The start, then the position after each update; fewer than asked for if the path diverged.
  public let positions: [[Double]]
  /// The value of the field at each of `positions`; perhaps not finite at the last.
  public let values: [Double]
  /// Where the path ended.
  public let end: DescentEnd

  /// Where the path started.
  public var start: [Double] { positions[0] }

  /// The last position.
  public var last: [Double] { positions[positions.count - 1] }

  /// How many updates were made.
  public var stepCount: Int { positions.count - 1 }
}

extension Descent: RecordedOutcome {
  /// What it is called: `a descent`.
  public static let kind = "a descent"

  /// How a lesson describes one.
  public static let recipe =
    "name a scenario with 'model: function', such as function: himmelblau"

  /// What the descent gave.
  public init?(_ outcome: ScenarioOutcome) {
    guard case .descent(let value) = outcome else { return nil }
    self = value
  }

  var outcome: ScenarioOutcome { .descent(self) }

  var seedText: String? { nil }

  func write(to writer: inout SnapshotWriter) -> Bool {
    writer.write(paths) { $0.write($1) }
    return true
  }
}
