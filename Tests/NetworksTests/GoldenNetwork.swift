import GoldenNumbers
import Networks
import Testing

/// The network of a golden file: names and numbers as written there.
struct GoldenNetwork {
  let activations: [String]
  let weights: [[[Double]]]
  let biases: [[Double]]

  var network: Network {
    get throws {
      var layers: [Layer] = []
      for (index, name) in activations.enumerated() {
        let activation = try #require(Activation.named(name))
        layers.append(
          Layer(weights: Matrix(weights[index]), biases: biases[index], activation: activation))
      }
      return Network(layers: layers)
    }
  }
}

/// A network of a shape whose parameters are given in one list.
func network(shape: [Int], activations: [String], parameters: [Double]) throws -> Network {
  var network = try GoldenNetwork(
    activations: activations,
    weights: zip(shape, shape.dropFirst()).map { inputs, units in
      [[Double]](repeating: [Double](repeating: 0, count: inputs), count: units)
    },
    biases: shape.dropFirst().map { [Double](repeating: 0, count: $0) }
  ).network
  network.parameters = parameters
  return network
}
