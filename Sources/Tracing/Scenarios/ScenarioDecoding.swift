public import Lessons
import Networks

extension Scenario: SectionDecodable {
  /// The vocabulary of a scenario.
  public static let fields: [Field] =
    [
      Field(
        "title", .localizedText, summary: "what figures call the scenario", defaultText: "its name"),
      Field(
        "data", .oneOf([.choice(DatasetShape.all.map { $0.name }), .section(DataSpec.fields)]),
        summary: "a generated data set by name, or a section with its parameters"),
      Field(
        "model", .choice(ModelWord.allCases.map { $0.rawValue }),
        summary: "what is looked at; follows from the section of that name if left out"),
      Field(
        "perceptron", .section(PerceptronSpec.fields),
        summary: "first weights and threshold of a perceptron", defaultText: "all zero"),
      Field("network", .section(NetworkSpec.fields), summary: "layers of a network"),
      Field(
        "loss", .choice(NetworkSpec.lossNames), summary: "what a network's training minimizes",
        defaultText: "cross-entropy for sigmoid and softmax outputs of classes, else half-sse"),
      Field("train", .section(TrainingSpec.fields), summary: "how the model is trained"),
      Field(
        "sweep", .section(SweepSpec.fields),
        summary: "settings and seeds with every combination of which a network is trained"),
    ] + DescentSpec.fields + ExpressionSpec.fields + [
      Field(
        "trace", .section(TraceSchedule.fields), summary: "what is kept besides what figures need",
        defaultText: "{logarithmic: 16}"),
      Field(
        "seed", .integer(min: 0), summary: "seed of the weights, the data and the order of rows",
        defaultText: "0"),
      Field(
        "limits", .section(CostLimits.fields), summary: "what the scenario may take",
        defaultText: "{memory: 1 GiB, multiply-adds: 2e12}"),
    ]

  /// Reads a scenario; its name is that of the section.
  ///
  /// - Throws: The first `LessonError`, also if data, model, loss and training do not fit. What
  ///   depends on a data file is checked when the scenario is run.
  public init(from reader: inout SectionReader) throws(LessonError) {
    var places = ScenarioPlaces(reader)
    let title = try reader.optionalLocalizedText("title")
    let word = try ModelWord(from: &reader)
    places[.model] = reader.location(of: reader.has("model") ? "model" : word.rawValue)
    let limits = try CostLimits(from: &reader)
    switch word {
    case .function:
      let descent = try DescentSpec(from: &reader, places: &places)
      self.init(
        name: reader.name, title: title, model: .function(descent),
        train: TrainingSpec(epochs: descent.steps, optimizer: descent.optimizer), limits: limits)
    case .expression:
      self.init(
        name: reader.name, title: title, model: .expression(try ExpressionSpec(from: &reader)),
        limits: limits)
    case .perceptron, .network:
      self = try Self.training(
        from: &reader, word: word, title: title, limits: limits, places: &places)
    }
    self.places = places
    data.places = places
    // A data file is not at hand here; `run` checks again when its rows are known.
    guard let facts = data.facts else { return }
    try check(facts)
    if let sweep { try check(sweep, facts) }
  }

  private static func training(
    from reader: inout SectionReader, word: ModelWord, title: LocalizedText?, limits: CostLimits,
    places: inout ScenarioPlaces
  ) throws(LessonError) -> Scenario {
    let data = try DataSpec(from: &reader, places: &places)
    let isPerceptron = word == .perceptron
    let model = try ModelSpec(
      from: &reader, isPerceptron: isPerceptron, task: data.facts?.task, places: &places)
    let train = try TrainingSpec(from: &reader, ofPerceptron: isPerceptron, places: &places)
    if isPerceptron, reader.has("sweep") {
      throw reader.error(
        "a sweep trains networks, and this is a perceptron", at: "sweep",
        help: "a perceptron is network: {layers: [1 sigmoid]} but for its rule of learning")
    }
    let sweep = try SweepSpec.decode(from: &reader, places: &places)
    for name in ["seed", "trace"] where sweep != nil && reader.has(name) {
      throw reader.error(
        name == "seed"
          ? "a sweep has the seeds 1 to \(sweep?.seeds ?? 1) in place of 'seed'"
          : "a sweep keeps no steps, so that 'trace' does not apply", at: name,
        help: name == "seed" ? "to fix the rows write data: {.., seed: 1}" : nil)
    }
    let schedule = try TraceSchedule(from: &reader, places: &places)
    let seed = try reader.integer("seed", in: 0 ... .max, default: 0)
    return Scenario(
      name: reader.name, title: title, seed: UInt64(seed), data: data, model: model, train: train,
      sweep: sweep, schedule: schedule, limits: limits)
  }
}

