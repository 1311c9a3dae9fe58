/// `words.LANG.yaml` beside `course.yaml`: everything that figures and pages say, in one more language.
///
/// What a word means is not known here. Words that the file lacks are said in English.
public struct LanguageFile: Sendable {
  /// One word, such as `epoch: Epoche {0}`.
  public struct Entry: Equatable, Sendable {
    /// The word's name in the string table.
    public let name: LocatedText
    /// The text, with its places `{0}`, `{1}`.
    public let text: LocatedText
  }

  /// The words of figures, in file order.
  public let figures: [Entry]
  /// The words of pages, in file order.
  public let pages: [Entry]

  /// The vocabulary of the file.
  public static let fields: [Field] = [
    Field("figures", .map(of: .string), summary: "the words of figures"),
    Field("pages", .map(of: .string), summary: "the words of pages"),
  ]

  /// The codes that a language may have, as a regular expression, but for what is mistaken for one:
  /// codes of countries, and words cut short.
  static let pattern = "^(?!(kr|kor|eng|jp|cn|gr|dk|se|cz|ua)$)[a-z]{2,3}$"

  /// The code in the name of a file, `ja` in `words.ja.yaml`; nil for any other file.
  public static func language(ofFileNamed name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "words", parts[2] == "yaml",
      (2...3).contains(parts[1].count),
      parts[1].allSatisfy({ ("a"..."z").contains($0) })
    else { return nil }
    return String(parts[1])
  }

  /// Reads the bytes of a `words.LANG.yaml`.
  ///
  /// - Throws: All mistakes in the file.
  public init(parsing bytes: [UInt8], named file: String) throws(LessonErrors) {
    var top = try TopLevel(
      of: SourceText.decoding(bytes, file: file), title: "the words", fields: Self.fields,
      languages: [])
    let figures = top.collect { reader throws(LessonError) in
      try reader.section("figures")?.textEntries()
    }
    let pages = top.collect { reader throws(LessonError) in
      try reader.section("pages")?.textEntries()
    }
    top.finish()
    guard top.errors.isEmpty else { throw LessonErrors(top.errors) }
    self.figures = (figures ?? []).map { Entry(name: $0.name, text: $0.text) }
    self.pages = (pages ?? []).map { Entry(name: $0.name, text: $0.text) }
  }
}
