import Languages
import Networks
import Plotting
import Tracing

extension TableContent {
  /// The parameters of a network counted layer by layer: weights are fan-in times units, and every
  /// unit has a bias.
  static let layers = TableContent(name: "layers") { (sources, context) throws(FigureError) in
    let words = context.words
    let network = sources[0].step.network
    let count = network.layers.count
    let names = (1...count).map { index -> String in
      let name = words(index == count ? .outputLayer : .hiddenLayer)
      return count > 2 && index < count ? name + " " + String(index) : name
    }
    var rows = [
      [words(.inputLayer), String(network.inputCount), "–", "–", "–", "–"].map { TableCell($0) }
    ]
    rows += zip(names, network.layers).map { name, layer in
      let (units, fanIn) = (layer.fanOut, layer.fanIn)
      return [
        TableCell(name), TableCell(NumberText.count(units)), TableCell(NumberText.count(fanIn)),
        TableCell("\(fanIn) × \(units) = \(NumberText.count(fanIn * units))"),
        TableCell(NumberText.count(units)),
        TableCell(
          "\(fanIn * units) + \(units) = \(NumberText.count(layer.parameterCount))", isBold: true),
      ]
    }
    rows.append(total(network, words))
    let table = Table(
      headings: [
        words(.layerHeading), words(.unitsHeading), words(.fanInHeading), words(.weights),
        words(.biases), words(.parametersHeading),
      ], rows: rows, textColumns: [0], rulesAfter: [rows.count - 2])
    return (table, sources[0].trace.shape.text + "\n" + words(.noteLayers))
  }

  private static func total(_ network: Network, _ words: Words) -> [TableCell] {
    let weights = network.layers.reduce(0) { $0 + $1.weights.values.count }
    let biases = network.layers.reduce(0) { $0 + $1.biases.count }
    let texts = [
      words(.total), "–", "–", NumberText.count(weights), NumberText.count(biases),
      "\(weights) + \(biases) = \(NumberText.count(network.parameterCount))",
    ]
    return texts.map { TableCell($0, isBold: true) }
  }
}
