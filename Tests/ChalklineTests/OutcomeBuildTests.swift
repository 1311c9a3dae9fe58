import Chalkline
import Foundation
import Testing

/// Scenarios that are no single training, as the driver builds and prints them.
struct OutcomeBuildTests {
  private static let lesson = """
    title: {en: Outcomes, ko: 결과}
    scenarios:
      many:
        data: xor
        network: {layers: [2 tanh, 1 sigmoid]}
        train: {rate: 0.5, epochs: 10}
        sweep: {units: [2, 3], seeds: 4}
      down:
        function: himmelblau
        starts: [[0, 0], [-3, 3]]
        train: {rate: 0.01, steps: 20}
      neuron:
        expression: "L = (sigmoid(w*x + b) - y)^2"
        values: {w: 0.6, x: 0.4, b: 0.2, y: 1}

    """
  private static let course = """
    title: {en: Outcomes, ko: 결과}
    languages: [en, ko]
    theme: paper
    lessons: [outcomes]

    """

  private func fixture() throws -> LessonFixture {
    try LessonFixture(["course.yaml": Self.course, "outcomes/lesson.yaml": Self.lesson])
  }

  @Test func `each is written as JSON and CSV`() async throws {
    let fixture = try fixture()
    try await fixture.build()
    let files = fixture.files().keys.filter { $0.hasPrefix("outcomes/trace/") }.sorted()
    #expect(
      files == [
        "outcomes/trace/down.csv", "outcomes/trace/down.json", "outcomes/trace/many.csv",
        "outcomes/trace/many.json", "outcomes/trace/neuron.csv", "outcomes/trace/neuron.json",
      ])
  }

  @Test(arguments: ["many", "down", "neuron"])
  func `the verb prints what the build writes`(scenario: String) async throws {
    let fixture = try fixture()
    try await fixture.build()
    let export = try TraceExport(of: scenario, in: "outcomes", from: fixture.source(), at: .all)
    for format in ["json", "csv"] {
      let built = try #require(fixture.files()["outcomes/trace/\(scenario).\(format)"])
      #expect(try built == Data(export.pieces(as: format).joined()))
    }
  }

  @Test(arguments: [("many", "a sweep"), ("down", "a descent"), ("neuron", "an expression")])
  func `no epoch can be chosen`(scenario: String, kind: String) throws {
    let source = try fixture().source()
    #expect {
      try TraceExport(of: scenario, in: "outcomes", from: source, at: .last)
    } throws: {
      "\($0)" == "\(kind) keeps no epochs to choose from"
    }
  }
}
