/// Turns declared fields into the pieces of a JSON schema.
struct SchemaWriter {
  let languages: [String]

  /// The names of the required fields.
  func required(_ fields: [Field]) -> [String] {
    fields.filter { $0.isRequired }.map { $0.name }
  }

  /// A mapping with these fields and no others.
  func section(_ fields: [Field]) -> JSONText {
    .object([
      ("type", .string("object")),
      ("properties", .object(fields.map { ($0.name, property($0)) })),
      ("required", .strings(required(fields))),
      ("additionalProperties", .boolean(false)),
    ])
  }

  /// A mapping with at least these fields.
  private func openSection(_ fields: [Field]) -> JSONText {
    .object([
      ("type", .string("object")),
      ("properties", .object(fields.map { ($0.name, property($0)) })),
      ("required", .strings(required(fields))),
    ])
  }

  /// The schema of one field, with its summary and its default.
  func property(_ field: Field) -> JSONText { described(field, by: kind(field.kind)) }

  /// `schema` with the summary and the default of `field`.
  func described(_ field: Field, by schema: JSONText) -> JSONText {
    var members: [(String, JSONText)] = [("description", .string(field.summary))]
    members += schema.members
    if let text = field.defaultText { members.append(("default", value(text, of: field.kind))) }
    return .object(members)
  }

  func kind(_ kind: Field.Kind) -> JSONText {
    switch kind {
    // A plain number or `true` is a text too where the parser wants a text.
    case .string: .object([("type", .strings(["string", "number", "boolean"]))])
    case .integer(let min, let max):
      .object(
        [("type", .string("integer"))]
          + bound("minimum", min.map { String($0) }) + bound("maximum", max.map { String($0) }))
    case .number(let min, let max, let above):
      .object(
        [("type", .string("number"))]
          + bound("minimum", min.map(Numeral.text)) + bound("maximum", max.map(Numeral.text))
          + bound("exclusiveMinimum", above.map(Numeral.text)))
    case .boolean: .object([("type", .string("boolean"))])
    case .localizedText: localizedText
    case .list(let item): list(of: self.kind(item))
    case .choice(let words): .object([("enum", .strings(words))])
    case .section(let fields): section(fields)
    case .sectionMap(let fields):
      .object([("type", .string("object")), ("additionalProperties", section(fields))])
    case .openSectionMap(let fields):
      .object([
        ("type", .string("object")), ("additionalProperties", openSection(fields)),
      ])
    case .map(let value):
      .object([("type", .string("object")), ("additionalProperties", self.kind(value))])
    // Not `oneOf`, which refuses a value that two of the forms allow.
    case .oneOf(let kinds): .object([("anyOf", .array(kinds.map { self.kind($0) }))])
    }
  }

  /// A list, or one item in its place.
  private func list(of item: JSONText) -> JSONText {
    .object([
      ("anyOf", .array([item, .object([("type", .string("array")), ("items", item)])]))
    ])
  }

  private var localizedText: JSONText {
    let text = kind(.string)
    let translations = JSONText.object([
      ("type", .string("object")),
      ("properties", .object(languages.map { ($0, text) })),
      // A course may bring the words of more languages.
      ("patternProperties", .object([(LanguageFile.pattern, text)])),
      ("additionalProperties", .boolean(false)),
    ])
    return .object([("anyOf", .array([text, translations]))])
  }

  private func bound(_ key: String, _ number: String?) -> [(String, JSONText)] {
    number.map { [(key, .number($0))] } ?? []
  }

  private func value(_ text: String, of kind: Field.Kind) -> JSONText {
    if text == "true" || text == "false" { return .boolean(text == "true") }
    if text.hasPrefix("["), text.hasSuffix("]") {
      let items = text.dropFirst().dropLast().split(separator: ",")
      return .array(items.map { value(String($0.drop { $0 == " " }), of: kind) })
    }
    if Numeral.number(text) != nil, text.first?.isNumber == true || text.first == "-" {
      return .number(Numeral.number(text).map(Numeral.text) ?? text)
    }
    return .string(text)
  }
}
