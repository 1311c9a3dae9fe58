import JSON

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
    let contents: [String: JSONValue] = [
      "scenarios": named(writer.section(scenario)),
      "figures": named(figure(common: figureCommon, kinds: figureKinds, with: writer)),
    ]
    let properties = Lesson.fields.map { field in
      var schema = writer.property(field)
      if let content = contents[field.name] {
        let summary = JSONValue.Member("description", .string(field.summary))
        schema = .object([summary] + content.members)
      }
      return JSONValue.Member(field.name, schema)
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
      let schema =
        switch field.name {
        case "lessons": writer.described(field, by: lessonList)
        case "languages": writer.described(field, by: languageList(languages))
        case "terms": writer.described(field, by: terms(with: writer))
        default: writer.property(field)
        }
      return JSONValue.Member(field.name, schema)
    }
    return document(
      title: "course.yaml", properties: properties, required: writer.required(fields))
  }

  /// The schema of one section: a fragment that can stand inside another schema.
  public static func section(
    _ fields: [Field], languages: [String] = LocalizedText.knownLanguages
  ) -> String {
    SchemaWriter(languages: languages).section(fields).text(.indented)
  }

  private static func document(
    title: String, properties: [JSONValue.Member], required: [String]
  ) -> String {
    let schema: JSONValue = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": .string(title),
      "type": "object",
      "properties": .object(properties),
      "required": .strings(required),
      "additionalProperties": false,
    ]
    return schema.text(.indented) + "\n"
  }

  private static var identifier: JSONValue {
    ["type": "string", "pattern": .string(Identifier.pattern)]
  }

  private static var lessonList: JSONValue {
    ["anyOf": [identifier, ["type": "array", "items": identifier, "uniqueItems": true]]]
  }

  /// The languages of the program, and those that a course brings the words of.
  private static func languageList(_ known: [String]) -> JSONValue {
    let code: JSONValue = [
      "anyOf": [
        ["enum": .strings(known)],
        ["type": "string", "pattern": .string(LanguageFile.pattern)],
      ]
    ]
    return ["anyOf": [code, ["type": "array", "items": code]]]
  }

  private static func terms(with writer: SchemaWriter) -> JSONValue {
    ["type": "object", "additionalProperties": writer.kind(.localizedText)]
  }

  /// A mapping from ids to what `content` describes.
  private static func named(_ content: JSONValue) -> JSONValue {
    [
      "type": "object",
      "propertyNames": ["pattern": .string(Identifier.pattern)],
      "additionalProperties": content,
    ]
  }

  private static func figure(
    common: [Field], kinds: [FigureKind], with writer: SchemaWriter
  ) -> JSONValue {
    let shared = common.filter { $0.name != "kind" }
    let names: JSONValue = [
      "description": "what is drawn", "enum": .strings(kinds.map { $0.kind }),
    ]
    let branches = kinds.map { kind -> JSONValue in
      let fields = shared + kind.fields
      let condition: JSONValue = [
        "properties": ["kind": ["const": .string(kind.kind)]], "required": ["kind"],
      ]
      let summary = JSONValue.Member("kind", ["description": .string(kind.summary)])
      let properties = [summary] + fields.map { JSONValue.Member($0.name, writer.property($0)) }
      let content: JSONValue = [
        "properties": .object(properties),
        "required": .strings(writer.required(fields)),
        "additionalProperties": false,
      ]
      return ["if": condition, "then": content]
    }
    return [
      "type": "object", "properties": ["kind": names], "required": ["kind"],
      "allOf": .array(branches),
    ]
  }
}
