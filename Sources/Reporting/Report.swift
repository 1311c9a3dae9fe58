import Languages

/// A course told in one language, ready to be laid out: prose, and the files of figures and numbers.
///
/// It is a value that any form of output can be made from. All paths go from the output folder.
public struct Report: Equatable, Sendable {
  /// The course's title.
  public var title: String
  /// The code of the language, such as `en`.
  public var language: String
  /// The codes of all languages with pages, in order, `language` among them.
  public var languages: [String]
  /// The code of the language whose pages have no suffix.
  public var firstLanguage: String
  /// The lessons in order.
  public var lessons: [LessonReport]
  /// The words of pages that this course has of its own, by language and by the name of the word.
  public var words: [String: [String: String]]

  /// Makes a report.
  public init(
    title: String, language: String, languages: [String], firstLanguage: String,
    lessons: [LessonReport], words: [String: [String: String]] = [:]
  ) {
    self.title = title
    self.language = language
    self.languages = languages
    self.firstLanguage = firstLanguage
    self.lessons = lessons
    self.words = words
  }
}

extension Report {
  /// The words of pages in a language, those of the course first.
  func words(of language: String) -> PageWords {
    PageWords.of(language, saying: words[language] ?? [:])
  }

  /// Whether anything is known of how pages speak in a language.
  func hasWords(of language: String) -> Bool {
    PageWords.all.contains { $0.language == language }
      || words[language]?[PageWord.languageName.rawValue] != nil
  }
}
