import Foundation
import Testing
import Tracing

struct OutcomeExportTests {
  private static let sweep = """
    data: {shape: moons, rows: 20, validation: 10}
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {epochs: 3}
    sweep: {initializer: [glorot-uniform, normal 0.5], seeds: 2}
    """
  private static let descent = """
    function: {expression: x^2 + y^2}
    starts: [[1, 2], [3, 0.5]]
    train: {rate: 0.25, steps: 2}
    """
  private static let expression = "expression: L = (a*b - 1)^2\nvalues: {a: 2, b: 0.75}"

  private func text(_ scenario: Scenario, as format: TraceFormat) throws -> String {
    try scenario.outcome().exported(as: format).text
  }

  @Test(arguments: [sweep, descent, expression], [TraceFormat.table, .csv, .json])
  func `every outcome is written in three forms, the same at any time`(
    scenarioText: String, format: TraceFormat
  ) throws {
    let scenario = try scenario(scenarioText)
    let written = try text(scenario, as: format)
    #expect(written.hasSuffix("\n"))
    #expect(try text(scenario, as: format) == written)
  }

  @Test(arguments: [sweep, descent, expression])
  func `names in JSON are in their order`(scenarioText: String) throws {
    let json = try text(try scenario(scenarioText), as: .json)
    let data = Data(json.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let names = json.split(separator: "\n").compactMap { line -> String? in
      line.hasPrefix("  \"") ? line.split(separator: "\"").dropFirst().first.map(String.init) : nil
    }
    #expect(names == object.keys.sorted())
  }

  @Test func `a table of a sweep has a line for each training`() throws {
    let lines = try text(try scenario(Self.sweep), as: .csv).split(separator: "\n")
    #expect(
      lines[0]
        == "initializer,seed,parameters,loss,accuracy,validationLoss,validationAccuracy,"
        + "epochsToThreshold,diverged")
    #expect(lines.count == 5)
    #expect(lines[4].hasPrefix("normal 0.5,2,9,0."))
  }

  @Test func `a descent is written position by position`() throws {
    #expect(
      try text(try scenario(Self.descent), as: .csv) == """
        path,step,x1,x2,value
        0,0,1,2,5
        0,1,0.5,1,1.25
        0,2,0.25,0.5,0.3125
        1,0,3,0.5,9.25
        1,1,1.5,0.25,2.3125
        1,2,0.75,0.125,0.578125

        """)
  }

  @Test func `an expression is written with the shortest numbers`() throws {
    let json = try text(try scenario(Self.expression), as: .json)
    #expect(json.contains("\"result\": 0.25"))
    #expect(json.contains("\"values\": {\"a\": 2, \"b\": 0.75}"))
    #expect(json.contains("\"gradient\": 0.75"))
  }

  @Test func `numpy has no form of a sweep`() throws {
    let outcome = try scenario(Self.sweep).outcome()
    #expect(throws: ExportError.noSuchForm(.npz, of: "a sweep", known: [.table, .csv, .json])) {
      try outcome.exported(as: .npz)
    }
  }

  @Test func `a descent has no epochs`() throws {
    let outcome = try scenario(Self.descent).outcome()
    #expect(throws: ExportError.noEpochs("a descent")) {
      try outcome.exported(as: .json, atEpoch: 1)
    }
  }

  @Test func `a trace with features and validation is written in every form`() throws {
    let outcome = try scenario(
      """
      data: {shape: circles, rows: 20, validation: 0.5, features: [x1^2, x2^2]}
      network: {layers: [1 sigmoid]}
      train: {epochs: 2}
      """
    ).outcome()
    for format in outcome.formats { #expect(try !outcome.exported(as: format).bytes.isEmpty) }
    let json = try outcome.exported(as: .json).text
    #expect(json.contains("\"features\": [\"x1^2\", \"x2^2\"]"))
    #expect(json.contains("\"validationLoss\": [0."))
  }
}
