import Archives
import Building
import Lessons
import Snapshots
import Tracing

extension ProductName.Kind {
  static let numbers = ProductName.Kind("numbers")
}

/// The numbers of a scenario as files: what pages show and offer, or what its `numbers` asks for.
struct ScenarioNumbers: CourseProduct {
  let id: ProductName
  let group: String
  let needs: [ProductName]
  let cost = 2e7
  private let scenario: Scenario
  private let lesson: PlannedLesson

  static let outputKinds: [ProductName.Kind] = [.numbers]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      lesson.source.scenarios.filter {
        lesson.numbers.contains($0.name) && $0.numbers != .none
      }.map {
        PlannedProduct(ScenarioNumbers(of: $0, in: lesson), isWanted: true)
      }
    }
  }

  private init(of scenario: Scenario, in lesson: PlannedLesson) {
    id = ProductName(.numbers, of: lesson.id, scenario.name)
    group = lesson.id
    needs = [ScenarioOutcomes.name(scenario.name, lesson)]
    self.scenario = scenario
    self.lesson = lesson
  }

  var outputs: [ProductName] { [id] }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    lesson.inputs.ofNumbers(scenario)
  }

  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws {
    guard let outcome = made.value(of: needs[0], as: ScenarioOutcome.self) else { return }
    bench.note(Self.notes(seed: scenario.seed), of: id)
    for file in try files(of: outcome) {
      let form = file.format.rawValue
      try bench.write(
        pieces: file.content.pieces, to: "\(lesson.id)/trace/\(scenario.name).\(form)",
        FileFacts(form), of: id)
    }
  }

  /// What later builds are to know of the files.
  static func notes(seed: UInt64) -> [UInt8] {
    var notes = SnapshotWriter()
    notes.write(Int(truncatingIfNeeded: seed))
    return notes.bytes
  }

  private func files(of outcome: ScenarioOutcome) throws(Finding)
    -> [(format: TraceFormat, content: ExportedNumbers)]
  {
    do throws(ExportError) {
      let shown = lesson.source.schedules[scenario.name] ?? .ends
      return try scenario.numberFiles(of: outcome, showing: shown)
    } catch {
      throw lesson.source.finding(
        .error, "cannot write the numbers: \(error)", atScenario: scenario.name)
    }
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    course.hasNumbers(of: output.name, in: output.lesson ?? "")
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    var notes = SnapshotReader(record.notes[...])
    manifest.traces[output.reference] = Manifest.Trace(
      lesson: output.lesson ?? "", scenario: output.name,
      seed: (try? notes.integer()).map { UInt64(truncatingIfNeeded: $0) } ?? 0,
      files: record.files.map { Manifest.File($0) })
  }

  static func task(of output: ProductName, in course: Course) -> BuildTask? {
    .numbers(lesson: output.lesson ?? "", scenario: output.name)
  }
}

extension ExportedNumbers {
  /// The bytes of the file, piece by piece.
  var pieces: AnySequence<[UInt8]> {
    switch self {
    case .text(let pieces): pieces
    case .arrays(let arrays):
      ZipArchive.pieces(of: arrays.lazy.map { (name: "\($0.name).npy", content: $0.bytes) })
    }
  }
}
