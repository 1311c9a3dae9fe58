import Languages
import Networks
import Plotting
import Tracing

extension TableContent {
  /// Each network beside the one layer that its weights multiply to, and how far the two are apart.
  ///
  /// W = W_L ⋯ W₂W₁ and b likewise; the difference is the largest of |z_network − z_layer| of the last
  /// pre-activation over a mesh of inputs around the data.
  static let linearCollapse = TableContent(name: "linear-collapse", takesSeveral: true) {
    (sources, context) throws(FigureError) in
    let words = context.words
    var rows: [[TableCell]] = []
    for source in sources {
      try source.trace.requireHiddenLayer(for: "linear-collapse", at: source.location)
      try source.trace.requireTwoInputs(for: "linear-collapse", at: source.location)
      let network = source.step.network
      let layer = collapsed(network)
      let difference = largestDifference(network, layer, over: source.trace.dataset)
      rows.append([
        TableCell(source.title, isBold: true),
        TableCell(
          ([network.inputCount] + network.layers.map(\.fanOut)).map(String.init)
            .joined(separator: "-")),
        TableCell(NumberText.count(network.parameterCount)),
        TableCell(Shown.vector(layer.weights.row(0).map { rounded($0) })),
        TableCell(Shown.weight(layer.biases[0])),
        TableCell(NumberText.significant(difference, digits: 2), isBold: true),
      ])
    }
    let table = Table(
      headings: [
        "", words(.shape), words(.parametersHeading), words(.product), "b",
        words(.difference),
      ], rows: rows, textColumns: [0])
    return (table, words(.noteCollapse, String(meshSize * meshSize)))
  }

  private static let meshSize = 41

  private static func rounded(_ value: Double) -> Double {
    (value * 100).rounded(.toNearestOrEven) / 100
  }

  /// The one layer with the product of all weights, as if every activation but the last were linear.
  private static func collapsed(_ network: Network) -> Layer {
    var weights = network.layers[0].weights
    var biases = Matrix(
      rows: network.layers[0].fanOut, columns: 1, values: network.layers[0].biases)
    for layer in network.layers.dropFirst() {
      weights = layer.weights * weights
      biases = layer.weights * biases
      for unit in 0..<layer.fanOut { biases[unit, 0] += layer.biases[unit] }
    }
    return Layer(
      weights: weights, biases: biases.values,
      activation: network.layers[network.layers.count - 1].activation)
  }

  private static func largestDifference(
    _ network: Network, _ layer: Layer, over dataset: Dataset
  ) -> Double {
    let (x, y) = (dataset.rawInputRange(0), dataset.rawInputRange(1))
    let inputs = dataset.modelInputs(
      fromRaw: .mesh(xs: Grid.axis(x, count: meshSize), ys: Grid.axis(y, count: meshSize)))
    let deep = network.forward(inputs).preActivations[network.layers.count - 1]
    let flat = Network(layers: [layer]).forward(inputs).preActivations[0]
    let differences = zip(deep.values, flat.values).map { ($0 - $1).magnitude }
    return differences.allSatisfy { $0.isFinite } ? differences.max() ?? 0 : .nan
  }
}
