import Networks
import Testing

/// Two inputs, two sigmoid units, one sigmoid unit, with weights chosen so that all is easy to check.
private let handMade = Network(layers: [
  Layer(weights: Matrix([[1, -1], [2, 1]]), biases: [0, -1], activation: .sigmoid),
  Layer(weights: Matrix([[1, -2]]), biases: [0.5], activation: .sigmoid),
])

struct NetworkTests {
  /// A few roundings of numbers around 1.
  let tolerance = 1e-15

  @Test func `a forward pass worked by hand`() {
    let pass = handMade.forward(Matrix([[1, 1]]))
    #expect(pass.activations[0].values == [1, 1])
    // 1·1 - 1·1 + 0 = 0 and 2·1 + 1·1 - 1 = 2
    #expect(pass.preActivations[0].values == [0, 2])
    #expect(pass.activations[1].values == [0.5, sigmoid(2)])
    // 1·0.5 - 2·σ(2) + 0.5
    #expect(abs(pass.preActivations[1][0, 0] - (1 - 2 * sigmoid(2))) < tolerance)
    #expect(abs(pass.outputs[0, 0] - sigmoid(1 - 2 * sigmoid(2))) < tolerance)
  }

  @Test func `a backward pass worked by hand`() {
    let pass = handMade.forward(Matrix([[1, 1]]))
    let gradients = handMade.backward(pass, against: Matrix([[1]]), through: .halfSquaredError)
    let hidden = sigmoid(2)
    let output = sigmoid(1 - 2 * hidden)
    #expect(abs(gradients.loss - (output - 1) * (output - 1) / 2) < tolerance)
    // dz = (a - y)·a(1 - a); a unit passes it back times its weights 1 and -2, times σ'(0) = 1/4
    // and σ'(2); the inputs get it times the columns (1, 2) and (-1, 1) of the first weights.
    let dz = (output - 1) * output * (1 - output)
    let (upper, lower) = (dz * 1 / 4, dz * -2 * hidden * (1 - hidden))
    let want = [upper, upper, lower, lower, upper, lower, dz / 2, dz * hidden, dz]
    #expect(zip(gradients.flat, want).allSatisfy { abs($0 - $1) < tolerance })
    let inputs = gradients.activations[0].values
    #expect(abs(inputs[0] - (upper + 2 * lower)) < tolerance)
    #expect(abs(inputs[1] - (lower - upper)) < tolerance)
  }

  @Test func `parameters are listed layer by layer, weights before biases`() {
    #expect(handMade.parameters == [1, -1, 2, 1, 0, -1, 1, -2, 0.5])
    #expect(handMade.parameterCount == 9)
  }

  @Test func `parameters can be written back`() {
    var network = handMade
    network.parameters = (1...9).map(Double.init)
    #expect(network.layers[0].weights == Matrix([[1, 2], [3, 4]]))
    #expect(network.layers[1].biases == [9])
  }

  @Test func `a network is made of shapes, with biases of zero`() {
    var generator = SeededGenerator(seed: 7)
    let shapes = [
      LayerShape(units: 3, activation: .relu), LayerShape(units: 2, activation: .softmax),
    ]
    let network = Network(inputCount: 4, shapes: shapes, using: &generator)
    #expect(network.inputCount == 4)
    #expect(network.outputCount == 2)
    #expect(network.layers.flatMap(\.biases).allSatisfy { $0 == 0 })
    #expect(network.layers[0].weights.values.allSatisfy { $0 != 0 })
  }

  @Test func `the same seed makes the same network`() {
    #expect(randomNetwork(seed: 3) == randomNetwork(seed: 3))
    #expect(randomNetwork(seed: 3) != randomNetwork(seed: 4))
  }

  @Test(arguments: [0, 1, 5, 256, 257, 700])
  func `outputs alone have the bits of the forward pass`(sampleCount: Int) {
    let network = randomNetwork(seed: 1)
    let inputs = randomInputs(sampleCount)
    let outputs = network.outputs(for: inputs)
    #expect(outputs == network.forward(inputs).outputs)
  }

  @Test func `a sample gets the same bits alone and among others`() {
    let network = randomNetwork(seed: 1)
    let inputs = randomInputs(21)
    let together = network.forward(inputs)
    for row in 0..<21 {
      let alone = network.forward(inputs.selectingRows([row]))
      #expect(alone.outputs.row(0) == together.outputs.row(row))
    }
  }

  @Test func `a pass made before is filled again`() {
    let network = randomNetwork(seed: 1)
    var pass = network.forward(randomInputs(9))
    network.forward(randomInputs(4), into: &pass)
    #expect(pass == network.forward(randomInputs(4)))
    network.forward(randomInputs(9), rows: [2, 0][...], into: &pass)
    #expect(pass == network.forward(randomInputs(9).selectingRows([2, 0])))
  }

  @Test func `gradients made before are filled again`() {
    let network = randomNetwork(seed: 1)
    let pass = network.forward(randomInputs(6))
    let targets = Matrix(rows: 6, columns: 3, repeating: 0.5)
    var gradients = network.backward(pass, against: targets, through: .meanSquaredError)
    network.backward(pass, against: targets, through: .binaryCrossEntropy, into: &gradients)
    #expect(gradients == network.backward(pass, against: targets, through: .binaryCrossEntropy))
  }

  @Test func `the loss of a network is that of its gradients`() {
    let network = randomNetwork(seed: 2)
    let inputs = randomInputs(5)
    let targets = Matrix(rows: 5, columns: 3, repeating: 1)
    let pass = network.forward(inputs)
    for loss in Loss.all {
      let gradients = network.backward(pass, against: targets, through: loss)
      #expect(network.loss(loss, of: inputs, against: targets) == gradients.loss)
    }
  }

  @Test func `values that are not finite flow through`() {
    let inputs = Matrix([[.nan, 0], [.infinity, 0], [1, 1]])
    let outputs = handMade.outputs(for: inputs)
    #expect(outputs[0, 0].isNaN)
    #expect(outputs[2, 0].isFinite)
  }

  private func sigmoid(_ z: Double) -> Double { 1 / (1 + Elementary.exp(-z)) }

  private func randomNetwork(seed: UInt64) -> Network {
    var generator = SeededGenerator(seed: seed)
    let shapes = [
      LayerShape(units: 11, activation: .tanh), LayerShape(units: 3, activation: .sigmoid),
    ]
    return Network(inputCount: 2, shapes: shapes, using: &generator)
  }

  private func randomInputs(_ count: Int) -> Matrix {
    var generator = SeededGenerator(seed: 99)
    let values = (0..<2 * count).map { _ in generator.normal() }
    return Matrix(rows: count, columns: 2, values: values)
  }
}
