import Networks
import Testing
import Tracing

struct MeanFieldTests {
  private func theory(
    _ activation: Activation, _ initializer: WeightInitializer, depth: Int = 6, width: Int = 100
  ) -> MeanField {
    let shape = LayerShape(units: width, activation: activation, initializer: initializer)
    return MeanField(of: [LayerShape](repeating: shape, count: depth), inputCount: width)
  }

  @Test func `relu halves the second moment, and the initializer of He doubles it again`() {
    for layer in theory(.relu, .heNormal).layers {
      // Six multiplications by numbers that are rounded.
      #expect(abs(layer.preActivations - 2) < 1e-12)
      #expect(abs(layer.activations - (1 - 1 / Double.pi)) < 1e-12)
      #expect(abs(layer.preActivationGradients - 0.5) < 1e-12)
    }
  }

  @Test func `of the identity LeCun's initializer keeps everything`() {
    for layer in theory(.identity, .lecunUniform).layers {
      #expect(abs(layer.preActivations - 1) < 1e-12)
      #expect(abs(layer.activationGradients - 1) < 1e-12)
    }
  }

  @Test func `small tanh layers are nearly the identity`() {
    let layer = theory(.tanh, .normal(1e-4), depth: 1).layers[0]
    // q is 1e-6, and Var tanh is q - 2q² to first order.
    #expect(abs(layer.activations - 1e-6) < 3e-12)
    #expect(abs(layer.preActivationGradients - 1) < 3e-6)
  }

  @Test func `large tanh layers answer plus or minus one`() {
    let layer = theory(.tanh, .normal(100), depth: 1).layers[0]
    // 1 - E tanh² is about √(2/π)/σ with σ = 1000.
    #expect(abs(1 - layer.activations - (2 / Double.pi).squareRoot() / 1000) < 1e-6)
  }

  @Test func `the quadrature of tanh agrees with thirty digits`() {
    let layer = theory(.tanh, .normal(1), depth: 1, width: 256).layers[0]
    // E[(1 - tanh² z)²] for z of variance 256, by adaptive quadrature; half of a double's digits
    // would show a node too few.
    #expect(abs(layer.preActivationGradients / 0.033224275260742129 - 1) < 1e-12)
  }

  @Test(arguments: Activation.all.filter { $0.isElementwise })
  func `theory agrees with many random numbers`(activation: Activation) {
    let layer = theory(activation, .normal(0.15), depth: 1).layers[0]
    var generator = SeededGenerator(seed: 8)
    let draws = (0..<200_000).map { _ in 1.5 * generator.normal() }
    let values = activation.values(at: draws)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    // The relative error of a variance of n draws is about √(2/n) = 0.003, doubled by heavy tails.
    #expect(abs(variance - layer.activations) < 0.02 * layer.activations)
  }

  @Test func `a network is judged by its own weights and biases`() {
    var network = sampleNetwork(widths: [2, 1])
    network.parameters = [3, 4, 5]
    let layer = MeanField(of: network, inputMeanSquare: 2).layers[0]
    // Fan-in 2 times the mean square weight 12.5 times 2, and the bias squared.
    #expect(layer.preActivations == 75)
  }

  @Test func `the way back begins at the last pre-activations, however flat the output is`() {
    // An output sigmoid of deviation far above 1 hardly has a slope, yet with cross-entropy its
    // gradient is the error itself.
    var network = sampleNetwork(widths: [2, 3, 1])
    network.parameters = network.parameters.map { _ in 1e6 }
    let layers = MeanField(of: network, inputMeanSquare: 1, outputGradientVariance: 0.25).layers
    #expect(layers[1].preActivationGradients == 0.25)
    // Each hidden activation passes on the square of its one weight.
    #expect(abs(layers[0].activationGradients / (0.25 * 1e12) - 1) < 1e-12)
  }

  @Test func `softmax has no theory, and its pre-activations still have one`() {
    let layer = theory(.softmax, .lecunNormal, depth: 1).layers[0]
    #expect(abs(layer.preActivations - 1) < 1e-12)
    #expect(layer.activations.isNaN && layer.preActivationGradients.isNaN)
  }

  @Test func `a variance without bound stays NaN and traps nowhere`() {
    let layers = theory(.relu, .normal(1e200)).layers + theory(.tanh, .normal(1e200)).layers
    #expect(layers.contains { !$0.preActivations.isFinite })
  }
}
