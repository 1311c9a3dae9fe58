import Lessons

extension DataSpec {
  static let fields: [Field] =
    [
      Field(
        "shape", .choice(DatasetShape.all.map { $0.name }), summary: "name of a generated data set")
    ] + shapeFields + [
      Field(
        "seed", .integer(min: 0), summary: "seed of the rows and of their selection",
        defaultText: "the scenario's seed"),
      Field("file", .string, summary: "a CSV file in the lesson's folder, instead of 'shape'"),
      Field(
        "inputs", .list(of: .string), summary: "input columns of the file",
        defaultText: "all but the target"),
      Field("target", .string, summary: "column of the file with the class or the number"),
      Field(
        "task", .choice(["classification", "regression"]), summary: "what the target is",
        defaultText: "regression if it is numbers, not whole or more than 12 different ones"),
      Field(
        "standardize", .boolean,
        summary: "shift and scale each input of the file to mean 0 and standard deviation 1",
        defaultText: "false"),
      Field(
        "take", .integer(min: 1),
        summary: "keep so many rows; fewer are always among more, so that data sets are nested",
        defaultText: "all"),
      Field(
        "validation", .number(above: 0),
        summary: "rows to measure on, not to learn from: a number of rows, or a share such as 0.3"),
      Field(
        "features", .list(of: .string),
        summary: "formulas of the inputs, such as x1^2, that the model gets in their place"),
    ]

  /// One field for each name among the parameters of the shapes.
  private static let shapeFields: [Field] = {
    var fields: [Field] = []
    for parameter in DatasetShape.all.flatMap({ $0.parameters })
    where !fields.contains(where: { $0.name == parameter.name }) {
      let owners = DatasetShape.all.filter { shape in
        shape.parameters.contains { $0.name == parameter.name }
      }
      let summary =
        parameter.name == "noise"
        ? "amount of noise, in the sense of the shape"
        : owners.count > 1
          ? parameter.summary : "\(parameter.summary); for \(owners.map { $0.name }.joined())"
      let kind: Field.Kind = parameter.isInteger ? .integer(min: 1) : .number(min: 0)
      fields.append(Field(parameter.name, kind, summary: summary))
    }
    return fields
  }()

  init(
    from reader: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    guard let item = try reader.item("data") else {
      throw reader.error(
        "\(reader.section.title) has no 'data'", help: "write data: xor, or data: {shape: moons}")
    }
    places[.data] = item.location
    switch item {
    case .text(let name):
      self = .shape(try Self.shape(named: name))
      self.places = places
    case .section(var section):
      self.init(section.has("file") ? try Self.file(&section) : try Self.shape(&section))
      try decodeSelection(from: &section, places: &places)
      features = try Self.features(from: &section)
      try section.finish()
      self.places = places
      try check()
    case .list(_, let location):
      throw reader.error("'data' wants one data set, found a list", at: location)
    }
  }

  private static func shape(named name: LocatedText) throws(LessonError) -> DatasetShape {
    if name.text.lowercased().hasSuffix(".csv") {
      throw name.error(
        "no data set named '\(name.text)'",
        help: "for a file write data: {file: \(name.text), target: COLUMN}")
    }
    return try name.choice(of: "data set", from: DatasetShape.all, naming: { $0.name })
  }

  private mutating func decodeSelection(
    from section: inout SectionReader, places: inout ScenarioPlaces
  ) throws(LessonError) {
    seed = try section.optionalInteger("seed", in: 0 ... .max).map { UInt64($0) }
    places[.take] = section.location(of: "take")
    take = try section.optionalInteger("take")
    places[.validation] = section.location(of: "validation")
    guard let number = try section.optionalNumber("validation") else { return }
    if number < 1 {
      validation = .share(number)
    } else if let count = Int(exactly: number), count <= Self.validationLimit {
      validation = .rows(count)
    } else {
      throw section.error(
        "'validation' is \(NumberForm.text(number)); it must be a share below 1, or a whole number "
          + "of rows up to \(Self.validationLimit)", at: "validation")
    }
  }

  private static let validationLimit = 100_000

  /// Checks what is known without reading a file.
  private func check() throws(LessonError) {
    switch source {
    case .shape(let shape, let parameters):
      try checkCounts(of: Int(shape.completed(parameters)["rows"] ?? 0), in: shape.name)
      _ = try featureMap(rawInputNames: shape.inputNames)
    case .given(let dataset): try checkCounts(of: dataset.rowCount, in: dataset.name)
    case .file: break
    }
  }

  private static func shape(_ section: inout SectionReader) throws(LessonError) -> Source {
    guard let name = try section.value("shape") else {
      throw section.error(
        "data has neither a 'shape' nor a 'file'",
        help: "shapes: \(DatasetShape.all.map { $0.name }.joined(separator: ", "))")
    }
    let shape = try shape(named: name)
    for field in shapeFields where section.has(field.name) {
      guard shape.parameters.contains(where: { $0.name == field.name }) else {
        let known =
          shape.parameters.map { $0.name } + ["seed", "take", "validation", "features"]
        throw section.error(
          "\(shape) has no '\(field.name)'", at: field.name,
          help: "it has: \(known.joined(separator: ", "))")
      }
    }
    var values: [String: Double] = [:]
    for parameter in shape.parameters where section.has(parameter.name) {
      let range = parameter.range
      values[parameter.name] =
        parameter.isInteger
        ? Double(
          try section.integer(parameter.name, in: Int(range.lowerBound)...Int(range.upperBound)))
        : try section.number(parameter.name, in: range)
    }
    return .shape(shape, parameters: values)
  }

  private static func file(_ section: inout SectionReader) throws(LessonError) -> Source {
    let path = try section.requiredValue("file")
    if section.has("shape") {
      throw section.error("data is either a 'shape' or a 'file'", at: "shape")
    }
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    if path.text.hasPrefix("/") || path.text.contains("\\") || parts.contains("..") {
      throw path.error("'\(path.text)' is not a file in the lesson's own folder")
    }
    let inputs = try section.values("inputs")
    let target = try section.requiredValue("target")
    let kind = try section.optionalChoice(
      "task", of: "task", from: [CSVSpec.Target.classification, .regression],
      naming: { $0.rawValue })
    return .file(
      CSVSpec(
        path: path, inputs: inputs, target: target, kind: kind ?? .automatic,
        isStandardized: try section.boolean("standardize", default: false)))
  }
}
