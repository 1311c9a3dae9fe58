import GoldenNumbers
import Networks
import Testing

private struct Scales: Decodable {
  let tolerance: Tolerance
  let items: [Item]

  struct Item: Decodable, Sendable {
    let nIn, nOut, parameters: Int
    let lecunUniform, lecunNormal, glorotUniform, glorotNormal, heUniform, heNormal: Double

    var scales: [(WeightInitializer, Double)] {
      [
        (.lecunUniform, lecunUniform), (.lecunNormal, lecunNormal),
        (.glorotUniform, glorotUniform), (.glorotNormal, glorotNormal), (.heUniform, heUniform),
        (.heNormal, heNormal),
      ]
    }
  }
}

private func golden() throws -> Scales { try GoldenNumbers.golden("initialisers") }

private let drawn = WeightInitializer.all.filter { $0 != .zeros } + [.uniform(0.5), .normal(2)]

struct WeightInitializerTests {
  @Test(arguments: try golden().items)
  private func `bounds and standard deviations`(item: Scales.Item) throws {
    let tolerance = try golden().tolerance
    for (initializer, want) in item.scales {
      let scale = initializer.scale(fanIn: item.nIn, fanOut: item.nOut)
      #expect(tolerance.accepts(scale, want), "\(initializer)")
    }
    #expect(layer(item.nIn, item.nOut).parameterCount == item.parameters)
  }

  @Test(arguments: WeightInitializer.all)
  func `an initializer is found by its name`(initializer: WeightInitializer) {
    #expect(WeightInitializer.named(initializer.name) == initializer)
    #expect(WeightInitializer.named("no such initializer") == nil)
  }

  // Five standard errors: a right generator fails one such check in a million.
  @Test(arguments: drawn)
  func `mean and variance of drawn weights`(initializer: WeightInitializer) {
    let weights = weights(initializer, seed: 11)
    let count = Double(weights.count)
    let scale = initializer.scale(fanIn: 80, fanOut: 120)
    let isUniform = initializer.distribution == .uniform
    let variance = isUniform ? scale * scale / 3 : scale * scale
    let mean = weights.reduce(0, +) / count
    let square = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    #expect(abs(mean) <= 5 * (variance / count).squareRoot())
    #expect(abs(square / variance - 1) <= 5 * ((isUniform ? 0.8 : 2) / count).squareRoot())
  }

  @Test(arguments: drawn.filter { $0.distribution == .uniform })
  func `uniform weights fill their bounds`(initializer: WeightInitializer) {
    let weights = weights(initializer, seed: 12)
    let bound = initializer.scale(fanIn: 80, fanOut: 120)
    let largest = weights.reduce(0) { max($0, abs($1)) }
    #expect(largest <= bound)
    #expect(largest > bound * (1 - 20 / Double(weights.count)))
  }

  @Test func `constants draw nothing from the generator`() {
    var generator = SeededGenerator(seed: 1)
    var untouched = generator
    let weights = WeightInitializer.constant(0.25).weights(rows: 2, columns: 2, using: &generator)
    #expect(weights == Matrix([[0.25, 0.25], [0.25, 0.25]]))
    #expect(generator.next() == untouched.next())
  }

  @Test func `the same seed draws the same weights`() {
    #expect(weights(.heNormal, seed: 1) == weights(.heNormal, seed: 1))
    #expect(weights(.heNormal, seed: 1) != weights(.heNormal, seed: 2))
  }

  private func weights(_ initializer: WeightInitializer, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return initializer.weights(rows: 120, columns: 80, using: &generator).values
  }

  private func layer(_ inputs: Int, _ units: Int) -> Layer {
    Layer(
      weights: Matrix(rows: units, columns: inputs), biases: [Double](repeating: 0, count: units),
      activation: .identity)
  }
}
