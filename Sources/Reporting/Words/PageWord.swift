/// A piece of text of the pages themselves; each language says all of them, with a place `{0}`.
enum PageWord: CaseIterable, Sendable {
  // What the language calls itself
  case languageName
  // Figures
  case figure, download, openLarge
  // Frames
  case inMotion, play, pause, frame, frames, filmstrip, framePages
  // The way around
  case skip, languages, course, lessons, previous, next
  // Numbers
  case numbers, numbersNote
  // Tables
  case table
  // Documents
  case documents, deck, handout, exercises, answers
  case studentName, date, seeExercises
}

/// The words of the pages in one language.
struct PageWords: Sendable {
  /// The code of the language, such as `en`.
  let language: String
  private let say: @Sendable (PageWord) -> String

  init(language: String, say: @escaping @Sendable (PageWord) -> String) {
    self.language = language
    self.say = say
  }

  /// The text for `word`.
  func callAsFunction(_ word: PageWord) -> String { say(word) }

  /// The name of figure `number`: `Figure 3`, with a space that no line breaks at.
  func figure(_ number: Int) -> String {
    let parts = say(.figure).split(separator: "{0}", omittingEmptySubsequences: false)
    return parts.joined(separator: "\(number)")
  }

  /// Every language.
  static let all = [english, korean]

  /// The words of the language with that code; English where there is none.
  static func of(_ language: String) -> PageWords {
    all.first { $0.language == language } ?? english
  }
}
