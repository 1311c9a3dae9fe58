/// Writes the JSON schemas (draft-07) with which editors check and complete lesson files.
///
/// The schema says no more than the parser does, as far as that can be said: what it refuses, the
/// parser refuses too. The text is the same for the same vocabulary, key by key.
public enum JSONSchema {
  /// The kind of a figure as the schema needs it.
  public typealias FigureKind = (kind: String, summary: String, fields: [Field])

  /// The schema of `lesson.yaml`.
  ///
  /// - Parameters:
  ///   - scenario: The vocabulary of a scenario.
  ///   - figureCommon: The vocabulary of every figure, with or without `kind`.
  ///   - figureKinds: The kinds of figures, each with the fields of its own.
  ///   - languages: The codes that translations may have.
  /// - Returns: The schema as JSON, with a line break at its end.
  public static func lesson(
    scenario: [Field], figureCommon: [Field], figureKinds: [FigureKind],
    languages: [String] = LocalizedText.knownLanguages
  ) -> String {
    let writer = SchemaWriter(languages: languages)
    let contents: [String: JSONText] = [
      "scenarios": named(writer.section(scenario)),
      "figures": named(figure(common: figureCommon, kinds: figureKinds, with: writer)),
    ]
    let properties = Lesson.fields.map { field in
      var schema = writer.property(field)
      if let content = contents[field.name] {
        schema = .object([("description", .string(field.summary))] + content.members)
      }
      return (field.name, schema)
    }
    return document(
      title: "lesson.yaml", properties: properties, required: writer.required(Lesson.fields))
  }

  /// The schema of `course.yaml`.
  ///
  /// - Parameters:
  ///   - themes: The names of the themes; if there are none, any name is allowed.
  ///   - languages: The codes of the languages.
  /// - Returns: The schema as JSON, with a line break at its end.
  public static func course(
    themes: [String] = [], languages: [String] = LocalizedText.knownLanguages
  ) -> String {
    let writer = SchemaWriter(languages: languages)
    let fields = Course.fields(languages: languages, themes: themes)
    let properties = fields.map { field in
      switch field.name {
      case "lessons": (field.name, writer.described(field, by: lessonList))
      case "languages": (field.name, writer.described(field, by: languageList(languages)))
      case "terms": (field.name, writer.described(field, by: terms(with: writer)))
      default: (field.name, writer.property(field))
      }
    }
    return document(
      title: "course.yaml", properties: properties, required: writer.required(fields))
  }

  /// The schema of one section: a fragment that can stand inside another schema.
  public static func section(
    _ fields: [Field], languages: [String] = LocalizedText.knownLanguages
  ) -> String {
    SchemaWriter(languages: languages).section(fields).text
  }

  private static func document(
    title: String, properties: [(String, JSONText)], required: [String]
  ) -> String {
    JSONText.object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string(title)),
      ("type", .string("object")),
      ("properties", .object(properties)),
      ("required", .strings(required)),
      ("additionalProperties", .boolean(false)),
    ]).text + "\n"
  }

  private static var identifier: JSONText {
    .object([("type", .string("string")), ("pattern", .string(Identifier.pattern))])
  }

  private static var lessonList: JSONText {
    .object([
      (
        "anyOf",
        .array([
          identifier,
          .object([
            ("type", .string("array")), ("items", identifier), ("uniqueItems", .boolean(true)),
          ]),
        ])
      )
    ])
  }

  /// The languages of the program, and those that a course brings the words of.
  private static func languageList(_ known: [String]) -> JSONText {
    let code = JSONText.object([
      (
        "anyOf",
        .array([
          .object([("enum", .strings(known))]),
          .object([("type", .string("string")), ("pattern", .string(LanguageFile.pattern))]),
        ])
      )
    ])
    return .object([
      ("anyOf", .array([code, .object([("type", .string("array")), ("items", code)])]))
    ])
  }

  private static func terms(with writer: SchemaWriter) -> JSONText {
    .object([
      ("type", .string("object")), ("additionalProperties", writer.kind(.localizedText)),
    ])
  }

  /// A mapping from ids to what `content` describes.
  private static func named(_ content: JSONText) -> JSONText {
    .object([
      ("type", .string("object")),
      ("propertyNames", .object([("pattern", .string(Identifier.pattern))])),
      ("additionalProperties", content),
    ])
  }

  private static func figure(
    common: [Field], kinds: [FigureKind], with writer: SchemaWriter
  ) -> JSONText {
    let shared = common.filter { $0.name != "kind" }
    let names = JSONText.object([
      ("description", .string("what is drawn")), ("enum", .strings(kinds.map { $0.kind })),
    ])
    let branches = kinds.map { kind in
      let fields = shared + kind.fields
      let condition = JSONText.object([
        ("properties", .object([("kind", .object([("const", .string(kind.kind))]))])),
        ("required", .strings(["kind"])),
      ])
      let properties =
        [("kind", JSONText.object([("description", .string(kind.summary))]))]
        + fields.map { ($0.name, writer.property($0)) }
      let content = JSONText.object([
        ("properties", .object(properties)),
        ("required", .strings(writer.required(fields))),
        ("additionalProperties", .boolean(false)),
      ])
      return JSONText.object([("if", condition), ("then", content)])
    }
    return .object([
      ("type", .string("object")), ("properties", .object([("kind", names)])),
      ("required", .strings(["kind"])), ("allOf", .array(branches)),
    ])
  }
}
