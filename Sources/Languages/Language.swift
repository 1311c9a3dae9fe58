/// A language that the program speaks: all of its words, in one file.
///
/// A third one is a file beside `English.swift` and an item of `all`; a test asks for every word.
public struct Language: Sendable {
  /// The code, such as `en`.
  public let code: String
  private let figures: [FigureWord: String]
  private let pages: [PageWord: String]
  private let panel: [PanelWord: String]
  private let lesson: [LessonWord: String]

  /// Every language; the first one is that of words which another one lacks.
  public static let all: [Language] = [.english, .korean]

  init(
    code: String, figures: [FigureWord: String], pages: [PageWord: String],
    panel: [PanelWord: String], lesson: [LessonWord: String]
  ) {
    self.code = code
    self.figures = figures
    self.pages = pages
    self.panel = panel
    self.lesson = lesson
  }

  /// The language with that code; nil if the program does not speak it.
  public static func named(_ code: String) -> Language? { all.first { $0.code == code } }

  /// What a word says here, with its places as they are; nil if the language lacks it.
  public subscript(word: FigureWord) -> String? { figures[word] }

  /// What a word says here, with its places as they are; nil if the language lacks it.
  public subscript(word: PageWord) -> String? { pages[word] }

  /// What a word says here, with its places as they are; nil if the language lacks it.
  public subscript(word: PanelWord) -> String? { panel[word] }

  /// What a word says here; nil if the language lacks it.
  public subscript(word: LessonWord) -> String? { lesson[word] }
}
