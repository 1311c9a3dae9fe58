import Lessons
import Networks
import Wording

extension SweepSpec {
  static let fields: [Field] = [
    Field(
      "seeds", .integer(min: 1, max: memberLimit),
      summary: "train each combination with the seeds from 1 to this", defaultText: "1"),
    Field(
      "units", .list(of: .integer(min: 1, max: NetworkSpec.unitLimit)),
      summary: "numbers of units of every hidden layer"),
    Field(
      "layers", .list(of: .integer(min: 0, max: NetworkSpec.layerLimit)),
      summary: "numbers of hidden layers; the last one of the network is repeated"),
    Field(
      "rows", .list(of: .integer(min: 1)),
      summary: "numbers of rows that are kept for learning, as 'take' does"),
    Field(
      "initializer", .list(of: .string),
      summary: "initializers of all layers, such as [glorot-uniform, normal 0.01]"),
    Field(
      "activation", .list(of: .choice(Activation.all.map { $0.name })),
      summary: "activations of every hidden layer"),
    Field("rate", .list(of: .number(above: 0)), summary: "learning rates"),
    Field(
      "batch", .list(of: .oneOf([.integer(min: 1), .choice(["all"])])),
      summary: "numbers of rows for each update"),
    Field(
      "threshold", .number(above: 0),
      summary: "share of rows classified right that counts as learned; for regression a loss",
      defaultText: "0.95 for classes"),
  ]

  /// Reads the section `sweep`; nil if there is none.
  static func decode(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) -> SweepSpec? {
    guard var section = try reader.section("sweep") else { return nil }
    places[.sweep] = reader.location(of: "sweep")
    let seeds = try section.integer("seeds", default: 1)
    let threshold = try section.optionalNumber("threshold")
    var axes: [(axis: SweepAxis, location: SourceLocation)] = []
    for field in fields where section.has(field.name) {
      places[.swept(field.name)] = section.location(of: field.name)
      guard let axis = try Self.axis(field.name, from: &section) else { continue }
      try check(axis, in: section)
      axes.append((axis, section.location(of: field.name)))
    }
    try section.finish()
    guard seeds > 1 || !axes.isEmpty else {
      throw section.error(
        "there is nothing to sweep over",
        help: "write how many seeds, such as seeds: 100, or values, such as units: [2, 4, 8]")
    }
    axes.sort { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
    let spec = SweepSpec(axes: axes.map { $0.axis }, seeds: seeds, threshold: threshold)
    guard spec.memberCount <= memberLimit else { throw tooMany(spec, in: section) }
    return spec
  }

  /// The values of one field; nil for a field that has none to go through.
  private static func axis(
    _ name: String, from section: inout SectionReader
  ) throws(LessonError) -> SweepAxis? {
    switch name {
    case "units": return .units(try section.integers(name))
    case "layers": return .layers(try section.integers(name))
    case "rows": return .rows(try section.integers(name))
    case "rate": return .rate(try section.numbers(name))
    case "initializer":
      var initializers: [WeightInitializer] = []
      for text in try section.values(name) {
        initializers.append(try NetworkSpec.initializer(text))
      }
      return .initializer(initializers)
    case "activation":
      var activations: [Activation] = []
      for text in try section.values(name) { activations.append(try NetworkSpec.activation(text)) }
      return .activation(activations)
    case "batch":
      var sizes: [Int?] = []
      for text in try section.values(name) { sizes.append(try TrainingSpec.batch(text)) }
      return .batch(sizes)
    default: return nil
    }
  }

  private static func check(_ axis: SweepAxis, in section: SectionReader) throws(LessonError) {
    let values = axis.settings.map { $0.lessonText }
    guard !values.isEmpty else {
      throw section.error(
        "'\(axis.name)' has no value to sweep over", at: axis.name,
        help: "list its values, or leave it out")
    }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      throw section.error("'\(axis.name)' has \(value) twice", at: axis.name)
    }
  }

  private static func tooMany(_ spec: SweepSpec, in section: SectionReader) -> LessonError {
    let factors = (spec.axes.map { $0.settings.count } + [spec.seeds]).map { String($0) }
    let product = factors.count > 1 ? "\(factors.joined(separator: " · ")) = " : ""
    let total = spec.memberCount == .max ? "too many to count" : "\(spec.memberCount)"
    return section.error(
      "a sweep of \(product)\(total) trainings; the limit is \(memberLimit)",
      help: "sweep over fewer seeds or values, or make several sweeps")
  }
}
