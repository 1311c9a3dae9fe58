/// A named part of a lesson file: a mapping, or one scalar as a shorthand.
public struct Section: Sendable {
  /// The name: a scenario's or a figure's id, or the field a nested section stands under.
  public let name: String
  /// Where the name stands.
  public let location: SourceLocation
  /// How errors call this section: `scenario 'xor'`, or `train`.
  public let title: String
  let value: Value
  let source: SourceText
  let languages: [String]

  init(
    name: String, title: String, location: SourceLocation, value: Value, source: SourceText,
    languages: [String]
  ) {
    self.name = name
    self.title = title
    self.location = location
    self.value = value
    self.source = source
    self.languages = languages
  }

  /// The scalar that stands where a mapping could, such as `xor: default`; nil for a mapping.
  public var shorthand: LocatedText? {
    if case .text(let text) = value.content, !text.isEmpty { text } else { nil }
  }

  /// The names of the fields that are present, in file order.
  public var fieldNames: [LocatedText] { entries.map { $0.name } }

  /// The same section as if some fields had not been written.
  public func without(_ fields: [String]) -> Section {
    let kept = entries.filter { !fields.contains($0.name.text) }
    guard kept.count < entries.count else { return self }
    return Section(
      name: name, title: title, location: location,
      value: Value(content: .section(kept), location: value.location), source: source,
      languages: languages)
  }

  /// The name and everything the section holds, free of comments, spaces and places: equal for sections
  /// that mean the same.
  public var canonicalText: String { name + ": " + value.canonicalText }

  /// Reads the whole section as a `T`, and refuses what is left over.
  ///
  /// - Throws: The first `LessonError` in the section.
  public func decode<T: SectionDecodable>(as type: T.Type = T.self) throws(LessonError) -> T {
    var reader = SectionReader(self, fields: T.fields)
    let result = try T(from: &reader)
    try reader.finish()
    return result
  }

  /// An error at the section's name.
  public func error(_ message: String, help: String? = nil) -> LessonError {
    source.error(message, at: location, help: help)
  }

  var entries: [Value.Entry] {
    if case .section(let entries) = value.content { entries } else { [] }
  }
}

/// A type that can be read from a section of a lesson file, and knows that section's vocabulary.
public protocol SectionDecodable: Sendable {
  /// The words of the section, in the order a guide lists them.
  static var fields: [Field] { get }
  /// Takes the fields it knows from `reader`.
  ///
  /// - Throws: The first `LessonError` in the section.
  init(from reader: inout SectionReader) throws(LessonError)
}
