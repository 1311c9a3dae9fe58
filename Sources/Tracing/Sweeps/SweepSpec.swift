public import Networks

/// Settings that a training is repeated with: every combination of their values, and many seeds.
public struct SweepSpec: Sendable {
  /// The settings, the slowest to change first.
  public var axes: [SweepAxis]
  /// Each combination is trained with the seeds from 1 to this.
  public var seeds: Int
  /// What counts as learned: a share of rows classified right, or for regression a loss.
  ///
  /// Nil means 0.95 for classes, and nothing for regression.
  public var threshold: Double?

  /// More trainings than this in one sweep are refused.
  public static let memberLimit = 100_000

  /// Makes a description of a sweep.
  public init(axes: [SweepAxis], seeds: Int, threshold: Double? = nil) {
    precondition(seeds > 0, "a sweep of \(seeds) seeds")
    for axis in axes { precondition(!axis.settings.isEmpty, "no value of \(axis.name)") }
    self.axes = axes
    self.seeds = seeds
    self.threshold = threshold
  }

  /// Number of combinations of settings; the largest integer if there are more.
  public var combinationCount: Int {
    axes.reduce(1) { Self.product($0, $1.settings.count) }
  }

  /// Number of trainings: combinations times seeds.
  public var memberCount: Int { Self.product(combinationCount, seeds) }

  /// For each combination, the place of its value on each axis; the last axis changes fastest.
  var combinations: [[Int]] {
    axes.reduce([[]]) { combinations, axis in
      combinations.flatMap { combination in axis.settings.indices.map { combination + [$0] } }
    }
  }

  /// The values of a combination.
  func settings(of combination: [Int]) -> [SweepSetting] {
    zip(axes, combination).map { $0.settings[$1] }
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    let (product, isTooLarge) = left.multipliedReportingOverflow(by: right)
    return isTooLarge ? .max : product
  }
}

extension LearningTask {
  /// This task with one combination of the settings of a sweep.
  func setting(_ combination: [Int], of sweep: SweepSpec) -> LearningTask {
    var copy = self
    let chosen = zip(sweep.axes, combination)
    // The number of layers first: the other settings are those of all layers.
    for case (.layers(let counts), let index) in chosen {
      copy.setHiddenLayerCount(counts[index])
    }
    for (axis, index) in chosen { copy.set(axis, index) }
    return copy
  }

  private mutating func set(_ axis: SweepAxis, _ index: Int) {
    switch axis {
    case .layers: break
    case .units(let counts): changeLayers(onlyHidden: true) { $0.units = counts[index] }
    case .activation(let activations):
      changeLayers(onlyHidden: true) { $0.activation = activations[index] }
    case .initializer(let initializers):
      changeLayers(onlyHidden: false) { $0.initializer = initializers[index] }
    case .rows(let counts): data.take = counts[index]
    case .rate(let rates): train.optimizer.learningRate = rates[index]
    case .batch(let sizes): train.batch = sizes[index]
    }
  }

  private mutating func setHiddenLayerCount(_ count: Int) {
    let hidden = network.layers.dropLast()
    guard let last = hidden.last else { return }
    let more = [LayerShape](repeating: last, count: max(0, count - hidden.count))
    network.layers = hidden.prefix(count) + more + [network.output]
  }

  private mutating func changeLayers(onlyHidden: Bool, _ change: (inout LayerShape) -> Void) {
    let count = network.layers.count - (onlyHidden ? 1 : 0)
    for index in 0..<count { change(&network.layers[index]) }
  }
}
