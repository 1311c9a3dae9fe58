public import Lessons

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
      WrittenNumbers.field,
      Field(
        "limits", .section(CostLimits.fields), summary: "what the scenario may take",
        defaultText: "{memory: 256 MiB, multiply-adds: 2e12, rows: 200000}"),
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
    let numbers = try WrittenNumbers(from: &reader)
    let spec = try ScenarioSpec(from: &reader, word, places: &places)
    try spec.check(places)
    self.init(
      ScenarioHeader(
        name: reader.name, title: title, limits: limits, numbers: numbers, places: places), spec)
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

extension CostLimits {
  static let fields: [Field] = [
    Field(
      "memory", .string, summary: "memory of the trace, such as 512 MiB or 4 GiB",
      defaultText: "256 MiB"),
    Field(
      "multiply-adds", .number(above: 0), summary: "arithmetic of the training",
      defaultText: "2e12"),
    Field("rows", .integer(min: 1), summary: "lines of a data file", defaultText: "200000"),
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
    rows = try section.integer("rows", default: rows)
    try section.finish()
  }
}
