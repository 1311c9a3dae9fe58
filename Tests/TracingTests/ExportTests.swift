import Foundation
import Networks
import Testing
import Tracing

struct ExportTests {
  private func trace() throws -> Trace {
    let rest = "trace: {every: 1, unit: updates, epochs: [1]}"
    return try moonScenario(epochs: 2, batch: 32, rest: rest).run()
  }

  private func text(_ pieces: AnySequence<[UInt8]>) -> String {
    String(decoding: Array(pieces.joined()), as: UTF8.self)
  }

  @Test func `a CSV table has one line for each number`() throws {
    let trace = try xorScenario(epochs: 1).run()
    let lines = text(try trace.csv(atEpoch: 1)).split(separator: "\n")
    // Loss, accuracy, 9 parameters, 4 rows of 2 inputs and twice 3 units; gradients of all but two.
    let numbers = 9 + 4 * (2 + 2 * 3)
    #expect(lines.count == 3 + 2 * numbers)
    #expect(lines[0] == "epoch,update,moment,layer,tensor,row,column,value")
    #expect(lines[1].hasPrefix("1,1,epoch-end,,loss,,,0."))
  }

  @Test func `numbers of a CSV table read back as the same numbers`() throws {
    let trace = try xorScenario(epochs: 1).run()
    var weights: [Double] = []
    for line in text(try trace.csv(atEpoch: 1)).split(separator: "\n") {
      let cells: [Substring] = line.split(separator: ",", omittingEmptySubsequences: false)
      if cells[3] == "1", cells[4] == "W" { weights.append(Double(cells[7]) ?? .nan) }
    }
    #expect(weights == trace.last.network.layers[0].weights.values)
  }

  private struct ReadTrace: Decodable {
    struct Layer: Decodable {
      let weights: [[Double]]
      let biases: [Double]
      let activations: [[Double]]
    }
    struct Step: Decodable {
      let moment: String
      let epoch: Int
      let loss: Double
      let rows: [Int]
      let layers: [Layer]
    }
    let format: String
    let scenario: String
    let steps: [Step]
  }

  @Test func `JSON reads back as the same numbers`() throws {
    let trace = try trace()
    let read = try JSONDecoder().decode(ReadTrace.self, from: Data(trace.json().joined()))
    #expect(read.format == "chalkline-trace/1")
    #expect(read.steps.count == trace.steps.count)
    for (step, want) in zip(read.steps, trace.steps) {
      #expect(step.loss == want.loss && step.rows == want.rows && step.epoch == want.epoch)
      let parameters = step.layers.flatMap { $0.weights.flatMap { $0 } + $0.biases }
      #expect(parameters == want.network.parameters)
      #expect(step.layers.last?.activations.flatMap { $0 } == want.forward.outputs.values)
    }
  }

  @Test func `JSON of a diverged trace spells what is no number`() throws {
    let scenario = try scenario(
      """
      data: {shape: sine, rows: 4}
      network: {layers: [1 identity], parameters: [1e300, 0]}
      train: {epochs: 1}
      """)
    let json = try scenario.run().json()
    #expect(text(json).contains("\"loss\": \"Infinity\""))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.joined())) }
  }

  @Test func `a text comes in pieces that are small beside it`() throws {
    let trace = try moonScenario(epochs: 20, rest: "trace: {every: 1}").run()
    for pieces in [try trace.csv(), try trace.json()] {
      let sizes = pieces.map { $0.count }
      #expect((sizes.max() ?? 0) < sizes.reduce(0, +) / 10)
    }
  }

  @Test func `a table shows the epoch's weights`() throws {
    let trace = try xorScenario(epochs: 0).run()
    let table = try trace.table(atEpoch: 0)
    #expect(table.hasPrefix("scenario   it, seed 7\ndata       xor, 4 rows\n"))
    #expect(table.contains("network    2-2-1 tanh, sigmoid, 9 parameters\n"))
    #expect(table.contains("layer 2, sigmoid\nunit "))
  }

  @Test func `an overview has a line for each step`() throws {
    let trace = try trace()
    let lines = try trace.table().split(separator: "\n")
    let last: [Substring] = lines.suffix(trace.steps.count)
    #expect(last.allSatisfy { $0.contains("epoch-end") || $0.contains("before-update") })
  }

  @Test(arguments: TraceFormat.allCases)
  func `an epoch that was not kept is refused`(format: TraceFormat) throws {
    let trace = try xorScenario(epochs: 9, rest: "trace: {}").run()
    #expect(throws: ExportError.noSuchEpoch(5, kept: [0, 9])) {
      try trace.exported(as: format, atEpoch: 5)
    }
  }

  @Test(arguments: TraceFormat.allCases)
  func `the same run is written in the same bytes`(format: TraceFormat) throws {
    #expect(try trace().exported(as: format).bytes == trace().exported(as: format).bytes)
  }

  @Test(arguments: TraceFormat.allCases)
  func `a perceptron's trace is written too`(format: TraceFormat) throws {
    let trace = try scenario("data: xor\nmodel: perceptron\ntrain: {epochs: 9}").run()
    #expect(try !trace.exported(as: format).bytes.isEmpty)
  }

  @Test func `numpy loads the archive with the same bits`() throws {
    let trace = try trace()
    let names = ["epochs", "W1", "db2", "a0", "before_z1", "before_rows", "history_loss"]
    guard let lines = try NumPy.arrays(names, in: trace.exported(as: .npz)) else { return }
    let ends = trace.steps.filter { $0.moment == .epochEnd }
    let weights = ends.flatMap { $0.network.layers[0].weights.values }
    #expect(lines.count == names.count)
    #expect(lines[0] == "epochs [3] \(NumPy.hex([0, 1, 2]))")
    #expect(lines[1] == "W1 [3, 4, 2] \(NumPy.hex(weights))")
    #expect(lines[2].hasPrefix("db2 [3, 1] "))
    #expect(lines[3].hasPrefix("a0 [3, 100, 2] "))
    // Two epochs of batches of 32, 32, 32 and 4 rows.
    #expect(lines[4].hasPrefix("before_z1 [8, 32, 4] "))
    #expect(lines[5].hasSuffix(NumPy.hex([Double](repeating: -1, count: 28))))
    #expect(lines[6] == "history_loss [3] \(NumPy.hex(trace.history.loss))")
  }
}
