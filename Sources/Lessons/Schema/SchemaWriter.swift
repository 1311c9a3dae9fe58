import JSON

/// Turns declared fields into the pieces of a JSON schema.
struct SchemaWriter {
  let languages: [String]

  /// The names of the required fields.
  func required(_ fields: [Field]) -> [String] {
    fields.filter { $0.isRequired }.map { $0.name }
  }

  /// A mapping with these fields and no others.
  func section(_ fields: [Field]) -> JSONValue { section(fields, isOpen: false) }

  /// A mapping with these fields, or with at least these.
  private func section(_ fields: [Field], isOpen: Bool) -> JSONValue {
    [
      "type": "object",
      "properties": .object(fields.map { JSONValue.Member($0.name, property($0)) }),
      "required": .strings(required(fields)),
      "additionalProperties": isOpen ? nil : false,
    ]
  }

  /// The schema of one field, with its summary and its default.
  func property(_ field: Field) -> JSONValue { described(field, by: kind(field.kind)) }

  /// `schema` with the summary and the default of `field`.
  func described(_ field: Field, by schema: JSONValue) -> JSONValue {
    var members = [JSONValue.Member("description", .string(field.summary))] + schema.members
    if let text = field.defaultText {
      members.append(JSONValue.Member("default", value(text, of: field.kind)))
    }
    return .object(members)
  }

  func kind(_ kind: Field.Kind) -> JSONValue {
    switch kind {
    // A plain number or `true` is a text too where the parser wants a text.
    case .string: ["type": ["string", "number", "boolean"]]
    case .integer(let min, let max):
      [
        "type": "integer", "minimum": min.map { .number($0) }, "maximum": max.map { .number($0) },
      ]
    case .number(let min, let max, let above):
      [
        "type": "number", "minimum": min.map { .number($0) }, "maximum": max.map { .number($0) },
        "exclusiveMinimum": above.map { .number($0) },
      ]
    case .boolean: ["type": "boolean"]
    case .localizedText: localizedText
    case .list(let item): list(of: self.kind(item))
    case .choice(let words): ["enum": .strings(words)]
    case .section(let fields): section(fields)
    case .sectionMap(let fields): ["type": "object", "additionalProperties": section(fields)]
    case .openSectionMap(let fields):
      ["type": "object", "additionalProperties": section(fields, isOpen: true)]
    case .map(let value): ["type": "object", "additionalProperties": self.kind(value)]
    // Not `oneOf`, which refuses a value that two of the forms allow.
    case .oneOf(let kinds): ["anyOf": .array(kinds.map { self.kind($0) })]
    }
  }

  /// A list, or one item in its place.
  private func list(of item: JSONValue) -> JSONValue {
    ["anyOf": [item, ["type": "array", "items": item]]]
  }

  private var localizedText: JSONValue {
    let text = kind(.string)
    let translations: JSONValue = [
      "type": "object",
      "properties": .object(languages.map { JSONValue.Member($0, text) }),
      // A course may bring the words of more languages.
      "patternProperties": .object([JSONValue.Member(LanguageFile.pattern, text)]),
      "additionalProperties": false,
    ]
    return ["anyOf": [text, translations]]
  }

  private func value(_ text: String, of kind: Field.Kind) -> JSONValue {
    if text == "true" || text == "false" { return .boolean(text == "true") }
    if text.hasPrefix("["), text.hasSuffix("]") {
      let items = text.dropFirst().dropLast().split(separator: ",")
      return .array(items.map { value(String($0.drop { $0 == " " }), of: kind) })
    }
    if let number = Numeral.number(text), text.first?.isNumber == true || text.first == "-" {
      return .number(number)
    }
    return .string(text)
  }
}
