import Wording
import Lessons

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

extension TraceSchedule {
  /// Refuses moments that a training of so many epochs never comes to.
  func check(
    epochs: Int, updatesPerEpoch: Int, _ places: ScenarioPlaces
  ) throws(LessonError) {
    if let epoch = self.epochs(beyond: epochs).first {
      throw places.error(
        "no epoch \(epoch) in a training of \(counted(epochs, "epoch"))", at: .trace)
    }
    let count = updatesPerEpoch * epochs
    if let update = updates(beyond: count).first {
      throw places.error(
        "no update \(update) in a training of \(counted(count, "update"))", at: .trace)
    }
  }
}
