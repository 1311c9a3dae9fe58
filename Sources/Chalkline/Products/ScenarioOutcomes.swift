import Building
import Figures
import Tracing

extension ProductName.Kind {
  static let outcome = ProductName.Kind("outcome")
}

/// What a scenario gives: the trace of a training, the results of a sweep, and so on.
///
/// It has no files: figures and numbers are made of it. What was trained once is kept; a large sweep is put
/// together of its blocks, which are kept instead.
struct ScenarioOutcomes: CourseProduct {
  let id: ProductName
  let group: String
  let cost: Double
  let needs: [ProductName]
  private let scenario: Scenario
  private let schedule: TraceSchedule
  private let lesson: PlannedLesson

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      let schedules = lesson.source.schedules
      return lesson.source.scenarios.map { scenario in
        PlannedProduct(
          ScenarioOutcomes(of: scenario, keeping: schedules[scenario.name] ?? .ends, in: lesson))
      }
    }
  }

  private init(
    of scenario: Scenario, keeping schedule: TraceSchedule, in lesson: PlannedLesson
  ) {
    id = Self.name(scenario.name, lesson)
    group = lesson.id
    needs = SweepBlocks.names(of: scenario, lesson)
    cost = needs.isEmpty ? scenario.work(keeping: schedule) : Scenario.leastWork
    self.scenario = scenario
    self.schedule = schedule
    self.lesson = lesson
  }

  static func name(_ scenario: String, _ lesson: PlannedLesson) -> ProductName {
    ProductName(.outcome, of: lesson.id, scenario)
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    var inputs = lesson.inputs.ofScenario(scenario.name)
    inputs.add("the lesson", lesson.id)
    return inputs
  }

  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws
    -> ScenarioOutcome
  {
    guard isAssembled else {
      // Nothing is trained for a figure that cannot be drawn of it.
      let start = try lesson.trial.start(of: scenario)
      for figure in lesson.figures where figure.scenarioNames.contains(scenario.name) {
        try lesson.trial.check(figure)
      }
      return try lesson.source.outcome(of: scenario, keeping: schedule, from: start) {
        bench.progress($0)
      }
    }
    let parts = needs.compactMap { made.value(of: $0, as: SweepPart.self) }
    return try lesson.source.running { files throws(TrainingError) in
      .sweep(try scenario.sweepRun(files: files).joined(parts))
    }
  }

  var isAssembled: Bool { !needs.isEmpty }

  /// More bytes are not kept: reading them would take as long as training.
  private static let sizeLimit = 64 << 20
  static let folder = "traces"

  var keeping: Keeping<ScenarioOutcome>? {
    guard scenario.isWorthKeeping, !isAssembled else { return nil }
    let (scenario, files) = (scenario, lesson.source.dataFiles)
    return Keeping(
      in: Self.folder,
      encode: { outcome in
        guard let bytes = OutcomeSnapshot.bytes(of: outcome) else { return .nothing }
        return bytes.count > Self.sizeLimit ? .tooLarge(bytes.count) : .bytes(bytes)
      },
      decode: { scenario.outcome(from: $0, files: files) })
  }
}

extension Scenario {
  /// Roughly how much work it is to run, in multiplications.
  ///
  /// Little is known of rows that are in a file.
  func work(keeping schedule: TraceSchedule) -> Double {
    guard let cost = estimatedCost(also: schedule) else { return Self.leastWork }
    return Self.leastWork + cost.multiplyAdds
  }

  /// What a scenario takes besides its training; measured.
  fileprivate static var leastWork: Double { 1e7 }
}
