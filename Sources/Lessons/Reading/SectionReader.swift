import Wording

/// Takes the fields of one section, each by its owner, and refuses what nobody took.
///
/// ```swift
/// var reader = SectionReader(section, fields: TrainingSpec.fields)
/// let epochs = try reader.integer("epochs", in: 0...100_000)
/// let rate = try reader.number("rate", default: 0.1)
/// try reader.finish()
/// ```
/// Every name taken must be declared in `fields`; anything else is a programming error and traps.
/// Limits not given to a call are those of the declaration.
public struct SectionReader: Sendable {
  /// The section that is read.
  public let section: Section
  /// The declared vocabulary.
  public let fields: [Field]
  private var taken: Set<String> = []
  private var acceptsShorthand = false

  /// Begins to read `section`, which may hold `fields` and nothing else.
  public init(_ section: Section, fields: [Field]) {
    self.section = section
    self.fields = fields
  }

  /// The name of the section.
  public var name: String { section.name }

  /// Whether the field is present; taking it throws if it has no value.
  public func has(_ name: String) -> Bool { entry(name) != nil }

  /// Where the value of field `name` begins; the section's name if it is absent.
  public func location(of name: String) -> SourceLocation {
    guard let entry = entry(name) else { return section.location }
    return entry.value.isEmpty ? entry.name.location : entry.value.location
  }

  /// The scalar written in place of a section, if the owner accepts that; nil for a section.
  public mutating func shorthand() -> LocatedText? {
    acceptsShorthand = true
    return section.shorthand
  }

  /// An error at the value of field `name`; at the section's name if it is absent.
  public func error(_ message: String, at name: String, help: String? = nil) -> LessonError {
    section.source.error(message, at: location(of: name), help: help)
  }

  /// An error at `location`, which must be in this section's file.
  public func error(_ message: String, at location: SourceLocation, help: String? = nil)
    -> LessonError
  {
    section.source.error(message, at: location, help: help)
  }

  /// An error at the section's name.
  public func error(_ message: String, help: String? = nil) -> LessonError {
    section.error(message, help: help)
  }

  /// Ends the reading of this section.
  ///
  /// - Throws: A `LessonError` at the first field that is unknown, or that is known but was not
  ///   taken because another field rules it out.
  public mutating func finish() throws(LessonError) {
    try checkForm()
    if let error = leftovers.first { throw error }
  }

  /// An error for every field that was not taken, in file order.
  var leftovers: [LessonError] {
    section.entries.filter { !taken.contains($0.name.text) }.map { entry in
      fields.contains { $0.name == entry.name.text }
        ? entry.name.error("'\(entry.name.text)' does not apply in \(section.title)")
        : unknown(entry.name)
    }
  }

  /// The value of field `name`, marked as taken; nil if it is absent or empty.
  mutating func take(_ name: String) throws(LessonError) -> Value? {
    precondition(
      fields.contains { $0.name == name },
      "'\(name)' is not among the fields of \(section.title): \(fields.map { $0.name })")
    taken.insert(name)
    try checkForm()
    guard let entry = entry(name) else { return nil }
    guard !entry.value.isEmpty else {
      throw entry.name.error(
        "'\(name)' has no value", help: "'\(name)' wants \(kind(of: name).wanted)")
    }
    return entry.value
  }

  /// The error for a required field that is not there.
  func missing(_ name: String) -> LessonError {
    // A misspelt field is the likelier mistake, and names the line to mend.
    for entry in section.entries where !fields.contains(where: { $0.name == entry.name.text }) {
      if NearestWord.find(entry.name.text, among: [name]) != nil { return unknown(entry.name) }
    }
    let field = fields.first { $0.name == name }
    return section.error(
      "\(section.title) has no '\(name)'",
      help: field.map { "\(name): \($0.summary)" })
  }

  /// The declared kind of field `name`.
  func kind(of name: String) -> Field.Kind {
    fields.first { $0.name == name }?.kind ?? .string
  }

  /// A reader for a section below field `field` of this one.
  func nested(
    _ value: Value, under field: String, name: String, title: String, at location: SourceLocation
  ) -> SectionReader {
    let inner = Section(
      name: name, title: title, location: location, value: value, source: section.source,
      languages: section.languages)
    return SectionReader(inner, fields: kind(of: field).sectionFields ?? [])
  }

  func entry(_ name: String) -> Value.Entry? {
    section.entries.first { $0.name.text == name }
  }

  private func checkForm() throws(LessonError) {
    switch section.value.content {
    case .section: return
    case .text(let text) where text.isEmpty: return
    case .text where acceptsShorthand: return
    case .text(let text):
      throw text.error(
        "\(section.title) wants a section, found \(section.value.description)",
        help: Typography.help(for: text.text) ?? knownFields)
    case .list:
      throw section.source.error(
        "\(section.title) wants a section, found \(section.value.description)",
        at: section.value.location, help: knownFields)
    }
  }

  private func unknown(_ name: LocatedText) -> LessonError {
    let known = fields.map { $0.name }
    let shown = "unknown field '\(Printable.short(name.text))' in \(section.title)"
    if let help = Typography.help(forName: name.text) { return name.error(shown, help: help) }
    if Numeral.number(name.text) != nil {
      return name.error(shown, help: "a number has no ',' in it, and a text with ',' wants quotes")
    }
    guard let near = NearestWord.find(name.text, among: known) else {
      return name.error(shown, help: knownFields)
    }
    return name.error("\(shown); did you mean '\(near)'?")
  }

  private var knownFields: String {
    fields.isEmpty
      ? "\(section.title) has no fields"
      : "known fields: \(fields.map { $0.name }.joined(separator: ", "))"
  }
}
