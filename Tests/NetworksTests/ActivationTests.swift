import GoldenNumbers
import Networks
import Testing

struct ActivationTests {
  private static let elementwise = Activation.all.filter { $0.isElementwise }

  @Test(arguments: elementwise)
  func `values and derivatives are those of the golden numbers`(of activation: Activation) throws {
    let golden = try golden("numeric-extremes", as: NumericExtremes.self)
    for point in golden.activationPoints where Activation.named(point.activation) == activation {
      #expect(
        golden.tolerance.accepts(activation.value(at: point.z), point.value), "z = \(point.z)")
      #expect(
        golden.tolerance.accepts(activation.derivative(at: point.z), point.derivative),
        "z = \(point.z)")
    }
  }

  @Test func `the golden numbers name known activations`() throws {
    let names = try golden("numeric-extremes", as: NumericExtremes.self).activationPoints
    #expect(names.allSatisfy { Activation.named($0.activation) != nil })
  }

  @Test(arguments: elementwise, [-5, -2, -0.5, -0.1, 0.1, 0.5, 2, 5])
  func `derivative matches a central difference`(of activation: Activation, at z: Double) {
    let step = 1e-5
    let slope = (activation.value(at: z + step) - activation.value(at: z - step)) / (2 * step)
    // h² times a third derivative below 1, and ε/h times values below 8.
    #expect(abs(activation.derivative(at: z) - slope) < 2e-10)
  }

  @Test(arguments: Activation.all)
  func `values lie in the range`(of activation: Activation) {
    for z in stride(from: -50.0, through: 50, by: 0.01) {
      #expect(activation.range.contains(activation.value(at: z)))
    }
  }

  @Test(arguments: elementwise)
  func `no derivative is larger than the largest`(of activation: Activation) throws {
    let largest = try #require(activation.maximumDerivative)
    for z in stride(from: -20.0, through: 20, by: 0.001) {
      // One rounding, where the derivative has a flat top.
      #expect(activation.derivative(at: z) <= largest * (1 + 0x1p-52))
    }
  }

  @Test(arguments: [
    (Activation.sigmoid, 0.25), (.tanh, 1), (.relu, 1), (.identity, 1), (.step, 0), (.softplus, 1),
    (.leakyReLU, 1), (.elu, 1), (.elu(alpha: 2), 2), (.gelu, 1.1289041452), (.silu, 1.0998393201),
  ])
  func `the largest derivative is known`(of activation: Activation, is expected: Double) throws {
    // Ten decimals of the last two are given.
    #expect(abs(try #require(activation.maximumDerivative) - expected) < 1e-10)
  }

  @Test(arguments: [
    (Activation.relu, 0.0), (.leakyReLU, 0.01), (.elu, 1), (.step, 0),
    (.leakyReLU(slope: 0.3), 0.3),
  ])
  func `the derivative at a kink is a convention`(of activation: Activation, is expected: Double) {
    #expect(activation.derivative(at: 0) == expected)
  }

  @Test func `the step is one from zero on`() {
    #expect(Activation.step.values(at: [-1, -0x1p-1074, 0, 3]) == [0, 0, 1, 1])
  }

  @Test(arguments: Activation.all)
  func `not a number stays so`(in activation: Activation) {
    #expect(activation.value(at: .nan).isNaN)
  }

  @Test(arguments: [
    (Activation.step, 0.0, 1.0), (.identity, -.infinity, .infinity), (.sigmoid, 0, 1),
    (.tanh, -1, 1), (.relu, 0, .infinity), (.leakyReLU, -.infinity, .infinity),
    (.elu, -1, .infinity), (.gelu, 0, .infinity), (.softplus, 0, .infinity), (.silu, 0, .infinity),
  ])
  func `infinities give the limits`(of activation: Activation, low: Double, high: Double) {
    #expect(activation.values(at: [-.infinity, .infinity]) == [low, high])
    #expect(activation.derivatives(at: [-.infinity, .infinity]).allSatisfy { $0.isFinite })
  }

  @Test(arguments: elementwise)
  func `an element does not depend on its neighbors`(of activation: Activation) {
    let z = (0..<21).map { Double($0) * 0.37 - 4 }
    #expect(activation.values(at: z) == z.map { activation.value(at: $0) })
    #expect(activation.derivatives(at: z) == z.map { activation.derivative(at: $0) })
  }

  @Test func `softmax probabilities are those of the golden numbers`() throws {
    let golden = try golden("numeric-extremes", as: NumericExtremes.self)
    for row in golden.softmaxLogits {
      let got = Activation.softmax.values(at: row.logits)
      #expect(golden.tolerance.mismatch(got, row.probabilities) == nil)
    }
  }

  @Test func `softmax of equal units is even`() {
    #expect(
      Activation.softmax.values(at: [1e308, 1e308, 1e308, 1e308]) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test(arguments: Activation.all)
  func `an activation is found by its name`(activation: Activation) {
    #expect(Activation.named(activation.name) == activation)
    #expect(activation.description == activation.name)
    #expect(!activation.formula.isEmpty)
  }

  @Test(arguments: [
    ("linear", "identity"), ("logistic", "sigmoid"), ("leaky_relu", "leaky-relu"),
    ("swish", "silu"),
  ])
  func `other usual names are known`(alias: String, name: String) {
    #expect(Activation.named(alias)?.name == name)
  }

  @Test func `an unknown name is refused`() {
    #expect(Activation.named("tahn") == nil)
  }

  @Test func `the parameter is part of the name`() {
    #expect(Activation.leakyReLU(slope: 0.01) == .leakyReLU)
    #expect(Activation.leakyReLU(slope: 0.2).name == "leaky-relu(0.2)")
    #expect(Activation.elu(alpha: 0.5) != .elu)
  }

  @Test func `an activation can be made of two functions`() {
    let softsign = Activation(
      name: "softsign", formula: "z / (1 + |z|)", range: -1...1, steepestPoint: 0,
      traits: ActivationTraits(levelAtZero: 0), value: { $0 / (1 + abs($0)) },
      derivative: { 1 / ((1 + abs($0)) * (1 + abs($0))) })
    #expect(softsign.values(at: [-1, 0, 3]) == [-0.5, 0, 0.75])
    #expect(softsign.derivatives(at: [-1, 0, 3]) == [0.25, 1, 0.0625])
    #expect(softsign.maximumDerivative == 1)
  }
}

private struct NumericExtremes: Decodable {
  struct ActivationPoint: Decodable {
    let activation: String
    let z: Double
    let value: Double
    let derivative: Double
  }

  struct SoftmaxRow: Decodable {
    let logits: [Double]
    let probabilities: [Double]
  }

  let tolerance: Tolerance
  let activationPoints: [ActivationPoint]
  let softmaxLogits: [SoftmaxRow]
}
