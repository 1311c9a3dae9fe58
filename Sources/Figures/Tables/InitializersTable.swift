import Languages
import Networks
import Plotting
import Tracing

extension TableContent {
  /// The six initializers with their formulas and what they make of each kind of hidden layer of a
  /// network: the scale `r`, the standard deviation that follows from it, and that of drawn weights.
  ///
  /// Weights are drawn as the scenario's own network would have them with that initializer, from the
  /// same seed; layers of one shape are measured together.
  static let initializers = TableContent(name: "initializers") {
    (sources, context) throws(FigureError) in
    let source = sources[0]
    try source.trace.requireNetwork(for: "initializers", at: source.location)
    let words = context.words
    let layers = source.trace.first.network.layers
    let hidden = layers.dropLast().isEmpty ? layers : Array(layers.dropLast())
    let named = WeightInitializer.all.filter { !$0.formula.isEmpty }
    let drawn = named.map { network(of: source.trace, drawnBy: $0) }
    var rows: [[TableCell]] = []
    for shape in shapes(of: hidden) {
      for (initializer, network) in zip(named, drawn) {
        let numbers = InitializerNumbers(
          initializer, shape, Array(network.layers.prefix(hidden.count)))
        rows.append(cells(numbers, isFirst: initializer == named.first, words))
      }
    }
    let table = Table(
      headings: [
        "nᵢₙ → nₒᵤₜ", words(.initializerAxis), words(.drawnFrom), "r", "r =",
        words(.deviationHeading), words(.measured), words(.weights),
      ], rows: rows, textColumns: [0, 1, 2, 3],
      rulesAfter: Set(rows.indices.filter { ($0 + 1).isMultiple(of: named.count) }))
    return (
      table, words(.noteInitializers) + " · " + words(.seed, String(source.trace.seed))
    )
  }

  private static func cells(
    _ numbers: InitializerNumbers, isFirst: Bool, _ words: Words
  ) -> [TableCell] {
    let initializer = numbers.initializer
    let places = 4
    return [
      TableCell(numbers.shape.text, isBold: isFirst),
      TableCell(words.name(of: initializer)),
      TableCell(initializer.distribution == .uniform ? "U(−r, r)" : "N(0, r²)"),
      TableCell(initializer.formula),
      TableCell(NumberText.fixed(numbers.scale, places: places)),
      TableCell(NumberText.fixed(numbers.deviation, places: places)),
      TableCell(NumberText.fixed(numbers.measured, places: places), isBold: true),
      TableCell(NumberText.count(numbers.count)),
    ]
  }

  private static func shapes(of layers: [Layer]) -> [InitializerNumbers.Shape] {
    var shapes: [InitializerNumbers.Shape] = []
    for layer in layers {
      let shape = InitializerNumbers.Shape(fanIn: layer.fanIn, fanOut: layer.fanOut)
      if !shapes.contains(shape) { shapes.append(shape) }
    }
    return shapes
  }

  /// The scenario's network before its training, had it been drawn by another initializer.
  private static func network(
    of trace: Trace, drawnBy initializer: WeightInitializer
  ) -> Network {
    let start = trace.first.network
    let layers = start.layers.map {
      LayerShape(units: $0.fanOut, activation: $0.activation, initializer: initializer)
    }
    return NetworkSpec(layers: layers, loss: trace.loss ?? .meanSquaredError)
      .start(inputCount: start.inputCount, seed: trace.seed)
  }
}

/// What an initializer makes of the layers of one shape.
private struct InitializerNumbers {
  struct Shape: Equatable {
    let fanIn: Int
    let fanOut: Int

    var text: String { "\(fanIn) → \(fanOut)" }
  }

  let initializer: WeightInitializer
  let shape: Shape
  /// The bound of a uniform distribution, the standard deviation of a normal one.
  let scale: Double
  /// The standard deviation that follows from the scale.
  let deviation: Double
  /// The standard deviation of the weights that were drawn.
  let measured: Double
  /// How many were drawn.
  let count: Int

  init(_ initializer: WeightInitializer, _ shape: Shape, _ layers: [Layer]) {
    self.initializer = initializer
    self.shape = shape
    scale = initializer.scale(fanIn: shape.fanIn, fanOut: shape.fanOut)
    deviation = initializer.distribution == .uniform ? scale / 3.0.squareRoot() : scale
    let weights = layers.filter { $0.fanIn == shape.fanIn && $0.fanOut == shape.fanOut }
      .flatMap { $0.weights.values }
    count = weights.count
    measured = Distribution(of: weights, in: -1...1, bins: 1).deviation
  }
}
