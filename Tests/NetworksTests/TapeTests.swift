import Networks
import Testing

/// Networks of elementwise layers and of softmax, tiny ones and some too large for plain loops.
private let cases: [(widths: [Int], activations: [Activation], loss: Loss, samples: Int)] = [
  ([2, 4, 1], [.tanh, .sigmoid], .binaryCrossEntropy, 4),
  ([3, 7, 2], [.relu, .identity], .meanSquaredError, 5),
  ([2, 9, 6, 3], [.gelu, .tanh, .softmax], .categoricalCrossEntropy, 33),
  ([20, 40, 1], [.softplus, .identity], .huber, 50),
]

struct TapeTests {
  @Test(arguments: cases.indices)
  func `a tape computes the bits of the passes of its network`(index: Int) {
    let (network, inputs, targets, loss) = problem(index)
    var tape = Tape(of: network, inputs: inputs)
    tape.forward()
    tape.backward(against: targets, through: loss)
    let pass = network.forward(inputs)
    #expect(tape.network == network)
    #expect(tape.forwardPass == pass)
    #expect(tape.gradients == network.backward(pass, against: targets, through: loss))
    #expect(tape.loss(loss, against: targets) == tape.loss)
    #expect(Array(tape.outputs) == pass.outputs.values)
  }

  @Test(arguments: cases.indices)
  func `a tape put together from passes is the one that computed them`(index: Int) {
    let (network, inputs, targets, loss) = problem(index)
    var tape = Tape(of: network, inputs: inputs)
    tape.forward()
    tape.backward(against: targets, through: loss)
    #expect(Tape(network, tape.forwardPass, tape.gradients) == tape)
    #expect(Tape(shape: tape.shape, inputs: inputs, numbers: tape.numbers) == tape)
  }

  @Test(arguments: Optimizer.all)
  func `an update of a tape has the bits of an update of its network`(optimizer: Optimizer) {
    var (network, inputs, targets, loss) = problem(0)
    var tape = Tape(of: network, inputs: inputs)
    var state = optimizer.start(parameterCount: network.parameterCount)
    var other = state
    for _ in 0..<3 {
      tape.forward()
      tape.backward(against: targets, through: loss)
      tape.update(with: &state)
      let pass = network.forward(inputs)
      let gradients = network.backward(pass, against: targets, through: loss)
      other.update(&network, with: gradients)
    }
    #expect(tape.network == network)
  }

  @Test func `the numbers come in the order that the shape promises`() {
    let (network, inputs, targets, loss) = problem(0)
    var tape = Tape(of: network, inputs: inputs)
    tape.forward()
    tape.backward(against: targets, through: loss)
    let (pass, gradients) = (tape.forwardPass, tape.gradients)
    let values = (0..<2).flatMap {
      pass.preActivations[$0].values + pass.activations[$0 + 1].values
    }
    let slopes = (0..<2).flatMap {
      gradients.preActivations[$0].values + gradients.activations[$0 + 1].values
    }
    #expect(
      tape.numbers == [gradients.loss] + network.parameters + values + gradients.flat + slopes)
  }

  @Test func `a parameter that is not a number or too large is noticed`() {
    let (network, inputs, _, _) = problem(0)
    var tape = Tape(of: network, inputs: inputs)
    #expect(tape.keepsParameters(within: 10))
    for bad in [11, -11, .infinity, .nan] {
      var parameters = network.parameters
      parameters[parameters.count - 1] = bad
      tape.takeParameters(parameters)
      #expect(!tape.keepsParameters(within: 10))
    }
  }

  @Test(arguments: cases.indices)
  func `an evaluator gives the answers and the loss of a network at other parameters`(
    index: Int
  ) {
    var (network, inputs, targets, loss) = problem(index)
    var evaluator = NetworkEvaluator(like: network, inputs: inputs)
    for factor in [1, -0.5, 3] {
      network.parameters = network.parameters.map { $0 * factor }
      let pass = network.forward(inputs)
      #expect(
        evaluator.loss(loss, against: targets, at: network.parameters)
          == network.loss(loss, of: pass, against: targets))
      #expect(evaluator.outputs(at: network.parameters) == pass.outputs)
      #expect(network.outputs(for: inputs) == pass.outputs)
    }
  }
}

private func problem(_ index: Int) -> (Network, Matrix, Matrix, Loss) {
  let (widths, activations, loss, samples) = cases[index]
  var generator = SeededGenerator(seed: UInt64(index))
  let network = Network(
    inputCount: widths[0],
    shapes: zip(widths.dropFirst(), activations).map { LayerShape(units: $0, activation: $1) },
    using: &generator)
  let inputs = Matrix(
    rows: samples, columns: widths[0],
    values: (0..<samples * widths[0]).map { _ in generator.normal() })
  let outputs = widths[widths.count - 1]
  // One of the outputs is meant in each row, also where there is only one.
  let targets = Matrix(
    rows: samples, columns: outputs,
    values: (0..<samples * outputs).map { place in
      outputs == 1 ? Double(place % 2) : (place % outputs == place / outputs % outputs ? 1 : 0)
    })
  return (network, inputs, targets, loss)
}
