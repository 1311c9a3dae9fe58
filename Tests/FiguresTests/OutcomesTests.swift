import Figures
import Lessons
import Testing
import Tracing

/// What a figure is told that asks for an outcome of another kind.
struct OutcomesTests {
  private static let lesson = """
    title: Test
    scenarios:
      training:
        data: xor
        network: {layers: [1 sigmoid]}
        train: {epochs: 1}
      sweep:
        data: xor
        network: {layers: [1 sigmoid]}
        train: {epochs: 1}
        sweep: {seeds: 2}
      descent:
        function: himmelblau
        starts: [[0, 0]]
        train: {rate: 0.01, steps: 1}
      expression:
        expression: 2^3
    """

  private func run() throws -> (Outcomes, [String: LocatedText]) {
    let lesson = try Lesson(parsing: Self.lesson, named: "lesson.yaml", id: "test")
    let source = SourceText(Self.lesson, file: "lesson.yaml")
    var outcomes: [String: ScenarioOutcome] = [:]
    var names: [String: LocatedText] = [:]
    for section in lesson.scenarios {
      outcomes[section.name] = try section.decode(as: Scenario.self).outcome()
      names[section.name] = LocatedText(section.name, at: section.location, in: source)
    }
    return (Outcomes(outcomes), names)
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return (error as? FigureError)?.message ?? "\(error)" }
    return "no complaint"
  }

  @Test func `each outcome is given as what it is`() throws {
    let (outcomes, names) = try run()
    #expect(
      try outcomes.value(of: #require(names["training"]), as: Trace.self).dataset.name == "xor")
    #expect(try outcomes.value(of: #require(names["sweep"]), as: Sweep.self).members.count == 2)
    #expect(try outcomes.value(of: #require(names["descent"]), as: Descent.self).paths.count == 1)
    #expect(
      try outcomes.value(of: #require(names["expression"]), as: ExpressionRun.self).result == 8)
  }

  @Test(arguments: [
    ("sweep", "a training", "a sweep"), ("descent", "a training", "a descent"),
    ("expression", "a training", "an expression"),
  ])
  func `what is no training is named`(name: String, wanted: String, found: String) throws {
    let (outcomes, names) = try run()
    let name = try #require(names[name])
    #expect(
      message { _ = try outcomes.value(of: name, as: Trace.self) }
        == "this figure draws \(wanted), and scenario '\(name)' is \(found)")
  }

  @Test func `a training is neither a sweep nor a descent nor an expression`() throws {
    let (outcomes, names) = try run()
    let name = try #require(names["training"])
    let end = ", and scenario 'training' is a training"
    #expect(
      message { _ = try outcomes.value(of: name, as: Sweep.self) } == "this figure draws a sweep"
        + end)
    #expect(
      message { _ = try outcomes.value(of: name, as: Descent.self) }
        == "this figure draws a descent" + end)
    #expect(
      message { _ = try outcomes.value(of: name, as: ExpressionRun.self) }
        == "this figure draws an expression" + end)
  }
}
