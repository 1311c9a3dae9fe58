import Lessons
import Networks

extension TrainingSpec {
  static let fields: [Field] = [
    Field(
      "epochs", .integer(min: 0, max: epochLimit),
      summary: "number of passes over the data; 0 leaves the model untrained",
      defaultText: "100 for a perceptron"),
    Field(
      "rate", .number(above: 0), summary: "learning rate",
      defaultText: "that of the optimizer; 1 for a perceptron"),
    Field(
      "optimizer",
      .oneOf([.choice(Optimizer.all.map { $0.name }), .section(optimizerFields)]),
      summary: "update rule by name, or a section with its numbers", defaultText: "sgd"),
    Field(
      "batch", .oneOf([.integer(min: 1), .choice(["all"])]), summary: "rows for each update",
      defaultText: "all"),
    Field(
      "shuffle", .boolean, summary: "whether each epoch has a new random order",
      defaultText: "true"),
    Field(
      "tail", .choice(MiniBatches.TailPolicy.allCases.map { $0.rawValue }),
      summary: "whether rows that do not fill the last batch are used", defaultText: "keep"),
    Field(
      "order", .list(of: .integer(min: 0)),
      summary: "order of the rows, from 0, in each epoch of a perceptron", defaultText: "as listed"),
    Field(
      "steps", .integer(min: 0, max: epochLimit), summary: "number of updates of a descent"),
  ]

  private static let epochLimit = 100_000_000

  /// The name, then every number that some optimizer has.
  private static let optimizerFields: [Field] = {
    var fields = [
      Field(
        "name", .choice(Optimizer.all.map { $0.name }), isRequired: true, summary: "update rule")
    ]
    for optimizer in Optimizer.all {
      for number in optimizer.hyperparameters
      where !fields.contains(where: { $0.name == number.name }) {
        let owners = Optimizer.all.filter { $0[hyperparameter: number.name] != nil }
        fields.append(
          Field(
            number.name, .number(min: 0),
            summary: "of \(owners.map { $0.name }.joined(separator: ", "))",
            defaultText: NumberForm.text(number.value)))
      }
    }
    return fields
  }()

  /// Reads `train` of a network.
  init(from reader: inout SectionReader, places: inout ScenarioPlaces) throws(LessonError) {
    guard var section = try reader.section("train") else {
      throw reader.error(
        "\(reader.section.title) has no 'train'", help: "write train: {epochs: 100}")
    }
    places[.epochs] = section.location(of: "epochs")
    places[.batch] = section.location(of: "batch")
    let epochs = try section.integer("epochs")
    self.init(
      epochs: epochs, optimizer: try Self.optimizer(withRateFrom: &section),
      batch: try Self.batch(from: &section),
      shuffles: try section.boolean("shuffle", default: true),
      tail: try section.choice(
        "tail", of: "tail policy", from: MiniBatches.TailPolicy.allCases,
        naming: { $0.rawValue }, default: .keep))
    try section.refuseSteps(of: "a network")
    if section.has("order") {
      throw section.error(
        "'order' does not apply to a network", at: "order",
        help: "write shuffle: false to take the rows as they are listed")
    }
    try section.finish()
  }

  private static func batch(from section: inout SectionReader) throws(LessonError) -> Int? {
    try section.value("batch").flatMap { (text) throws(LessonError) in try batch(text) }
  }

  /// A number of rows; nil for `all`.
  static func batch(_ text: LocatedText) throws(LessonError) -> Int? {
    text.text == "all" ? nil : try text.integer("'batch'", in: 1 ... .max)
  }

  /// Reads `optimizer` and `rate`.
  static func optimizer(
    withRateFrom section: inout SectionReader
  ) throws(LessonError) -> Optimizer {
    var optimizer = try optimizer(from: &section)
    optimizer.learningRate = try section.number("rate", default: optimizer.learningRate)
    return optimizer
  }

  private static func optimizer(from section: inout SectionReader) throws(LessonError) -> Optimizer
  {
    switch try section.item("optimizer") {
    case nil: return .sgd()
    case .text(let name): return try optimizer(name)
    case .list(_, let location):
      throw section.error("'optimizer' wants one update rule, found a list", at: location)
    case .section(var reader):
      var optimizer = try optimizer(try reader.requiredValue("name"))
      for number in optimizer.hyperparameters where reader.has(number.name) {
        let isSmall = number.name == "epsilon" || number.name == "weight-decay"
        let value = try reader.number(number.name, in: 0...(isSmall ? 1000 : 1))
        if !isSmall, value == 1 {
          throw reader.error("'\(number.name)' must be below 1", at: number.name)
        }
        optimizer = optimizer.setting(number.name, to: value) ?? optimizer
      }
      for field in optimizerFields.dropFirst()
      where reader.has(field.name) && optimizer[hyperparameter: field.name] == nil {
        let known = optimizer.hyperparameters.map { $0.name }
        throw reader.error(
          "\(optimizer) has no '\(field.name)'", at: field.name,
          help: known.isEmpty ? "it has only the rate" : "it has: \(known.joined(separator: ", "))")
      }
      try reader.finish()
      return optimizer
    }
  }

  private static func optimizer(_ name: LocatedText) throws(LessonError) -> Optimizer {
    try name.choice(of: "optimizer", from: Optimizer.all, naming: { $0.name })
  }
}

extension SectionReader {
  /// Refuses `steps`, which only descents have.
  func refuseSteps(of model: String) throws(LessonError) {
    guard has("steps") else { return }
    throw error(
      "'steps' does not apply to \(model)", at: "steps",
      help: "write epochs: the number of passes over the data")
  }
}