/// The kinds of models by the words of lesson files, each also the name of a section.
enum ModelWord: String, CaseIterable {
  case perceptron, network, function, expression

  /// The word of field `model`, or that of the section which is there; a network without either.
  init(from reader: inout SectionReader) throws(LessonError) {
    let word = try reader.optionalChoice(
      "model", of: "model", from: Self.allCases, naming: { $0.rawValue })
    let present = Self.allCases.filter { reader.has($0.rawValue) }
    self = word ?? present.first ?? .network
    guard let other = present.first(where: { $0 != self }) else { return }
    throw reader.error(
      "'\(other.rawValue)' does not go with "
        + "'\(word == nil ? "\(rawValue):" : "model: \(rawValue)")'", at: other.rawValue)
  }
}

extension ModelSpec {
  init(
    from reader: inout SectionReader, isPerceptron: Bool, task: Dataset.Task?,
    places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard !isPerceptron else {
      if reader.has("loss") {
        throw reader.error("a perceptron has no loss; it learns from its errors", at: "loss")
      }
      self = .perceptron(try PerceptronSpec(from: &reader, places: &places))
      return
    }
    guard var section = try reader.section("network") else {
      throw reader.error(
        "\(reader.section.title) has no 'network'",
        help: "write network: {layers: [2 tanh, 1 sigmoid]}, or model: perceptron")
    }
    let layers = try NetworkSpec.layers(from: &section, places: &places)
    let parameters = section.has("parameters") ? try section.numbers("parameters") : nil
    places[.parameters] = section.location(of: "parameters")
    try section.finish()
    let loss = try NetworkSpec.loss(
      from: &reader, task: task, output: layers[layers.count - 1].activation)
    places[.loss] = reader.has("loss") ? reader.location(of: "loss") : places[.output]
    self = .network(NetworkSpec(layers: layers, loss: loss, parameters: parameters))
  }
}

extension PerceptronSpec {
  static let fields: [Field] = [
    Field("weights", .list(of: .number()), summary: "first weights", defaultText: "all 0"),
    Field("bias", .number(), summary: "first bias", defaultText: "0"),
    Field(
      "threshold", .choice(Perceptron.Threshold.allCases.map { $0.rawValue }),
      summary: "whether the unit answers 1 from 0 on, \">=\", or only above it, \">\"",
      defaultText: "\">=\""),
  ]

  init(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    self.init()
    guard var section = try reader.section("perceptron") else { return }
    if section.has("weights") { weights = try section.numbers("weights") }
    places[.parameters] = section.location(of: "weights")
    bias = try section.number("bias", default: 0)
    threshold = try section.choice(
      "threshold", of: "threshold", from: Perceptron.Threshold.allCases,
      naming: { $0.rawValue }, default: .atLeastZero)
    try section.finish()
  }
}

extension CostLimits {
  static let fields: [Field] = [
    Field(
      "memory", .string, summary: "memory of the trace, such as 512 MiB or 4 GiB",
      defaultText: "1 GiB"),
    Field(
      "multiply-adds", .number(above: 0), summary: "arithmetic of the training",
      defaultText: "2e12"),
  ]

  init(from reader: inout SectionReader) throws(LessonError) {
    self.init()
    guard var section = try reader.section("limits") else { return }
    if let memory = try section.value("memory") {
      guard let count = ByteCount(parsing: memory.text) else {
        throw memory.error("'memory' wants a size, such as 512 MiB or 4 GiB")
      }
      bytes = count.bytes
    }
    multiplyAdds = try section.number("multiply-adds", default: multiplyAdds)
    try section.finish()
  }
}
