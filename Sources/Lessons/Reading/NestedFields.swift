extension SectionReader {
  /// A value that may be written in more than one form.
  public enum Item: Sendable {
    /// A scalar, such as `2 tanh`.
    case text(LocatedText)
    /// A section, such as `{units: 2, activation: tanh}`; its owner ends it with `finish()`.
    case section(SectionReader)
    /// A list, with the place where it begins.
    case list([Item], SourceLocation)

    /// Where the item begins.
    public var location: SourceLocation {
      switch self {
      case .text(let text): text.location
      case .section(let reader): reader.section.location
      case .list(_, let location): location
      }
    }
  }

  /// The value of field `name` in whichever form it has; nil if the field is absent.
  ///
  /// - Throws: A `LessonError` for a section where the declaration allows none.
  public mutating func item(_ name: String) throws(LessonError) -> Item? {
    guard let value = try take(name) else { return nil }
    return try item(value, of: name, title: name, at: entry(name)?.name.location)
  }

  /// The items of field `name`, each in its own form; a single value counts as a list of one.
  ///
  /// Empty if the field is absent, or holds an empty list.
  public mutating func items(_ name: String) throws(LessonError) -> [Item] {
    var items: [Item] = []
    for (index, labeled) in try labeledItems(name).enumerated() {
      let (value, what) = labeled
      guard !value.isEmpty else {
        throw section.source.error("\(what) has no value", at: value.location)
      }
      let title = "item \(index + 1) of \(name)"
      items.append(try item(value, of: name, title: title, at: value.location))
    }
    return items
  }

  /// A reader for the section under field `name`; nil if the field is absent.
  ///
  /// The caller ends it with `finish()`, or uses `decode(_:as:)`.
  /// - Throws: A `LessonError` if a scalar or a list stands there.
  public mutating func section(_ name: String) throws(LessonError) -> SectionReader? {
    guard let value = try take(name) else { return nil }
    guard case .section = value.content else {
      throw illTyped(value, "'\(name)'", wants: kind(of: name).wanted)
    }
    return nested(
      value, under: name, name: name, title: name, at: entry(name)?.name.location ?? value.location)
  }

  /// Readers for the named sections under field `name`, in file order; empty if it is absent.
  ///
  /// The name of each is that of its reader. What they hold is checked when it is read. `title` is
  /// how errors call one of them, before its name: `scenario`.
  public mutating func sections(_ name: String, each title: String) throws(LessonError)
    -> [SectionReader]
  {
    guard let value = try take(name) else { return [] }
    guard case .section(let entries) = value.content else {
      throw illTyped(value, "'\(name)'", wants: kind(of: name).wanted)
    }
    return entries.map { entry in
      nested(
        entry.value, under: name, name: entry.name.text,
        title: "\(title) '\(Printable.short(entry.name.text))'", at: entry.name.location)
    }
  }

  /// The section under field `name`, read as a whole; nil if the field is absent.
  public mutating func decode<T: SectionDecodable>(_ name: String, as type: T.Type = T.self)
    throws(LessonError) -> T?
  {
    try section(name)?.section.decode(as: type)
  }

  /// A text, or a text for each language, of a required field.
  public mutating func localizedText(_ name: String) throws(LessonError) -> LocalizedText {
    guard let text = try optionalLocalizedText(name) else { throw missing(name) }
    return text
  }

  /// A text, or a text for each language; nil if the field is absent.
  ///
  /// - Throws: A `LessonError` for an unknown language, or a translation that is not a text.
  public mutating func optionalLocalizedText(_ name: String) throws(LessonError)
    -> LocalizedText?
  {
    guard let value = try take(name) else { return nil }
    return try localized(value, "'\(name)'")
  }

  /// The names in a section that has named sections in it; none for anything else.
  static func names(in value: Value) -> [LocatedText] {
    if case .section(let entries) = value.content { entries.map { $0.name } } else { [] }
  }

  /// Every entry of this section as a text, whatever its name.
  func localizedEntries() throws(LessonError) -> [(name: LocatedText, text: LocalizedText)] {
    var texts: [(name: LocatedText, text: LocalizedText)] = []
    for entry in section.entries {
      texts.append((entry.name, try localized(entry.value, "'\(entry.name.text)'")))
    }
    return texts
  }

  /// Every entry of this section as a text in one language, whatever its name.
  func textEntries() throws(LessonError) -> [(name: LocatedText, text: LocatedText)] {
    var texts: [(name: LocatedText, text: LocatedText)] = []
    for entry in section.entries {
      let text = try scalar(
        entry.value, "'\(entry.name.text)'", wants: Field.Kind.string.wanted)
      texts.append((entry.name, text))
    }
    return texts
  }

  private func localized(_ value: Value, _ what: String) throws(LessonError) -> LocalizedText {
    guard case .section(let entries) = value.content else {
      return LocalizedText(
        try scalar(value, what, wants: Field.Kind.localizedText.wanted).text)
    }
    return try translations(entries, of: what)
  }

  private func translations(_ entries: [Value.Entry], of what: String) throws(LessonError)
    -> LocalizedText
  {
    var translations: [String: String] = [:]
    for entry in entries {
      let language = entry.name.text
      guard section.languages.contains(language) else {
        let name = entry.name
        guard name.text.contains(" ") else {
          throw name.unknown("language", among: section.languages)
        }
        throw name.error(
          "no language named '\(Printable.short(name.text))'",
          help: "put a text with ',' or ':' in quotes")
      }
      let what = "\(what) in \(language)"
      let text = try scalar(entry.value, what, wants: "a text")
      guard !text.isEmpty else { throw entry.name.error("\(what) has no value") }
      translations[language] = text.text
    }
    return LocalizedText(translations)
  }

  private func item(
    _ value: Value, of name: String, title: String, at location: SourceLocation?
  ) throws(LessonError) -> Item {
    switch value.content {
    case .text(let text): return .text(text)
    case .section:
      guard kind(of: name).sectionFields != nil else {
        throw illTyped(value, "'\(name)'", wants: kind(of: name).wanted)
      }
      return .section(
        nested(value, under: name, name: name, title: title, at: location ?? value.location))
    case .list(let values):
      var items: [Item] = []
      for value in values {
        items.append(try item(value, of: name, title: title, at: value.location))
      }
      return .list(items, value.location)
    }
  }
}
