import Building
import Figures
import Tracing

extension ProductName.Kind {
  static let block = ProductName.Kind("block")
}

/// Some trainings of a large sweep: each block is run by itself, so that all processors have a share of them.
struct SweepBlocks: CourseProduct {
  let id: ProductName
  let group: String
  var cost: Double { block.work }
  private let block: SweepBlock
  private let scenario: Scenario
  private let lesson: PlannedLesson

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      lesson.source.scenarios.flatMap { scenario in
        blocks(of: scenario).enumerated().map { number, block in
          PlannedProduct(SweepBlocks(number, block, of: scenario, in: lesson))
        }
      }
    }
  }

  /// The blocks of a sweep that is put together of several; none for other scenarios.
  private static func blocks(of scenario: Scenario) -> [SweepBlock] {
    let blocks = scenario.sweepBlocks()
    return blocks.count > 1 ? blocks : []
  }

  /// The names of the blocks that a scenario is put together of.
  static func names(of scenario: Scenario, _ lesson: PlannedLesson) -> [ProductName] {
    blocks(of: scenario).indices.map { name(scenario.name, $0, lesson) }
  }

  private static func name(
    _ scenario: String, _ number: Int, _ lesson: PlannedLesson
  ) -> ProductName {
    ProductName(.block, of: lesson.id, scenario, number: number)
  }

  private init(
    _ number: Int, _ block: SweepBlock, of scenario: Scenario, in lesson: PlannedLesson
  ) {
    id = Self.name(scenario.name, number, lesson)
    group = lesson.id
    self.block = block
    self.scenario = scenario
    self.lesson = lesson
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    var inputs = lesson.inputs.ofScenario(scenario.name)
    inputs.add("the lesson", lesson.id)
    inputs.add("the trainings", "\(block.members)")
    return inputs
  }

  func make(
    _ outputs: [ProductName], of made: CourseValues, at bench: CourseBench
  ) throws -> SweepPart {
    try lesson.source.running { files throws(TrainingError) in
      try scenario.sweepRun(files: files).run(block.members) { bench.progress($0) }
    }
  }

  var keeping: Keeping<SweepPart>? {
    let (scenario, block) = (scenario, block)
    return Keeping(
      in: ScenarioOutcomes.folder, encode: { .bytes($0.snapshot) },
      decode: { scenario.sweepPart(block, from: $0) })
  }
}
