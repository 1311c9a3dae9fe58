import Lessons
import Networks

/// The trainings of a sweep, one after the other, of which a few numbers and a curve are kept.
struct SweepRun {
  private let scenario: Scenario
  private let spec: SweepSpec
  private let files: CSVSource
  private let threshold: Double?
  /// Epochs of the curves, ascending.
  private let curveEpochs: [Int]

  init(_ scenario: Scenario, _ spec: SweepSpec, threshold: Double?, files: CSVSource) {
    self.scenario = scenario
    self.spec = spec
    self.files = files
    self.threshold = threshold
    curveEpochs = Self.curveEpochs(upTo: scenario.train.epochs)
  }

  /// All members in their order.
  func members() throws(LessonError) -> [SweepMember] {
    var members: [SweepMember] = []
    members.reserveCapacity(spec.memberCount)
    for combination in spec.combinations {
      let variant = scenario.setting(combination, of: spec)
      let settings = spec.settings(of: combination)
      var dataset = try variant.dataset(seed: 1, files: files)
      for seed in 1...spec.seeds {
        if seed > 1, variant.data.dependsOnSeed {
          dataset = try variant.dataset(seed: UInt64(seed), files: files)
        }
        members.append(member(of: variant, on: dataset, seed: seed, settings: settings))
      }
    }
    return members
  }

  private func member(
    of variant: Scenario, on dataset: Dataset, seed: Int, settings: [SweepSetting]
  ) -> SweepMember {
    guard case .network(let network) = variant.model else {
      preconditionFailure("a sweep of a model that is not a network")
    }
    var trainer = Trainer(
      variant.plan(of: network, on: dataset, seed: UInt64(seed), schedule: nil))
    trainer.run()
    let history = trainer.history
    let last = history.loss.count - 1
    return SweepMember(
      settings: settings, seed: seed, finalLoss: history.loss[last],
      finalAccuracy: history.accuracy.last, validationLoss: history.validationLoss.last,
      validationAccuracy: history.validationAccuracy.last,
      epochsToThreshold: threshold.flatMap { threshold in
        dataset.task == .regression
          ? history.firstEpoch(withLoss: threshold) : history.firstEpoch(withAccuracy: threshold)
      }, diverged: trainer.divergence != nil, lossCurve: curve(of: history),
      parameterCount: network.parameterCount(inputCount: dataset.inputNames.count))
  }

  /// The loss at the epochs of the curves that were reached, and where a training broke off.
  ///
  /// Epochs count from 0, so that each is its own place in the history.
  private func curve(of history: TrainingHistory) -> [LossPoint] {
    let last = history.loss.count - 1
    let reached = curveEpochs.filter { $0 < last } + [last]
    return reached.map { LossPoint(epoch: history.epochs[$0], loss: history.loss[$0]) }
  }

  private static func curveEpochs(upTo last: Int) -> [Int] {
    let half = SweepMember.curveLimit / 2
    let evenly = (0..<half).map { last * $0 / (half - 1) }
    return TraceSchedule.epochs(evenly).union(.logarithmic(half - 1)).epochs(upTo: last)
  }
}

extension Scenario {
  /// Trains a network with every combination of settings and seeds.
  func run(_ spec: SweepSpec, files: CSVSource) throws(TrainingError) -> Sweep {
    if let facts = data.facts { try checkCost(cost(of: spec, on: facts), at: .sweep) }
    let dataset: Dataset
    let threshold: Double?
    do {
      dataset = try checkedDataset(of: spec, files: files)
      threshold = try self.threshold(of: spec, task: dataset.task)
    } catch {
      throw .lesson(error)
    }
    guard case .network(let network) = model else {
      throw .lesson(places.error("a sweep trains networks", at: .sweep))
    }
    try checkCost(cost(of: spec, on: DataFacts(dataset)), at: .sweep)
    do {
      return try sweep(
        of: network, spec, threshold: threshold, files: files,
        members: try SweepRun(self, spec, threshold: threshold, files: files).members())
    } catch {
      throw .lesson(error)
    }
  }

  /// The sweep that has these members already.
  func sweep(
    _ spec: SweepSpec, of network: NetworkSpec, files: CSVSource, members: [SweepMember]
  ) throws(LessonError) -> Sweep {
    let dataset = try checkedDataset(of: spec, files: files)
    return try sweep(
      of: network, spec, threshold: try threshold(of: spec, task: dataset.task), files: files,
      members: members)
  }

  private func sweep(
    of network: NetworkSpec, _ spec: SweepSpec, threshold: Double?, files: CSVSource,
    members: [SweepMember]
  ) throws(LessonError) -> Sweep {
    let first = setting(spec.axes.map { _ in 0 }, of: spec)
    return Sweep(
      scenario: name, axes: spec.axes, seeds: spec.seeds, members: members,
      dataset: try first.dataset(seed: 1, files: files),
      loss: network.loss, optimizer: first.train.optimizer, epochCount: train.epochs,
      threshold: threshold)
  }

  /// The rows of the first seed, all of them, after every combination was found to fit them.
  private func checkedDataset(of spec: SweepSpec, files: CSVSource) throws(LessonError) -> Dataset {
    let dataset = try data.dataset(seed: 1, files: files)
    try check(spec, DataFacts(dataset))
    return encoded(dataset)
  }

  /// The rows of a seed, with their classes written as the loss and the output layer want them.
  func dataset(seed: UInt64, files: CSVSource) throws(LessonError) -> Dataset {
    encoded(try data.dataset(seed: seed, files: files))
  }

  /// What all trainings of a sweep take together.
  func cost(of spec: SweepSpec, on facts: DataFacts) -> CostEstimate {
    let members = spec.combinations.map { combination in
      let variant = setting(combination, of: spec)
      return variant.cost(of: facts.keeping(variant.data.take), .ends)
    }
    return CostEstimate(members: members, seeds: spec.seeds)
  }
}
