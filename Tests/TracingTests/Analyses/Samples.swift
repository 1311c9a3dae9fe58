import Networks
import Tracing

/// A small network with biases that are not 0.
func sampleNetwork(seed: UInt64 = 5, widths: [Int] = [2, 3, 1]) -> Network {
  var generator = SeededGenerator(seed: seed)
  let shapes = widths.dropFirst().enumerated().map { index, units in
    LayerShape(
      units: units, activation: index == widths.count - 2 ? .sigmoid : .tanh)
  }
  var network = Network(inputCount: widths[0], shapes: shapes, using: &generator)
  network.parameters = network.parameters.map { $0 + 0.5 * generator.normal() }
  return network
}

/// The four rows of XOR.
let xor = Dataset(
  name: "xor", inputNames: ["x₁", "x₂"], inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
  classNames: ["0", "1"], classes: [0, 1, 1, 0])

/// The scalar product of two lists.
func product(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

/// The Euclidean length of a list.
func length(_ values: [Double]) -> Double { product(values, values).squareRoot() }

/// The sum of one list and a multiple of another.
func sum(_ left: [Double], _ factor: Double, _ right: [Double]) -> [Double] {
  zip(left, right).map { $0 + factor * $1 }
}
