import GoldenNumbers
import Networks
import Testing

private struct Trajectories: Decodable {
  let tolerance: Tolerance
  let runs: [Run]

  struct Run: Decodable, Sendable, CustomStringConvertible {
    let id: String
    let function: String
    let optimizer: String
    let hyper: [String: Double]
    let start: [Double]
    let steps: Int
    let amplification: Double
    let position: [[Double]]
    let loss: [Double]
    let gradient: [[Double]]
    let state: [String: [[Double]]]
    // Of quadratic functions
    let A: [[Double]]?
    let b: [Double]?
    // Of networks
    let shape: [Int]?
    let activations: [String]?
    let lossName: String?
    let inputs: [[Double]]?
    let targets: [[Double]]?

    var description: String { id }
  }
}

private func golden() throws -> [(run: Trajectories.Run, tolerance: Tolerance)] {
  try ["optimizers", "optimizers-mlp"].flatMap { name in
    let file: Trajectories = try GoldenNumbers.golden(name)
    return file.runs.map { ($0, file.tolerance) }
  }
}

struct OptimizerTrajectoryTests {
  @Test(arguments: try golden())
  private func `positions, losses and gradients`(
    run: Trajectories.Run, tolerance: Tolerance
  ) throws {
    let function = try function(of: run)
    var state = try optimizer(of: run).start(parameterCount: run.start.count)
    var position = run.start
    for step in 0...run.steps {
      let (loss, gradient) = function(position)
      let mismatch = tolerance.mismatch(
        position + gradient + [loss],
        run.position[step] + run.gradient[step] + [run.loss[step]],
        amplification: run.amplification)
      #expect(mismatch == nil, "after \(step) steps")
      state.update(&position, with: gradient)
    }
  }

  @Test(arguments: try golden())
  private func `what is remembered of each parameter`(
    run: Trajectories.Run, tolerance: Tolerance
  ) throws {
    let function = try function(of: run)
    var state = try optimizer(of: run).start(parameterCount: run.start.count)
    var position = run.start
    for step in 0..<run.steps {
      state.update(&position, with: function(position).gradient)
      for (name, want) in run.state {
        let bufferName = try #require(bufferNames[name])
        let got = try #require(state[bufferName])
        let mismatch = tolerance.mismatch(got, want[step], amplification: run.amplification)
        #expect(mismatch == nil, "\(name) after \(step + 1) steps")
      }
    }
  }

  private let bufferNames = [
    "buf": "velocity", "sum": "square-sum", "sq": "square-mean", "m": "first-moment",
    "v": "second-moment",
  ]
  private let hyperparameterNames = [
    "lr": "learning-rate", "eps": "epsilon", "weightDecay": "weight-decay",
  ]

  private func optimizer(of run: Trajectories.Run) throws -> Optimizer {
    let defaults = try #require(Optimizer.named(run.optimizer))
    return try run.hyper.reduce(defaults) { optimizer, pair in
      let name = hyperparameterNames[pair.key] ?? pair.key
      return try #require(optimizer.setting(name, to: pair.value))
    }
  }

  private func function(of run: Trajectories.Run) throws -> TestFunction {
    if let function = planeFunctions[run.function] {
      return { function($0[0], $0[1]) }
    }
    return run.function == "quadratic" ? try quadratic(of: run) : try networkLoss(of: run)
  }

  private func quadratic(of run: Trajectories.Run) throws -> TestFunction {
    let (matrix, linear) = (Matrix(try #require(run.A)), try #require(run.b))
    return { position in
      let curved = (matrix * Matrix(position.map { [$0] })).values
      let value = zip(position, zip(curved, linear)).reduce(0) {
        $0 + $1.0 * ($1.1.0 / 2 + $1.1.1)
      }
      return (value, zip(curved, linear).map { $0 + $1 })
    }
  }

  private func networkLoss(of run: Trajectories.Run) throws -> TestFunction {
    let start = try network(
      shape: try #require(run.shape), activations: try #require(run.activations),
      parameters: run.start)
    let (inputs, targets) = (Matrix(try #require(run.inputs)), Matrix(try #require(run.targets)))
    let lossName = try #require(run.lossName)
    let loss = try #require(Loss.named(lossName))
    return { position in
      var network = start
      network.parameters = position
      let gradients = network.backward(network.forward(inputs), against: targets, through: loss)
      return (gradients.loss, gradients.flat)
    }
  }
}

private typealias TestFunction = ([Double]) -> (loss: Double, gradient: [Double])

/// Functions of the plane with their derivatives.
private let planeFunctions:
  [String: @Sendable (Double, Double) -> (loss: Double, gradient: [Double])] = [
    "rosenbrock": { x, y in
      let (slope, valley) = (1 - x, y - x * x)
      return (
        slope * slope + 100 * valley * valley, [-2 * slope - 400 * x * valley, 200 * valley]
      )
    },
    "himmelblau": { x, y in
      let (first, second) = (x * x + y - 11, x + y * y - 7)
      return (
        first * first + second * second,
        [4 * x * first + 2 * second, 2 * first + 4 * y * second]
      )
    },
    "saddle": { x, y in (x * x - y * y, [2 * x, -2 * y]) },
    "beale": { x, y in
      let first = 1.5 - x + x * y
      let second = 2.25 - x + x * y * y
      let third = 2.625 - x + x * y * y * y
      return (
        first * first + second * second + third * third,
        [
          2 * (first * (y - 1) + second * (y * y - 1) + third * (y * y * y - 1)),
          2 * x * (first + second * 2 * y + third * 3 * y * y),
        ]
      )
    },
  ]
