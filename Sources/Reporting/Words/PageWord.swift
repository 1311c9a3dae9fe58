import Wording

/// A piece of text of the pages themselves; each language says all of them, with a place `{0}`.
public enum PageWord: String, CaseIterable, Sendable {
  // What the language calls itself
  case languageName
  // Figures
  case figure, download, openLarge
  // Frames
  case inMotion, play, pause, frame, frames, filmstrip, framePages, moment, momentOf
  // The way around
  case skip, languages, course, lessons, previous, next, sections
  // Numbers
  case numbers, numbersNote, sources, sourcesNote
  // Tables
  case table
  // Documents
  case documents, deck, handout, exercises, answers
  case studentName, date, seeExercises
}

/// The words of the pages in one language.
public struct PageWords: Sendable {
  /// The code of the language, such as `en`.
  public let language: String
  private let say: @Sendable (PageWord) -> String
  /// Words that a course says in its own way, by their names.
  private var own: [String: String] = [:]

  init(language: String, say: @escaping @Sendable (PageWord) -> String) {
    self.language = language
    self.say = say
  }

  /// The text for `word`, with its places `{0}` as they are.
  public func callAsFunction(_ word: PageWord) -> String { own[word.rawValue] ?? say(word) }

  /// The text for `word` with `value` at its place `{0}`.
  func callAsFunction(_ word: PageWord, _ value: String) -> String {
    MessagePattern(self(word)).filled(with: [value])
  }

  /// The name of figure `number`: `Figure 3`, with a space that no line breaks at.
  func figure(_ number: Int) -> String { self(.figure, "\(number)") }

  /// Every language that comes with the program.
  public static let all = [english, korean]

  /// The words of the language with that code, those of the course first; English where there are none.
  ///
  /// - Parameters:
  ///   - language: The code of a language.
  ///   - own: Words by their names, such as `figure`; names of no word are passed over.
  /// - Returns: The words; what the course does not say is the program's.
  public static func of(_ language: String, saying own: [String: String] = [:]) -> PageWords {
    let known = all.first { $0.language == language } ?? english
    var words = PageWords(language: language, say: known.say)
    words.own = own
    return words
  }

  /// The names of all words with what they say here, places and all, in the order of the table.
  public var table: [(name: String, text: String)] {
    PageWord.allCases.map { (name: $0.rawValue, text: self($0)) }
  }
}
