import Lessons
import Networks

extension NetworkSpec {
  static let fields: [Field] = [
    Field(
      "layers", .list(of: .oneOf([.string, .section(layerFields)])), isRequired: true,
      summary: "layers from the first hidden one to the output, such as [2 tanh, 1 sigmoid]"),
    initializerField(defaultText: "glorot-uniform"),
    Field(
      "parameters", .list(of: .number()),
      summary: "first weights by unit, then biases, layer by layer, instead of random ones"),
  ]

  private static let layerFields: [Field] = [
    Field("units", .integer(min: 1, max: unitLimit), isRequired: true, summary: "number of units"),
    Field(
      "activation", .choice(Activation.all.map { $0.name }), isRequired: true,
      summary: "function of the units"),
    initializerField(defaultText: "that of the network"),
  ]

  private static func initializerField(defaultText: String) -> Field {
    Field(
      "initializer", .string,
      summary: "how first weights are drawn: a name, or uniform, normal or constant and a number",
      defaultText: defaultText)
  }

  /// Reads `network` and `loss`; `task` is that of the data, if it is known.
  init(
    from reader: inout SectionReader, task: Dataset.Task?, places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard var section = try reader.section("network") else {
      throw reader.error(
        "\(reader.section.title) has no 'network'",
        help: "write network: {layers: [2 tanh, 1 sigmoid]}, or model: perceptron")
    }
    let layers = try Self.layers(from: &section, places: &places)
    let parameters = section.has("parameters") ? try section.numbers("parameters") : nil
    places[.parameters] = section.location(of: "parameters")
    try section.finish()
    let loss = try Self.loss(
      from: &reader, task: task, output: layers[layers.count - 1].activation)
    places[.loss] = reader.has("loss") ? reader.location(of: "loss") : places[.output]
    self.init(layers: layers, loss: loss, parameters: parameters)
  }

  static let unitLimit = 100_000
  static let layerLimit = 1000

  /// Losses by name, the one that is chosen by the output layer first.
  static let lossNames = ["cross-entropy"] + Loss.all.map { $0.name }

  static func layers(
    from section: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) -> [LayerShape] {
    let common = try section.value("initializer").map { (text) throws(LessonError) in
      try initializer(text)
    }
    let items = try section.items("layers")
    places[.layers] = section.location(of: "layers")
    guard !items.isEmpty else {
      throw section.error(
        "a network needs at least one layer", at: section.has("layers") ? "layers" : "network",
        help: "write layers: [2 tanh, 1 sigmoid]")
    }
    guard items.count <= layerLimit else {
      throw section.error("\(items.count) layers; the limit is \(layerLimit)", at: "layers")
    }
    var layers: [LayerShape] = []
    for item in items {
      places[.output] = item.location
      layers.append(
        try layer(item, in: section, initializer: common ?? WeightInitializer.glorotUniform))
    }
    return layers
  }

  private static func layer(
    _ item: SectionReader.Item, in section: SectionReader, initializer common: WeightInitializer
  ) throws(LessonError) -> LayerShape {
    switch item {
    case .text(let text): return try layer(text, initializer: common)
    case .list(_, let location):
      throw section.error("a layer is '2 tanh' or a section, found a list", at: location)
    case .section(var reader):
      let units = try reader.integer("units")
      let activation = try activation(try reader.requiredValue("activation"))
      let own = try reader.value("initializer").map { (text) throws(LessonError) in
        try self.initializer(text)
      }
      try reader.finish()
      return LayerShape(units: units, activation: activation, initializer: own ?? common)
    }
  }

  /// Reads `2 tanh`.
  private static func layer(
    _ text: LocatedText, initializer: WeightInitializer
  ) throws(LessonError) -> LayerShape {
    let words = text.words
    let example = "write the number of units and an activation, such as 2 tanh"
    guard let first = words.first else { throw text.error("an empty layer", help: example) }
    guard first.text.first?.isNumber == true || first.text.first == "-" else {
      throw first.error("expected a number of units, found '\(first.text)'", help: example)
    }
    let units = try first.integer("the number of units", in: 1...unitLimit)
    guard words.count > 1 else {
      throw text.error("'\(text.text)' has no activation", help: example)
    }
    let activation = try activation(words[1])
    if words.count > 2 {
      throw words[2].error("unexpected '\(words[2].text)' after the activation", help: example)
    }
    return LayerShape(units: units, activation: activation, initializer: initializer)
  }

  static func activation(_ word: LocatedText) throws(LessonError) -> Activation {
    if let activation = Activation.named(word.text) { return activation }
    throw word.unknown("activation", among: Activation.all.map { $0.name })
  }

  /// Reads `he-normal`, or `uniform 0.5`.
  static func initializer(_ text: LocatedText) throws(LessonError) -> WeightInitializer {
    let scaled: [(name: String, make: (Double) -> WeightInitializer, range: ClosedRange<Double>)] =
      [
        ("uniform", WeightInitializer.uniform, 0...1e6),
        ("normal", WeightInitializer.normal, 0...1e6),
        ("constant", WeightInitializer.constant, -1e6...1e6),
      ]
    let words = text.words
    guard let first = words.first else { throw text.error("an empty initializer") }
    if let form = scaled.first(where: { $0.name == first.text }) {
      guard words.count == 2 else {
        throw text.error(
          "'\(form.name)' wants one number", help: "such as \(form.name) 0.5")
      }
      return form.make(try words[1].number("the number of '\(form.name)'", in: form.range))
    }
    if words.count == 1, let initializer = WeightInitializer.named(first.text) {
      return initializer
    }
    throw text.unknown(
      "initializer", among: WeightInitializer.all.map { $0.name } + scaled.map { $0.name })
  }

  /// The loss of field `loss`; left out, the one that is usual for the task and the output layer.
  static func loss(
    from reader: inout SectionReader, task: Dataset.Task?, output: Activation
  ) throws(LessonError) -> Loss {
    let fitting: Loss? =
      switch output.traits.probabilities {
      case .categorical: .categoricalCrossEntropy
      case .bernoulli: .binaryCrossEntropy
      case nil: nil
      }
    guard let name = try reader.value("loss") else {
      return task == .regression ? .halfSquaredError : fitting ?? .halfSquaredError
    }
    if name.text == "cross-entropy" {
      guard let fitting else {
        throw name.error(
          "cross-entropy wants a sigmoid or softmax output layer, and this one is \(output)",
          help: "end with '1 sigmoid', or use 'half-sse' or 'mse'")
      }
      return fitting
    }
    if let loss = Loss.named(name.text) { return loss }
    throw name.unknown("loss", among: lossNames)
  }
}
