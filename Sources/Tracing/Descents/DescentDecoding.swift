import Lessons
import Networks
import Wording

extension DescentSpec {
  static let fields: [Field] = [
    Field(
      "function",
      .oneOf([.choice(ScalarField.all.map { $0.name }), .section(functionFields)]),
      summary: "a function of one or two numbers to be descended: a name, or a formula"),
    Field(
      "starts", .list(of: .list(of: .number(min: -1e6, max: 1e6))),
      summary: "points from which it is descended, such as [[-1, 2], [3, 0]]"),
  ]

  private static let functionFields: [Field] = [
    Field(
      "expression", .string, isRequired: true,
      summary: "a formula of one or two variables, such as x^4 - 3*x^2 + x"),
    range("x", of: "first variable by name"), range("y", of: "second variable"),
  ]

  private static func range(_ name: String, of what: String) -> Field {
    Field(
      name, .list(of: .number(min: -1e6, max: 1e6)),
      summary: "least and greatest value of the \(what) to show and to search for minima",
      defaultText: "[-3, 3]")
  }

  private static let startLimit = 10_000

  /// Reads `function`, `starts` and `train`.
  init(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    let field = try Self.field(from: &reader)
    let starts = try Self.starts(on: field, from: &reader)
    guard var section = try reader.section("train") else {
      throw reader.error(
        "\(reader.section.title) has no 'train'", help: "write train: {rate: 0.01, steps: 100}")
    }
    places[.epochs] = section.location(of: "steps")
    let optimizer = try TrainingSpec.optimizer(withRateFrom: &section)
    for name in ["epochs", "batch", "shuffle", "tail", "order"] where section.has(name) {
      throw section.error(
        "'\(name)' does not apply to a function, which has no rows", at: name,
        help: "write steps: the number of updates")
    }
    self.init(
      field: field, starts: starts, optimizer: optimizer, steps: try section.integer("steps"))
    try section.finish()
  }

  private static func field(from reader: inout SectionReader) throws(LessonError) -> ScalarField {
    switch try reader.item("function") {
    case nil:
      throw reader.error(
        "\(reader.section.title) has no 'function'",
        help: "write function: himmelblau, or function: {expression: x^4 - 3*x^2 + x}")
    case .text(let name):
      return try name.choice(of: "function", from: ScalarField.all, naming: { $0.name })
    case .list(_, let location):
      throw reader.error("'function' wants one function, found a list", at: location)
    case .section(var section):
      let field = try self.field(ofFormula: &section)
      try section.finish()
      return field
    }
  }

  private static func field(
    ofFormula section: inout SectionReader
  ) throws(LessonError) -> ScalarField {
    let text = try section.requiredValue("expression")
    let expression = try Expression(located: text)
    let names = expression.variables.sorted()
    guard (1...2).contains(names.count) else {
      let found = names.isEmpty ? "none" : "\(names.count): \(names.joined(separator: ", "))"
      throw text.error("a function to be descended has one or two variables, and this has \(found)")
    }
    var domain = [try range("x", from: &section)]
    if names.count == 2 {
      domain.append(try range("y", from: &section))
    } else if section.has("y") {
      throw section.error("this function has one variable, '\(names[0])'", at: "y")
    }
    guard let field = ScalarField(expression, domain: domain) else {
      throw text.error("'\(text.text)' cannot be descended")
    }
    return field
  }

  private static func range(
    _ name: String, from section: inout SectionReader
  ) throws(LessonError) -> ClosedRange<Double> {
    let ends = try section.numbers(name, default: [-3, 3])
    guard ends.count == 2, ends[0] < ends[1] else {
      throw section.error(
        "'\(name)' wants two numbers, the smaller first", at: name, help: "for example [-3, 3]")
    }
    return ends[0]...ends[1]
  }

  /// Reads the starts: a list of numbers for each, or on a line single numbers.
  private static func starts(
    on field: ScalarField, from reader: inout SectionReader
  ) throws(LessonError) -> [[Double]] {
    let example = field.dimension == 1 ? "[-2, 0.5]" : "[[-1, 2], [3, 0]]"
    let items = try reader.items("starts")
    guard !items.isEmpty else {
      throw reader.error(
        "there is no point to start from", at: reader.has("starts") ? "starts" : "function",
        help: "write starts: \(example)")
    }
    guard items.count <= startLimit else {
      throw reader.error("\(items.count) starts; the limit is \(startLimit)", at: "starts")
    }
    var starts: [[Double]] = []
    for item in items {
      let start = try start(item)
      guard start.count == field.dimension else {
        throw reader.error(
          "a start of \(counted(start.count, "number")) on a function of "
            + counted(field.dimension, "variable"), at: item.location,
          help: "write starts: \(example)")
      }
      starts.append(start)
    }
    return starts
  }

  private static func start(_ item: SectionReader.Item) throws(LessonError) -> [Double] {
    switch item {
    case .text(let text): return [try text.number("a start", in: -1e6...1e6)]
    case .section(let section): throw section.error("a start wants numbers, found a section")
    case .list(let items, _):
      var numbers: [Double] = []
      for item in items { numbers += try start(item) }
      return numbers
    }
  }
}
