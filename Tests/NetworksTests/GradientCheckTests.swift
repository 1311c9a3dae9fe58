import Networks
import Testing

/// Central differences of the loss, over every pair of activation and loss that makes sense.
struct GradientCheckTests {
  /// A step of 1e-5 errs by h² ≈ 1e-10 from the third derivative and ε/h ≈ 1e-11 from rounding, both
  /// times numbers around 1; at five units of margin each.
  private let step = 1e-5
  private let tolerance = 1e-9

  @Test(arguments: Activation.all, Loss.all)
  func `gradients by parameters match central differences`(
    hidden: Activation, loss: Loss
  ) throws {
    var network = network(hidden: hidden, output: output(for: loss))
    let gradient = gradients(of: network, loss).flat
    let parameters = network.parameters
    for index in parameters.indices where hidden != .step || index >= 9 {
      let slope = slope { change in
        network.parameters[index] = parameters[index] + change
        return network.loss(loss, of: inputs, against: targets(for: loss))
      }
      network.parameters = parameters
      #expect(abs(slope - gradient[index]) < tolerance * max(1, abs(slope)))
    }
  }

  @Test(arguments: Activation.all, Loss.all)
  func `gradients by inputs match central differences`(output: Activation, loss: Loss) throws {
    // Logarithms need outputs between 0 and 1; a step has no slope to compare.
    guard output != .step, loss.takesAnyOutput || output == .sigmoid || output == .softmax
    else { return }
    let network = network(hidden: .tanh, output: output)
    let gradient = gradients(of: network, loss).activations[0]
    for index in inputs.values.indices {
      let slope = slope { change in
        var moved = inputs
        moved.values[index] += change
        return network.loss(loss, of: moved, against: targets(for: loss))
      }
      #expect(abs(slope - gradient.values[index]) < tolerance * max(1, abs(slope)))
    }
  }

  private let inputs = Matrix([[0.7, -1.1], [0.4, 1.3], [-0.9, 0.2]])

  private func targets(for loss: Loss) -> Matrix {
    switch loss {
    case .hinge: Matrix([[1, -1], [-1, 1], [1, -1]])
    // The last do not add up to 1, which a fused gradient must not take for granted.
    case .categoricalCrossEntropy: Matrix([[1, 0], [0.3, 0.7], [0.5, 1.25]])
    default: Matrix([[0.9, 0.1], [0, 1], [0.35, 0.65]])
    }
  }

  private func output(for loss: Loss) -> Activation {
    switch loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum: .sigmoid
    case .categoricalCrossEntropy: .softmax
    default: .tanh
    }
  }

  private func network(hidden: Activation, output: Activation) -> Network {
    Network(layers: [
      Layer(
        weights: Matrix([[0.5, -0.3], [0.8, 0.45], [-0.6, 0.9]]), biases: [0.15, -0.2, 0.3],
        activation: hidden),
      Layer(
        weights: Matrix([[0.7, -0.4, 0.6], [-0.55, 0.8, 0.35]]), biases: [0.25, -0.15],
        activation: output),
    ])
  }

  private func gradients(of network: Network, _ loss: Loss) -> Gradients {
    network.backward(network.forward(inputs), against: targets(for: loss), through: loss)
  }

  private func slope(of value: (Double) -> Double) -> Double {
    (value(step) - value(-step)) / (2 * step)
  }
}

extension Loss {
  fileprivate var takesAnyOutput: Bool {
    ![.binaryCrossEntropy, .binaryCrossEntropySum, .categoricalCrossEntropy].contains(self)
  }
}
