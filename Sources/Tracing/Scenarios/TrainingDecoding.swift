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

  init(
    from reader: inout SectionReader, ofPerceptron isPerceptron: Bool,
    places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard var section = try reader.section("train") else {
      guard isPerceptron else {
        throw reader.error(
          "\(reader.section.title) has no 'train'", help: "write train: {epochs: 100}")
      }
      self.init(epochs: 100, optimizer: .sgd(learningRate: 1), shuffles: false)
      return
    }
    places[.epochs] = section.location(of: "epochs")
    places[.batch] = section.location(of: "batch")
    places[.order] = section.location(of: "order")
    let epochs =
      try isPerceptron ? section.integer("epochs", default: 100) : section.integer("epochs")
    var optimizer = Optimizer.sgd(learningRate: 1)
    if !isPerceptron { optimizer = try Self.optimizer(from: &section) }
    optimizer.learningRate = try section.number("rate", default: optimizer.learningRate)
    self.init(epochs: epochs, optimizer: optimizer, shuffles: false)
    if isPerceptron {
      order = section.has("order") ? try section.integers("order") : nil
      if order?.isEmpty == true { throw section.error("'order' has no row", at: "order") }
    } else {
      batch = try Self.batch(from: &section)
      shuffles = try section.boolean("shuffle", default: true)
      tail = try section.choice(
        "tail", of: "tail policy", from: MiniBatches.TailPolicy.allCases,
        naming: { $0.rawValue }, default: .keep)
    }
    try section.finish(model: isPerceptron ? "a perceptron" : "a network")
  }

  /// Reads how a function is descended, and for how many steps.
  init(ofFunction reader: inout SectionReader, places: inout ScenarioPlaces) throws(LessonError) {
    guard var section = try reader.section("train") else {
      throw reader.error(
        "\(reader.section.title) has no 'train'", help: "write train: {rate: 0.01, steps: 100}")
    }
    places[.epochs] = section.location(of: "steps")
    var optimizer = try Self.optimizer(from: &section)
    optimizer.learningRate = try section.number("rate", default: optimizer.learningRate)
    for name in ["epochs", "batch", "shuffle", "tail", "order"] where section.has(name) {
      throw section.error(
        "'\(name)' does not apply to a function, which has no rows", at: name,
        help: "write steps: the number of updates")
    }
    self.init(epochs: try section.integer("steps"), optimizer: optimizer, shuffles: false)
    try section.finish()
  }

  private static func batch(from section: inout SectionReader) throws(LessonError) -> Int? {
    try section.value("batch").flatMap { (text) throws(LessonError) in try batch(text) }
  }

  /// A number of rows; nil for `all`.
  static func batch(_ text: LocatedText) throws(LessonError) -> Int? {
    text.text == "all" ? nil : try text.integer("'batch'", in: 1 ... .max)
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
  /// Ends the reading, and says for which model a field was meant that does not apply.
  fileprivate mutating func finish(model: String) throws(LessonError) {
    if has("steps") {
      throw error(
        "'steps' does not apply to \(model)", at: "steps",
        help: "write epochs: the number of passes over the data")
    }
    for name in ["optimizer", "batch", "shuffle", "tail"] where model == "a perceptron" && has(name)
    {
      throw error(
        "'\(name)' does not apply to \(model), which learns row by row", at: name)
    }
    if model == "a network", has("order") {
      throw error(
        "'order' does not apply to \(model)", at: "order",
        help: "write shuffle: false to take the rows as they are listed")
    }
    try finish()
  }
}

extension TraceSchedule {
  static let fields: [Field] = [
    Field("every", .integer(min: 1), summary: "keep every so many epochs, or updates"),
    Field(
      "unit", .choice(Unit.allCases.map { $0.rawValue }),
      summary: "what 'every' and 'first' count", defaultText: "epochs"),
    Field("first", .integer(min: 0), summary: "keep the first so many epochs, or updates"),
    Field(
      "logarithmic", .integer(min: 2, max: 100_000),
      summary: "keep so many epochs, evenly spaced on a logarithmic axis"),
    Field(
      "epochs", .list(of: .oneOf([.integer(min: 0), .choice(["last"])])),
      summary: "keep these epochs; 0 and last are always kept"),
    Field(
      "updates", .list(of: .integer(min: 1)),
      summary: "keep the moments before these updates, from 1"),
  ]

  init(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard var section = try reader.section("trace") else {
      self = .standard
      return
    }
    places[.trace] = section.location(of: section.has("epochs") ? "epochs" : "updates")
    let unit = try section.choice(
      "unit", of: "unit", from: Unit.allCases, naming: { $0.rawValue }, default: Unit.epochs)
    var rules: [Rule] = []
    if let count = try section.optionalInteger("every") { rules.append(.every(count, unit)) }
    if let count = try section.optionalInteger("first") { rules.append(.first(count, unit)) }
    if let count = try section.optionalInteger("logarithmic") { rules.append(.logarithmic(count)) }
    var epochs: [Int] = []
    for word in try section.values("epochs") where word.text != "last" {
      epochs.append(try word.integer("an epoch", in: 0 ... .max))
    }
    if !epochs.isEmpty { rules.append(.epochs(epochs)) }
    let updates = try section.integers("updates", default: [])
    if !updates.isEmpty { rules.append(.updates(updates)) }
    try section.finish()
    self.init(rules)
  }
}
