import Networks

/// Trainings with every optimizer: parameters, loss and gradients at their ends.
func addTrainings(to report: inout BitsReport) {
  let inputs = Matrix([[0, 0], [0, 1], [1, 0], [1, 1]])
  let targets = Matrix([[0], [1], [1], [0]])
  let xor = [
    LayerShape(units: 4, activation: .tanh), LayerShape(units: 1, activation: .sigmoid),
  ]
  for optimizer in Optimizer.all {
    let tape = trained(xor, inputs, targets, .binaryCrossEntropy, optimizer, updates: 500)
    let gradients = tape.network.backward(
      tape.network.forward(inputs), against: targets, through: .binaryCrossEntropy)
    report.add("xor " + optimizer.name + " parameters", tape.network.parameters)
    report.add("xor " + optimizer.name + " loss", [gradients.loss])
    report.add("xor " + optimizer.name + " gradients", gradients.flat)
  }
  var generator = SeededGenerator(seed: 2)
  let wide = [
    LayerShape(units: 19, activation: .relu), LayerShape(units: 9, activation: .gelu),
    LayerShape(units: 3, activation: .softmax),
  ]
  let rows = normal(50, 5, using: &generator)
  let classes = (0..<50).map { row in (0..<3).map { row % 3 == $0 ? 1.0 : 0 } }
  let tape = trained(
    wide, rows, Matrix(classes), .categoricalCrossEntropy, .adam(learningRate: 0.01), updates: 60)
  report.addSum("wide parameters", tape.network.parameters)
  report.add(
    "wide loss", [tape.network.loss(.categoricalCrossEntropy, of: rows, against: Matrix(classes))])
  // Too large a rate: what becomes infinite and NaN does so in the same places.
  let diverged = trained(
    [LayerShape(units: 3, activation: .elu), LayerShape(units: 1, activation: .identity)], inputs,
    targets, .meanSquaredError, .sgd(learningRate: 1e6), updates: 60)
  report.add("diverged", diverged.network.parameters)
}

private func trained(
  _ shapes: [LayerShape], _ inputs: Matrix, _ targets: Matrix, _ loss: Loss,
  _ optimizer: Optimizer, updates: Int
) -> Tape {
  var generator = SeededGenerator(seed: 7)
  let network = Network(inputCount: inputs.columns, shapes: shapes, using: &generator)
  var tape = Tape(of: network, inputs: inputs)
  var state = optimizer.start(parameterCount: network.parameterCount)
  for _ in 0..<updates {
    tape.forward()
    tape.backward(against: targets, through: loss)
    tape.update(with: &state)
  }
  return tape
}
