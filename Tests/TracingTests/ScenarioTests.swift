import Lessons
import Networks
import Testing
import Tracing

struct ScenarioTests {
  private func network(_ text: String) throws -> NetworkSpec {
    guard case .training(let training) = try scenario(text + "\ntrain: {epochs: 1}").spec else {
      throw NotANetwork()
    }
    return training.task.network
  }

  private struct NotANetwork: Error {}

  @Test func `a layer is units and activation, short or long`() throws {
    let network = try network(
      """
      data: xor
      network:
        layers: [2 tanh, {units: 3, activation: relu, initializer: he-normal}, 1 sigmoid]
        initializer: uniform 0.5
      """)
    #expect(
      network.layers == [
        LayerShape(units: 2, activation: .tanh, initializer: .uniform(0.5)),
        LayerShape(units: 3, activation: .relu, initializer: .heNormal),
        LayerShape(units: 1, activation: .sigmoid, initializer: .uniform(0.5)),
      ])
  }

  @Test(arguments: Activation.all)
  func `every activation can be named in a layer`(activation: Activation) throws {
    let network = try network("data: xor\nnetwork: {layers: [2 \(activation), 1 sigmoid]}")
    #expect(network.layers[0].activation == activation)
  }

  @Test(arguments: WeightInitializer.all)
  func `every initializer can be named`(initializer: WeightInitializer) throws {
    let network = try network(
      "data: xor\nnetwork: {layers: [1 sigmoid], initializer: \(initializer.name)}")
    #expect(network.layers[0].initializer == initializer)
  }

  @Test(arguments: Loss.all)
  func `every loss can be named where it fits`(loss: Loss) throws {
    let output =
      loss == .categoricalCrossEntropy ? "2 softmax" : loss == .hinge ? "1 identity" : "1 sigmoid"
    let network = try network("data: xor\nnetwork: {layers: [\(output)]}\nloss: \(loss)")
    #expect(network.loss == loss)
  }

  @Test(arguments: [
    ("xor", "1 sigmoid", Loss.binaryCrossEntropy), ("xor", "2 softmax", .categoricalCrossEntropy),
  ])
  func `cross-entropy is the one of the output layer`(data: String, output: String, loss: Loss)
    throws
  {
    for rest in ["loss: cross-entropy", ""] {
      #expect(try network("data: \(data)\nnetwork: {layers: [\(output)]}\n\(rest)").loss == loss)
    }
  }

  @Test func `regression is half squared error unless said otherwise`() throws {
    #expect(try network("data: sine\nnetwork: {layers: [1 identity]}").loss == .halfSquaredError)
  }

  @Test(arguments: Optimizer.all)
  func `every number of an optimizer can be set`(optimizer: Optimizer) throws {
    let numbers = optimizer.hyperparameters.map { ", \($0.name): 0.25" }.joined()
    let scenario = try scenario(
      """
      data: xor
      network: {layers: [1 sigmoid]}
      train: {epochs: 1, rate: 0.125, optimizer: {name: \(optimizer)\(numbers)}}
      """)
    guard case .training(let training) = scenario.spec else { throw NotANetwork() }
    let decoded = training.task.train.optimizer
    #expect(decoded.name == optimizer.name)
    #expect(decoded.learningRate == 0.125)
    #expect(decoded.hyperparameters.allSatisfy { $0.value == 0.25 })
  }

  @Test func `parameters of a shape and a seed of its own`() throws {
    let scenario = try scenario(
      """
      data: {shape: moons, rows: 40, noise: 0.3, seed: 8}
      network: {layers: [1 sigmoid]}
      train: {epochs: 0}
      seed: 1
      """)
    let expected = DatasetShape.moons.dataset(["rows": 40, "noise": 0.3], seed: 8)
    #expect(try scenario.dataset() == expected)
    #expect(scenario.seed == 1)
  }

  @Test func `a trace section becomes a schedule`() throws {
    let scenario = try xorScenario(
      epochs: 100, rest: "trace: {every: 10, first: 5, logarithmic: 12, epochs: [0, 33, last]}")
    let expected: [TraceSchedule.Rule] = [
      .every(10, .epochs), .first(5, .epochs), .logarithmic(12), .epochs([0, 33]),
    ]
    guard case .training(let training) = scenario.spec else { throw NotANetwork() }
    #expect(training.schedule == TraceSchedule(expected))
  }

  @Test func `targets follow the loss and the output layer`() throws {
    let scenario = try scenario(
      """
      data: xor
      network: {layers: [2 tanh, 1 identity]}
      loss: hinge
      train: {epochs: 0}
      """)
    #expect(try scenario.dataset().targets.values == [-1, 1, 1, -1])
  }

  @Test func `the cost of keeping everything is near what it takes`() throws {
    let scenario = try moonScenario(epochs: 20, rest: "trace: {every: 1}")
    let cost = try #require(scenario.estimatedCost())
    #expect(cost.stepCount == 21)
    // A step has 17 parameters; training works on 100 rows of 2 + 2·5 values and as many gradients. An epoch of the
    // curves takes 440 bytes at the most, when it is drawn.
    let (numbers, curves) = (21 * 17 + 100 * 2 * 12, 440 * 20)
    let floor = Double(8 * numbers + curves)
    #expect(cost.bytes > floor && cost.bytes < 1.5 * floor)
  }

  @Test func `more rows do not make steps larger`() throws {
    func bytesOfStep(rows: Int) throws -> Double {
      let costs = try [10, 20].map { epochs in
        try scenario(
          """
          data: {shape: moons, rows: \(rows)}
          network: {layers: [4 tanh, 1 sigmoid]}
          train: {epochs: \(epochs)}
          trace: {every: 1}
          """
        ).estimatedCost()
      }
      return try #require(costs[1]).bytes - #require(costs[0]).bytes
    }
    #expect(try bytesOfStep(rows: 100) == bytesOfStep(rows: 10_000))
  }

  @Test func `limits can be raised in the lesson`() throws {
    let text = """
      data: {shape: moons, rows: 5000}
      network: {layers: [8 tanh, 1 sigmoid]}
      train: {epochs: 20}
      trace: {every: 1}
      """
    #expect(complaint(text + "\nlimits: {memory: 1 MiB}").contains("the limit is 1 MiB"))
    #expect(complaint(text + "\nlimits: {multiply-adds: 1000}").contains("the limit is 1000"))
    #expect(complaint(text + "\nlimits: {memory: 64 MiB}") == "no error")
  }

  @Test(arguments: ["epochs", "updates"])
  func `a request beyond any memory is refused before anything is made`(unit: String) {
    let printed = complaint(
      """
      data: moons
      network: {layers: [1 sigmoid]}
      train: {epochs: 100000000, batch: 1}
      trace: {every: 1, unit: \(unit)}
      """)
    #expect(printed.contains("the trace would take "))
    #expect(printed.contains("the limit is 256 MiB"))
  }

  @Test func `the advice on limits is enough`() throws {
    let text = """
      data: {shape: moons, rows: 2000}
      network: {layers: [8 tanh, 1 sigmoid]}
      train: {epochs: 20}
      trace: {every: 1}
      """
    for limit in ["memory: 1 KiB", "multiply-adds: 10"] {
      let printed = complaint(text + "\nlimits: {\(limit)}")
      let advice = try #require(printed.split(separator: "allow it with ").last)
      #expect(complaint(text + "\n\(advice)") == "no error", "\(advice)")
    }
  }
}
