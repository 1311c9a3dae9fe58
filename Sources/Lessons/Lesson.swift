/// One lesson: its title, and the sections of its scenarios and figures, not yet given a meaning.
///
/// ```swift
/// let lesson = try Lesson(parsing: text, named: "lessons/xor/lesson.yaml", id: "xor")
/// ```
public struct Lesson: Sendable {
  /// The lesson's id: the name of its folder.
  public let id: String
  /// The title.
  public let title: LocalizedText
  /// What is trained, in file order; the name of a section is the scenario's id.
  public let scenarios: [Section]
  /// What is drawn, in file order; the name of a section is the figure's id.
  public let figures: [Section]

  /// The vocabulary of the top level of `lesson.yaml`.
  public static let fields: [Field] = [
    Field("title", .localizedText, isRequired: true, summary: "the lesson's title"),
    Field("scenarios", .sectionMap([]), summary: "what is trained, each under a name"),
    Field("figures", .sectionMap([]), summary: "what is drawn, each under a name"),
  ]

  /// Reads the text of a `lesson.yaml`.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The file's name, for errors.
  ///   - id: The name of the lesson's folder.
  ///   - languages: The codes that translations may have.
  /// - Throws: All mistakes in the grammar and at the top level. Those inside a scenario or a
  ///   figure are found by whoever reads that section.
  public init(
    parsing text: String, named file: String, id: String,
    languages: [String] = LocalizedText.knownLanguages
  ) throws(LessonErrors) {
    let reading = try Lesson.reading(SourceText(text, file: file), id: id, languages: languages)
    guard reading.errors.isEmpty else { throw LessonErrors(reading.errors) }
    self = reading.lesson
  }

  /// Reads the bytes of a `lesson.yaml`; like the text, and refuses what is not UTF-8.
  public init(
    parsing bytes: [UInt8], named file: String, id: String,
    languages: [String] = LocalizedText.knownLanguages
  ) throws(LessonErrors) {
    let source = try SourceText.decoding(bytes, file: file)
    let reading = try Lesson.reading(source, id: id, languages: languages)
    guard reading.errors.isEmpty else { throw LessonErrors(reading.errors) }
    self = reading.lesson
  }

  /// Reads as much as possible of a `lesson.yaml`, so that its sections can be checked although
  /// something at the top level is wrong.
  ///
  /// - Returns: The lesson with every section that is a section, and the mistakes at the top level.
  /// - Throws: The mistakes in the grammar, with which nothing can be read.
  public static func reading(
    _ source: SourceText, id: String, languages: [String] = LocalizedText.knownLanguages
  ) throws(LessonErrors) -> (lesson: Lesson, errors: [LessonError]) {
    var top = try TopLevel(
      of: source, title: "the lesson", fields: fields, languages: languages)
    let title = top.collect { reader throws(LessonError) in try reader.localizedText("title") }
    let scenarios = top.sections("scenarios", each: "scenario")
    let figures = top.sections("figures", each: "figure")
    top.finish()
    let lesson = Lesson(
      id: id, title: title ?? LocalizedText(id), scenarios: scenarios, figures: figures)
    return (lesson, LessonErrors(top.errors).errors)
  }

  private init(id: String, title: LocalizedText, scenarios: [Section], figures: [Section]) {
    self.id = id
    self.title = title
    self.scenarios = scenarios
    self.figures = figures
  }
}

/// Reads the top level of a file and goes on after a mistake.
struct TopLevel {
  private(set) var errors: [LessonError]
  private var reader: SectionReader

  init(of source: SourceText, title: String, fields: [Field], languages: [String])
    throws(LessonErrors)
  {
    let (root, repetitions) = try YAMLFile.contents(of: source)
    errors = repetitions
    let section = Section(
      name: title, title: title, location: root.location, value: root, source: source,
      languages: languages)
    reader = SectionReader(section, fields: fields)
  }

  /// What `read` gives; nil, and the error kept, if it throws.
  mutating func collect<T>(_ read: (inout SectionReader) throws(LessonError) -> T?) -> T? {
    do { return try read(&reader) } catch {
      errors.append(error)
      return nil
    }
  }

  /// Keeps an error found elsewhere.
  mutating func report(_ error: LessonError) { errors.append(error) }

  /// The named sections under field `name`, with their ids checked.
  mutating func sections(_ name: String, each title: String) -> [Section] {
    let readers = collect { reader throws(LessonError) in
      try reader.sections(name, each: title)
    }
    let sections = (readers ?? []).map { $0.section }
    let names = reader.entry(name).map { SectionReader.names(in: $0.value) } ?? []
    for name in names {
      do { try Identifier.check(name, of: title) } catch { errors.append(error) }
    }
    return sections
  }

  /// Refuses every field that was not taken.
  mutating func finish() {
    errors += reader.leftovers
  }
}
