import Figures
import Lessons
import Testing
import Tracing

/// What a figure is told that asks for an outcome of another kind.
struct TracesTests {
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

  private func outcomes() throws -> (Traces, [String: LocatedText]) {
    let lesson = try Lesson(parsing: Self.lesson, named: "lesson.yaml", id: "test")
    let source = SourceText(Self.lesson, file: "lesson.yaml")
    var outcomes: [String: ScenarioOutcome] = [:]
    var names: [String: LocatedText] = [:]
    for section in lesson.scenarios {
      outcomes[section.name] = try section.decode(as: Scenario.self).outcome()
      names[section.name] = LocatedText(section.name, at: section.location, in: source)
    }
    return (Traces(outcomes: outcomes), names)
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return (error as? FigureError)?.message ?? "\(error)" }
    return "no complaint"
  }

  @Test func `each outcome is given as what it is`() throws {
    let (traces, names) = try outcomes()
    #expect(try traces.trace(of: #require(names["training"])).dataset.name == "xor")
    #expect(try traces.sweep(of: #require(names["sweep"])).members.count == 2)
    #expect(try traces.descent(of: #require(names["descent"])).paths.count == 1)
    #expect(try traces.expression(of: #require(names["expression"])).result == 8)
  }

  @Test(arguments: [
    ("sweep", "a training", "a sweep"), ("descent", "a training", "a descent"),
    ("expression", "a training", "an expression"),
  ])
  func `what is no training is named`(name: String, wanted: String, found: String) throws {
    let (traces, names) = try outcomes()
    let name = try #require(names[name])
    #expect(
      message { _ = try traces.trace(of: name) }
        == "this figure draws \(wanted), and scenario '\(name)' is \(found)")
  }

  @Test func `a training is neither a sweep nor a descent nor an expression`() throws {
    let (traces, names) = try outcomes()
    let name = try #require(names["training"])
    let end = ", and scenario 'training' is a training"
    #expect(message { _ = try traces.sweep(of: name) } == "this figure draws a sweep" + end)
    #expect(message { _ = try traces.descent(of: name) } == "this figure draws a descent" + end)
    #expect(
      message { _ = try traces.expression(of: name) } == "this figure draws an expression" + end)
  }
}
