/// A course: the lessons in their order, and what they have in common.
public struct Course: Sendable {
  /// A word of the figures as this course says it.
  public struct Term: Equatable, Sendable {
    /// The word's name in the string table.
    public let name: LocatedText
    /// The course's own wording.
    public let wording: LocalizedText
  }

  /// The title.
  public let title: LocalizedText
  /// The codes of the languages it is built in, in order.
  public let languages: [String]
  /// The ids of the lessons, in order, and where they are named.
  public let lessonNames: [LocatedText]
  /// The name of the theme its figures are drawn in, where it is named; nil for the default one.
  public let themeName: LocatedText?
  /// The name of the theme of figures on dark pages, where there is to be one.
  public let darkName: LocatedText?
  /// Words of the figures that the course says in its own way, in file order.
  public let terms: [Term]

  /// The theme of a course that names none.
  public static let defaultTheme = "paper"

  /// The ids of the lessons, in order; each the name of a folder beside `course.yaml`.
  public var lessons: [String] { lessonNames.map { $0.text } }

  /// The name of the theme; whether there is such a theme is not known here.
  public var theme: String { themeName?.text ?? Course.defaultTheme }

  /// The vocabulary of `course.yaml`.
  public static let fields: [Field] = fields(
    languages: LocalizedText.knownLanguages, themes: [])

  /// The vocabulary of `course.yaml` with the languages and the themes there are.
  static func fields(languages: [String], themes: [String]) -> [Field] {
    [
      Field("title", .localizedText, isRequired: true, summary: "the course's title"),
      Field(
        "languages", .list(of: .choice(languages)),
        summary: "the languages to build, by their codes",
        defaultText: "[\(languages.joined(separator: ", "))]"),
      Field(
        "lessons", .list(of: .string), isRequired: true,
        summary: "the lessons in order, each the name of a folder beside course.yaml"),
      Field(
        "theme", themes.isEmpty ? .string : .choice(themes),
        summary: "how the figures look", defaultText: defaultTheme),
      Field(
        "dark", themes.isEmpty ? .string : .choice(themes),
        summary: "how the figures look on dark pages: drawn once more, as SVG"),
      Field(
        "terms", .sectionMap(languages.map { Field($0, .string, summary: "the word in \($0)") }),
        summary: "words of the figures that this course says in its own way"),
    ]
  }

  /// Reads the text of a `course.yaml`.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: The file's name, for errors.
  ///   - knownLanguages: The codes of the languages there are.
  /// - Throws: All mistakes in the file.
  public init(
    parsing text: String, named file: String,
    knownLanguages: [String] = LocalizedText.knownLanguages
  ) throws(LessonErrors) {
    try self.init(SourceText(text, file: file), knownLanguages: knownLanguages)
  }

  /// Reads the bytes of a `course.yaml`; like the text, and refuses what is not UTF-8.
  public init(
    parsing bytes: [UInt8], named file: String,
    knownLanguages: [String] = LocalizedText.knownLanguages
  ) throws(LessonErrors) {
    try self.init(SourceText.decoding(bytes, file: file), knownLanguages: knownLanguages)
  }

  private init(_ source: SourceText, knownLanguages: [String]) throws(LessonErrors) {
    var top = try TopLevel(
      of: source, title: "the course", fields: Course.fields, languages: knownLanguages)
    let title = top.collect { reader throws(LessonError) in try reader.localizedText("title") }
    let languages = top.collect { reader throws(LessonError) in
      try Course.languages(from: &reader, known: knownLanguages)
    }
    let lessons = top.collect { reader throws(LessonError) in
      try reader.requiredValues("lessons")
    }
    let theme = top.collect { reader throws(LessonError) in try reader.value("theme") }
    let dark = top.collect { reader throws(LessonError) in try reader.value("dark") }
    let terms = top.collect { reader throws(LessonError) in try Course.terms(from: &reader) }
    top.finish()
    for error in Course.mistakes(in: lessons ?? []) { top.report(error) }
    guard top.errors.isEmpty, let title, let lessons else { throw LessonErrors(top.errors) }
    self.title = title
    self.languages = languages ?? knownLanguages
    lessonNames = lessons
    themeName = theme
    darkName = dark
    self.terms = terms ?? []
  }

  private static func languages(from reader: inout SectionReader, known: [String])
    throws(LessonError) -> [String]?
  {
    let texts = try reader.values("languages")
    guard reader.has("languages") else { return nil }
    var codes: [String] = []
    for text in texts {
      let code = try text.choice(of: "language", from: known, naming: { $0 })
      guard !codes.contains(code) else { throw text.error("'\(code)' is listed twice") }
      codes.append(code)
    }
    guard !codes.isEmpty else {
      throw reader.error("'languages' wants at least one language", at: "languages")
    }
    return codes
  }

  private static func terms(from reader: inout SectionReader) throws(LessonError) -> [Term]? {
    guard let terms = try reader.section("terms") else { return nil }
    return try terms.localizedEntries().map { Term(name: $0.name, wording: $0.text) }
  }

  private static func mistakes(in lessons: [LocatedText]) -> [LessonError] {
    var errors: [LessonError] = []
    var first: [String: LocatedText] = [:]
    for lesson in lessons {
      if lesson.text.contains(where: { $0 == "/" || $0 == "\\" }) || lesson.text.hasPrefix(".") {
        errors.append(
          lesson.error(
            "'\(Printable.short(lesson.text))' is a path; a lesson is named by its folder",
            help: "lessons lie in folders beside course.yaml and nowhere else"))
        continue
      }
      do { try Identifier.check(lesson, of: "lesson") } catch { errors.append(error) }
      if let earlier = first[lesson.text] {
        let line = earlier.location.line
        errors.append(lesson.error("'\(lesson.text)' is already listed on line \(line)"))
      } else {
        first[lesson.text] = lesson
      }
    }
    return errors
  }
}
