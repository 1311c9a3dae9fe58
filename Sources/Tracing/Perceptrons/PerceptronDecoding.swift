import Lessons
import Networks

extension PerceptronTraining {
  /// Reads `data`, `perceptron`, `train`, `trace` and `seed`.
  init(from reader: inout SectionReader, places: inout ScenarioPlaces) throws(LessonError) {
    let rows = try DataSpec(from: &reader, places: &places)
    if reader.has("loss") {
      throw reader.error("a perceptron has no loss; it learns from its errors", at: "loss")
    }
    self.init(
      rows: rows, perceptron: try PerceptronSpec(from: &reader, places: &places))
    try decodeTraining(from: &reader, places: &places)
    if reader.has("sweep") {
      throw reader.error(
        "a sweep trains networks, and this is a perceptron", at: "sweep",
        help: "a perceptron is network: {layers: [1 sigmoid]} but for its rule of learning")
    }
    schedule = try TraceSchedule(from: &reader, places: &places)
    randomSeed = UInt64(try reader.integer("seed", in: 0 ... .max, default: 0))
  }

  /// Reads `train`.
  private mutating func decodeTraining(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard var section = try reader.section("train") else { return }
    places[.epochs] = section.location(of: "epochs")
    places[.order] = section.location(of: "order")
    epochCount = try section.integer("epochs", default: epochCount)
    rate = try section.number("rate", default: rate)
    order = section.has("order") ? try section.integers("order") : nil
    if order?.isEmpty == true { throw section.error("'order' has no row", at: "order") }
    try section.refuseSteps(of: "a perceptron")
    for name in ["optimizer", "batch", "shuffle", "tail"] where section.has(name) {
      throw section.error(
        "'\(name)' does not apply to a perceptron, which learns row by row", at: name)
    }
    try section.finish()
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
