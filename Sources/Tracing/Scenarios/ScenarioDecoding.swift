public import Lessons
import Networks

extension Scenario: SectionDecodable {
  /// The vocabulary of a scenario.
  public static let fields: [Field] = [
    Field(
      "title", .localizedText, summary: "what figures call the scenario", defaultText: "its name"),
    Field(
      "data", .oneOf([.choice(DatasetShape.all.map { $0.name }), .section(DataSpec.fields)]),
      isRequired: true, summary: "a generated data set by name, or a section with its parameters"),
    Field(
      "model", .choice(["perceptron", "network"]),
      summary: "what is trained; follows from 'network' or 'perceptron' if left out"),
    Field(
      "perceptron", .section(PerceptronSpec.fields),
      summary: "first weights and threshold of a perceptron", defaultText: "all zero"),
    Field("network", .section(NetworkSpec.fields), summary: "layers of a network"),
    Field(
      "loss", .choice(NetworkSpec.lossNames), summary: "what a network's training minimizes",
      defaultText: "cross-entropy for sigmoid and softmax outputs of classes, else half-sse"),
    Field("train", .section(TrainingSpec.fields), summary: "how the model is trained"),
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
    let data = try DataSpec(from: &reader, places: &places)
    let model = try ModelSpec(from: &reader, task: data.facts?.task, places: &places)
    let isPerceptron = if case .perceptron = model { true } else { false }
    let train = try TrainingSpec(
      from: &reader, ofPerceptron: isPerceptron, places: &places)
    let schedule = try TraceSchedule(from: &reader, places: &places)
    let limits = try CostLimits(from: &reader)
    let seed = try reader.integer("seed", in: 0 ... .max, default: 0)
    self.init(
      name: reader.name, title: title, seed: UInt64(seed), data: data, model: model, train: train,
      schedule: schedule, limits: limits, places: places)
    // A data file is not at hand here; `run` checks again when its rows are known.
    if let facts = data.facts { try check(facts) }
  }
}

extension ModelSpec {
  init(
    from reader: inout SectionReader, task: Dataset.Task?, places: inout ScenarioPlaces
  ) throws(LessonError) {
    let word = try reader.optionalChoice(
      "model", of: "model", from: ["perceptron", "network"], naming: { $0 })
    let isPerceptron = word == "perceptron" || word == nil && reader.has("perceptron")
    let (used, other) = isPerceptron ? ("perceptron", "network") : ("network", "perceptron")
    if reader.has(other) {
      throw reader.error(
        "'\(other)' does not go with '\(word == nil ? "\(used):" : "model: \(used)")'", at: other)
    }
    places[.model] = reader.location(of: word == nil ? used : "model")
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
