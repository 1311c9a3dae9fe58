import GoldenNumbers
import Networks
import Testing

private struct Runs: Decodable {
  let runs: [Run]

  struct Run: Decodable, Sendable, CustomStringConvertible {
    let id: String
    let targets, order: [Int]
    let threshold: String
    let learningRate: Double
    let initialWeights: [Double]
    let initialBias: Double
    let firstErrorFreeEpoch, updates: Int
    let mistakesPerEpoch: [Int]
    let finalWeights: [Double]
    let finalBias: Double
    let steps: [Step]
    let cycle: Cycle

    var description: String { id }
  }

  struct Step: Decodable, Sendable, Equatable {
    let epoch, row: Int
    let z: Double
    let predicted, error: Int
    let weights: [Double]
    let bias: Double
  }

  struct Cycle: Decodable, Sendable {
    let found: Bool
    let firstEpoch, epochs, presentations, updates: Int
    let maxAbsWeight: Double
    let epochStarts: [[Double]]
  }
}

private func golden() throws -> [Runs.Run] {
  let file: Runs = try GoldenNumbers.golden("perceptron")
  return file.runs
}

private let corners = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])

struct PerceptronRunTests {
  @Test(arguments: try golden())
  private func `every presentation of a gate`(golden: Runs.Run) throws {
    let run = try train(golden)
    let steps = run.steps.map {
      Runs.Step(
        epoch: $0.epoch, row: $0.row, z: $0.preActivation, predicted: $0.predicted,
        error: $0.error, weights: $0.weights, bias: $0.bias)
    }
    #expect(steps == golden.steps)
    #expect(run.steps.allSatisfy { $0.target == golden.targets[$0.row] })
  }

  @Test(arguments: try golden())
  private func `how the training of a gate ends`(golden: Runs.Run) throws {
    let run = try train(golden)
    #expect(run.firstErrorFreeEpoch ?? -1 == golden.firstErrorFreeEpoch)
    #expect(run.updateCount == golden.updates)
    #expect(run.mistakesPerEpoch == golden.mistakesPerEpoch)
    #expect(run.final.weights == golden.finalWeights)
    #expect(run.final.bias == golden.finalBias)
  }

  @Test(arguments: try golden().filter { $0.cycle.found })
  private func `a gate that no line can draw goes round`(golden: Runs.Run) throws {
    let cycle = try #require(try train(golden).cycle)
    #expect(cycle.firstEpoch == golden.cycle.firstEpoch)
    #expect(cycle.epochs == golden.cycle.epochs)
    #expect(cycle.presentations == golden.cycle.presentations)
    #expect(cycle.updates == golden.cycle.updates)
    #expect(cycle.maxAbsWeight == golden.cycle.maxAbsWeight)
    #expect(cycle.epochStarts == golden.cycle.epochStarts)
  }

  @Test(arguments: try golden().filter { !$0.cycle.found })
  private func `a gate that a line can draw does not go round`(golden: Runs.Run) throws {
    #expect(try train(golden).cycle == nil)
  }

  @Test(arguments: try golden())
  private func `each presentation begins where the one before ended`(golden: Runs.Run) throws {
    let run = try train(golden)
    #expect(run.steps[0].weightsBefore == golden.initialWeights)
    for (before, after) in zip(run.steps, run.steps.dropFirst()) {
      #expect(after.weightsBefore == before.weights)
      #expect(after.biasBefore == before.bias)
    }
  }

  @Test func `training gives up at the limit`() {
    let run = PerceptronRun.training(
      Perceptron(weights: [0, 0], bias: 0), inputs: corners, targets: [0, 0, 0, 1],
      order: [0, 1, 2, 3], rate: 1, epochLimit: 2)
    #expect(run.steps.count == 8)
    #expect(run.firstErrorFreeEpoch == nil)
    #expect(run.cycle == nil)
  }

  @Test func `no epochs show nothing`() {
    let start = Perceptron(weights: [1, 2], bias: 3)
    let run = PerceptronRun.training(
      start, inputs: corners, targets: [0, 1, 1, 0], order: [0, 1, 2, 3], rate: 1, epochLimit: 0)
    #expect(run.steps.isEmpty)
    #expect(run.final == start)
  }

  private func train(_ golden: Runs.Run) throws -> PerceptronRun {
    let threshold = try #require(Perceptron.Threshold(rawValue: golden.threshold))
    let start = Perceptron(
      weights: golden.initialWeights, bias: golden.initialBias, threshold: threshold)
    return PerceptronRun.training(
      start, inputs: corners, targets: golden.targets, order: golden.order,
      rate: golden.learningRate, epochLimit: 1000)
  }
}
