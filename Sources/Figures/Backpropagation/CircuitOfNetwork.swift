import Networks
import Plotting

extension Circuit {
  /// Makes the circuit of a network for one row: a gate for each weighted sum, one for each activation,
  /// and the loss as the last.
  init(of pass: RowPass) {
    var maker = NetworkCircuit(pass: pass)
    self.init(gates: maker.gates())
  }
}

/// Collects the gates of a network.
private struct NetworkCircuit {
  let pass: RowPass
  var made: [Circuit.Gate] = []

  init(pass: RowPass) { self.pass = pass }

  private var names: UnitNames { pass.names }

  mutating func gates() -> [Circuit.Gate] {
    var wires: [Int] = []
    for input in 0..<pass.network.inputCount {
      wires.append(
        add(
          Circuit.Gate(
            name: names.activation(0, input), value: pass.inputs[0, input],
            gradient: pass.backward.activations[0][0, input])))
    }
    for layer in 1...pass.network.layers.count {
      wires = (0..<pass.network.layers[layer - 1].fanOut).map { unit in
        addUnit(layer, unit, inputs: wires)
      }
    }
    addLoss(outputs: wires)
    return made
  }

  private mutating func add(_ gate: Circuit.Gate) -> Int {
    made.append(gate)
    return made.count - 1
  }

  private mutating func addUnit(_ layer: Int, _ unit: Int, inputs: [Int]) -> Int {
    let (shown, gradients) = (pass.network.layers[layer - 1], pass.backward)
    var entries: [Int] = []
    var locals: [Double] = []
    for (input, wire) in inputs.enumerated() {
      let weight = add(
        Circuit.Gate(
          name: names.weight(layer, unit, input), value: shown.weights[unit, input],
          gradient: gradients.weights[layer - 1][unit, input]))
      entries += [wire, weight]
      locals += [shown.weights[unit, input], made[wire].value]
    }
    entries.append(
      add(
        Circuit.Gate(
          name: names.bias(layer, unit), value: shown.biases[unit],
          gradient: gradients.biases[layer - 1][unit])))
    locals.append(1)
    let sum = add(
      Circuit.Gate(
        symbol: "Σ", inputs: entries, value: pass.forward.preActivations[layer - 1][0, unit],
        gradient: gradients.preActivations[layer - 1][0, unit], localDerivatives: locals))
    guard shown.activation != .identity else { return sum }
    return add(
      Circuit.Gate(
        symbol: shown.activation.gateLabel, inputs: [sum],
        value: pass.forward.activations[layer][0, unit],
        gradient: gradients.activations[layer][0, unit],
        localDerivatives: [pass.slope(layer, unit)]))
  }

  private mutating func addLoss(outputs: [Int]) {
    let gradients = pass.backward.activations[pass.network.layers.count]
    let targets = outputs.indices.map { unit in
      add(
        Circuit.Gate(
          name: names.target(unit), value: pass.targets[0, unit], gradient: .nan, isGiven: true))
    }
    _ = add(
      Circuit.Gate(
        symbol: Self.symbol(of: pass.loss), name: "L", inputs: outputs + targets,
        value: pass.backward.loss, gradient: 1,
        localDerivatives: outputs.indices.map { gradients[0, $0] } + targets.map { _ in .nan }))
  }

  private static func symbol(of loss: Loss) -> String {
    switch loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum: "CE"
    case .halfSquaredError: "½(ŷ−y)²"
    case .squaredError, .meanSquaredError: "(ŷ−y)²"
    default: loss.name
    }
  }
}
