import Networks

/// What a calculation starts from, in lines of text.
struct GivenText {
  let pass: RowPass
  let number: ShownNumber

  /// The inputs and the targets: `x₁ = 0, x₂ = 1, y = 1`.
  var row: String {
    let names = pass.names
    let inputs = (0..<pass.network.inputCount).map {
      names.activation(0, $0) + " = " + number(pass.inputs[0, $0])
    }
    let targets = (0..<pass.network.outputCount).map {
      names.target($0) + " = " + number(pass.targets[0, $0])
    }
    return (inputs + targets).joined(separator: ",  ")
  }

  /// The weights and the bias of each unit, a line a unit.
  var parameters: [String] {
    (1...pass.network.layers.count).flatMap { layer -> [String] in
      let shown = pass.network.layers[layer - 1]
      return (0..<shown.fanOut).map { unit in
        let weights = (0..<shown.fanIn).map {
          pass.names.weight(layer, unit, $0) + " = " + number(shown.weights[unit, $0])
        }
        return (weights + [pass.names.bias(layer, unit) + " = " + number(shown.biases[unit])])
          .joined(separator: ",  ")
      }
    }
  }
}
