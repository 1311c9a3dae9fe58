import Snapshots
public import Networks
import Wording

/// A point of a loss curve.
public struct LossPoint: Equatable, Sendable {
  /// Number of finished epochs.
  public let epoch: Int
  /// Mean loss over all rows; perhaps not finite where a training diverged.
  public let loss: Double

  /// Makes a point.
  public init(epoch: Int, loss: Double) {
    self.epoch = epoch
    self.loss = loss
  }
}

/// How one training of a sweep went.
public struct SweepMember: Equatable, Sendable {
  /// The most points that `lossCurve` has.
  public static let curveLimit = 64

  /// The value of each axis.
  public let settings: [SweepSetting]
  /// The seed, from 1 on: the same as that of a scenario of its own.
  public let seed: Int
  /// Mean loss over all rows at the end; perhaps not finite if training diverged.
  public let finalLoss: Double
  /// Share of all rows that are classified right at the end; nil for regression.
  public let finalAccuracy: Double?
  /// Mean loss over the rows for validation at the end; nil if there are none.
  public let validationLoss: Double?
  /// Share of the rows for validation that are right at the end; nil without, or for regression.
  public let validationAccuracy: Double?
  /// The first epoch at which the threshold of the sweep was reached; nil if it never was.
  public let epochsToThreshold: Int?
  /// Whether training broke off because numbers were no longer finite.
  public let diverged: Bool
  /// The loss at some epochs, half of them evenly spaced, half on a logarithmic axis; 0 and the
  /// last among them.
  public let lossCurve: [LossPoint]
  /// Number of weights and biases.
  public let parameterCount: Int
}

/// Trainings of one network with every combination of some settings and many seeds.
public struct Sweep: Equatable, Sendable, CustomStringConvertible {
  /// Name of the scenario.
  public let scenario: String
  /// The settings, the slowest to change first.
  public let axes: [SweepAxis]
  /// Each combination was trained with the seeds from 1 to this.
  public let seeds: Int
  /// Every training: combination after combination, and within each by seed.
  public let members: [SweepMember]
  /// The data of the first training; others may have fewer rows, or other rows by their seed.
  public let dataset: Dataset
  /// The loss that was minimized.
  public let loss: Loss
  /// The update rule; of the first training if its rate is a setting.
  public let optimizer: Optimizer
  /// Number of epochs of each training that did not diverge.
  public let epochCount: Int
  /// What counts as learned: a share of rows, or for regression a loss; nil for nothing.
  public let threshold: Double?

  /// Makes a sweep.
  public init(
    scenario: String, axes: [SweepAxis], seeds: Int, members: [SweepMember], dataset: Dataset,
    loss: Loss, optimizer: Optimizer, epochCount: Int, threshold: Double?
  ) {
    let count = axes.reduce(seeds) { $0 * $1.settings.count }
    precondition(members.count == count, "\(members.count) members of \(count)")
    self.scenario = scenario
    self.axes = axes
    self.seeds = seeds
    self.members = members
    self.dataset = dataset
    self.loss = loss
    self.optimizer = optimizer
    self.epochCount = epochCount
    self.threshold = threshold
  }

  /// Number of combinations of settings.
  public var combinationCount: Int { members.count / seeds }

  /// The trainings of one combination, by seed; combinations count from 0.
  public func members(of combination: Int) -> ArraySlice<SweepMember> {
    members[combination * seeds..<(combination + 1) * seeds]
  }

  /// Number of the combination with some values, one for each axis; nil if there is none.
  public func combination(_ settings: [SweepSetting]) -> Int? {
    guard settings.count == axes.count else { return nil }
    var number = 0
    for (axis, value) in zip(axes, settings) {
      guard let index = axis.settings.firstIndex(of: value) else { return nil }
      number = number * axis.settings.count + index
    }
    return number
  }

  /// What was swept over, such as `units 2, 3, 4 × 200 seeds, 6000 epochs each`.
  public var description: String {
    let parts = axes.map { axis in
      "\(axis.name) \(axis.settings.map { $0.lessonText }.joined(separator: ", "))"
    }
    return (parts + [counted(seeds, "seed")]).joined(separator: " × ")
      + ", \(counted(epochCount, "epoch")) each"
  }
}

extension Sweep: RecordedOutcome {
  /// What it is called: `a sweep`.
  public static let kind = "a sweep"

  /// How a lesson describes one.
  public static let recipe =
    "name a scenario with a section 'sweep', such as sweep: {seeds: 100}"

  /// What the sweep gave.
  public init?(_ outcome: ScenarioOutcome) {
    guard case .sweep(let value) = outcome else { return nil }
    self = value
  }

  var outcome: ScenarioOutcome { .sweep(self) }

  var seedText: String? { seeds == 1 ? "1" : "1 to \(seeds)" }

  func write(to writer: inout SnapshotWriter) -> Bool {
    writer.write(members) { $0.write($1) }
    return true
  }
}
