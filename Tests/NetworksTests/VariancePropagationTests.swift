import GoldenNumbers
import Networks
import Testing

private struct Propagation: Decodable {
  let width, depth, batch: Int
  let items: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let activation, initialiser: String
    let scale: Double
    let preactivationVariance, activationVariance, gradientZVariance, gradientAVariance: Statistic
    let weightGradientMeanSquare, saturatedFraction: Statistic

    var description: String { "\(activation) \(initialiser)" }
  }

  struct Statistic: Decodable, Sendable {
    let mean, standardDeviation: [Double]
  }
}

private func golden() throws -> Propagation { try GoldenNumbers.golden("variance-propagation") }

/// Two seeds: enough to see a wrong scale, few enough to be quick.
private let seeds: [UInt64] = [1, 2]

struct VariancePropagationTests {
  private let setup: Propagation

  init() throws { setup = try golden() }

  @Test(arguments: try golden().items)
  private func `variances of signals and gradients in ten layers`(item: Propagation.Item) throws {
    let runs = try seeds.map { try statistics(of: item, seed: $0) }
    expectNear(runs.map(\.preActivations), item.preactivationVariance)
    expectNear(runs.map(\.activations), item.activationVariance)
    expectNear(runs.map(\.gradientsByPreActivations), item.gradientZVariance)
    expectNear(runs.map(\.gradientsByActivations), item.gradientAVariance)
    expectNear(runs.map(\.weightGradients), item.weightGradientMeanSquare)
    expectNear(runs.map(\.saturated), item.saturatedFraction)
  }

  /// Expects a mean over k seeds within 5 standard deviations of one seed over √k.
  ///
  /// Spreads of fractions may be 0, so a rounding is allowed on top.
  private func expectNear(_ runs: [[Double]], _ want: Propagation.Statistic) {
    let count = Double(runs.count)
    for layer in want.mean.indices {
      let mean = runs.reduce(0) { $0 + $1[layer] } / count
      let margin = 5 * want.standardDeviation[layer] / count.squareRoot()
      #expect(abs(mean - want.mean[layer]) <= margin + 1e-12 * want.mean[layer], "layer \(layer)")
    }
  }

  private struct Statistics {
    var preActivations: [Double] = []
    var activations: [Double] = []
    var gradientsByPreActivations: [Double] = []
    var gradientsByActivations: [Double] = []
    var weightGradients: [Double] = []
    var saturated: [Double] = []
  }

  private func statistics(of item: Propagation.Item, seed: UInt64) throws -> Statistics {
    var generator = SeededGenerator(seed: seed)
    let network = try network(of: item, using: &generator)
    let pass = network.forward(normal(using: &generator))
    // Half a squared error has the derivative a - y, so these targets inject normal gradients.
    let injected = normal(using: &generator)
    let targets = zip(pass.outputs.values, injected.values).map { $0 - $1 }
    let gradients = network.backward(
      pass, against: Matrix(rows: setup.batch, columns: setup.width, values: targets),
      through: .halfSquaredError, averaged: false)
    var statistics = Statistics()
    for layer in 0..<setup.depth {
      let (a, dz) = (pass.activations[layer + 1], gradients.preActivations[layer])
      statistics.preActivations.append(variance(pass.preActivations[layer]))
      statistics.activations.append(variance(a))
      statistics.gradientsByPreActivations.append(variance(dz))
      statistics.gradientsByActivations.append(variance(gradients.activations[layer + 1]))
      statistics.weightGradients.append(meanSquareProduct(dz, pass.activations[layer]))
      let count = a.values.count { item.activation == "relu" ? $0 == 0 : abs($0) > 0.99 }
      statistics.saturated.append(Double(count) / Double(a.values.count))
    }
    return statistics
  }

  private func network(
    of item: Propagation.Item, using generator: inout SeededGenerator
  ) throws -> Network {
    let activation = try #require(Activation.named(item.activation))
    let initializer = try initializer(item.initialiser)
    #expect(abs(initializer.scale(fanIn: setup.width, fanOut: setup.width) - item.scale) < 1e-15)
    let shape = LayerShape(units: setup.width, activation: activation, initializer: initializer)
    let shapes = [LayerShape](repeating: shape, count: setup.depth)
    return Network(inputCount: setup.width, shapes: shapes, using: &generator)
  }

  /// `lecunUniform` is our `lecun-uniform`, `gaussian0.01` a normal of that standard deviation.
  private func initializer(_ name: String) throws -> WeightInitializer {
    if let deviation = Double(name.drop { !$0.isNumber }) { return .normal(deviation) }
    let hyphenated = name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    return try #require(WeightInitializer.named(hyphenated))
  }

  private func normal(using generator: inout SeededGenerator) -> Matrix {
    let values = (0..<setup.batch * setup.width).map { _ in generator.normal() }
    return Matrix(rows: setup.batch, columns: setup.width, values: values)
  }

  private func variance(_ matrix: Matrix) -> Double {
    let count = Double(matrix.values.count)
    let mean = matrix.values.reduce(0, +) / count
    return matrix.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
  }

  /// The mean over samples and weights of `(dz·a)²`, which is a product of sums for each sample.
  private func meanSquareProduct(_ dz: Matrix, _ a: Matrix) -> Double {
    let products = (0..<dz.rows).map { row in
      dz.row(row).reduce(0) { $0 + $1 * $1 } * a.row(row).reduce(0) { $0 + $1 * $1 }
    }
    return products.reduce(0, +) / Double(dz.rows * dz.columns * a.columns)
  }
}
