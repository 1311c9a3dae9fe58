import GoldenNumbers
import Networks
import Testing
import Tracing

private struct Propagation: Decodable {
  struct Statistic: Decodable, Sendable {
    let mean, standardDeviation: [Double]
  }

  struct Theory: Decodable, Sendable {
    let preactivationVariance, activationVariance: [Double]
    let gradientZVariance, gradientAVariance: [Double]
  }

  struct Item: Decodable, Sendable, CustomTestStringConvertible {
    let activation, initialiser: String
    let preactivationVariance, activationVariance, gradientZVariance, gradientAVariance: Statistic
    let weightGradientMeanSquare, saturatedFraction: Statistic
    let meanField: Theory

    var testDescription: String { "\(activation) \(initialiser)" }

    /// `lecunUniform` is our `lecun-uniform`, `gaussian0.01` a normal of that deviation.
    func shapes(width: Int, depth: Int) throws -> [LayerShape] {
      let initializer: WeightInitializer
      if let deviation = Double(initialiser.drop { !$0.isNumber }) {
        initializer = .normal(deviation)
      } else {
        let name = initialiser.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }
        initializer = try #require(WeightInitializer.named(name.joined()))
      }
      let shape = LayerShape(
        units: width, activation: try #require(Activation.named(activation)),
        initializer: initializer)
      return [LayerShape](repeating: shape, count: depth)
    }
  }

  let width, depth, batch: Int
  let items: [Item]
}

private func propagation() throws -> Propagation { try golden("variance-propagation") }

struct LayerStatisticsTests {
  @Test(arguments: try propagation().items)
  private func `spreads in ten random layers are those of the golden file`(
    item: Propagation.Item
  ) throws {
    let setup = try propagation()
    var generator = SeededGenerator(seed: 1)
    let network = Network(
      inputCount: setup.width, shapes: try item.shapes(width: setup.width, depth: setup.depth),
      using: &generator)
    let inputs = LayerStatistics.normalInputs(rows: setup.batch, columns: setup.width, seed: 1)
    let layers = LayerStatistics.of(network, inputs: inputs, signal: .normal(seed: 1)).layers
    expectNear(layers.map { $0.preActivations.variance }, item.preactivationVariance)
    expectNear(layers.map { $0.activations.variance }, item.activationVariance)
    expectNear(layers.map { $0.preActivationGradients.variance }, item.gradientZVariance)
    expectNear(layers.map { $0.activationGradients.variance }, item.gradientAVariance)
    expectNear(layers.map { $0.weightGradientMeanSquare }, item.weightGradientMeanSquare)
    expectNear(layers.map { $0.saturatedShare ?? .nan }, item.saturatedFraction)
  }

  /// One seed must lie within five of its own standard deviations.
  ///
  /// Spreads of shares may be 0, so a rounding is allowed on top.
  private func expectNear(_ got: [Double], _ want: Propagation.Statistic) {
    for layer in want.mean.indices {
      let margin = 5 * want.standardDeviation[layer] + 1e-12 * want.mean[layer]
      #expect(abs(got[layer] - want.mean[layer]) <= margin, "layer \(layer)")
    }
  }

  @Test(arguments: try propagation().items)
  private func `the theory of wide layers is that of the golden file`(
    item: Propagation.Item
  ) throws {
    let setup = try propagation()
    let layers = MeanField(
      of: try item.shapes(width: setup.width, depth: setup.depth), inputCount: setup.width
    ).layers
    // The golden quadrature of tanh is off by 1.5e-9 a layer where the layers are widest, which
    // ten layers multiply; thirty digits agree with ours, see `MeanFieldTests`.
    let tolerance = Tolerance(abs: 0, rel: 2e-8)
    let pairs = [
      (layers.map { $0.preActivations }, item.meanField.preactivationVariance),
      (layers.map { $0.activations }, item.meanField.activationVariance),
      (layers.map { $0.preActivationGradients }, item.meanField.gradientZVariance),
      (layers.map { $0.activationGradients }, item.meanField.gradientAVariance),
    ]
    for (got, want) in pairs {
      let mismatch = tolerance.mismatch(got, want)
      #expect(mismatch == nil, "\(mismatch ?? "")")
    }
  }

  @Test func `derivatives by z and a are those of each row's own loss`() throws {
    let network = sampleNetwork()
    let signal = LayerStatistics.Signal.loss(.binaryCrossEntropy, targets: xor.targets)
    let once = LayerStatistics.of(network, inputs: xor.inputs, signal: signal)
    let rows = [0, 1, 2, 3, 0, 1, 2, 3]
    let twice = LayerStatistics.of(
      network, inputs: xor.inputs.selectingRows(rows),
      signal: .loss(.binaryCrossEntropy, targets: xor.targets.selectingRows(rows)))
    for (left, right) in zip(once.layers, twice.layers) {
      let pairs = [
        (left.preActivationGradients, right.preActivationGradients),
        (left.activationGradients, right.activationGradients),
        (left.weightGradients, right.weightGradients),
      ]
      for (left, right) in pairs {
        // Sums of the same numbers in another order.
        #expect(abs(left.deviation - right.deviation) < 1e-12)
      }
    }
  }

  @Test func `a kept step gives what its network gives`() throws {
    let trace = try xorScenario(epochs: 4).run()
    let kept = try #require(LayerStatistics.of(trace.last))
    let fresh = LayerStatistics.of(
      trace.last.network, inputs: trace.dataset.inputs,
      signal: .loss(try #require(trace.loss), targets: trace.dataset.targets))
    for (left, right) in zip(kept.layers, fresh.layers) {
      // Dividing by four rows and multiplying again is exact.
      #expect(left == right)
    }
    #expect(kept.inputMeanSquare == 0.5)
  }

  @Test func `weights that are not finite are counted and trap nowhere`() {
    var network = sampleNetwork()
    network.parameters[0] = .nan
    network.parameters[3] = .infinity
    let statistics = LayerStatistics.of(
      network, inputs: xor.inputs, signal: .normal(seed: 1))
    #expect(statistics.layers[0].weights.nonFiniteCount == 2)
    #expect(statistics.layers[0].preActivations.nonFiniteCount > 0)
  }

  @Test func `of zero weights nothing comes back`() {
    var network = sampleNetwork()
    network.parameters = network.parameters.map { _ in 0 }
    let layers = LayerStatistics.of(network, inputs: xor.inputs, signal: .normal(seed: 1)).layers
    #expect(layers[0].preActivationGradients.deviation == 0)
    #expect(layers[0].preActivations.histogram.counts.reduce(0, +) == 12)
  }
}
