public import Languages
import Wording

/// The words of the pages in one language.
public struct PageWords: Sendable {
  /// The code of the language, such as `en`.
  public let language: String
  private let known: Language
  /// Words that a course says in its own way, by their names.
  private var own: [String: String] = [:]

  private init(_ language: String, _ known: Language, saying own: [String: String]) {
    self.language = language
    self.known = known
    self.own = own
  }

  /// The words of pages in English.
  public static let english = PageWords("en", .english, saying: [:])
  /// The words of pages in Korean.
  public static let korean = PageWords("ko", .korean, saying: [:])

  /// The text for `word`, with its places `{0}` as they are.
  public func callAsFunction(_ word: PageWord) -> String {
    own[word.rawValue] ?? known[word] ?? Language.english[word] ?? word.rawValue
  }

  /// The text for `word` with `value` at its place `{0}`.
  func callAsFunction(_ word: PageWord, _ value: String) -> String {
    MessagePattern(self(word)).filled(with: [value])
  }

  /// The name of figure `number`: `Figure 3`, with a space that no line breaks at.
  func figure(_ number: Int) -> String { self(.figure, "\(number)") }

  /// Every language that comes with the program.
  public static let all = Language.all.map { of($0.code) }

  /// The words of the language with that code, those of the course first; English where there are none.
  ///
  /// - Parameters:
  ///   - language: The code of a language.
  ///   - own: Words by their names, such as `figure`; names of no word are passed over.
  /// - Returns: The words; what the course does not say is the program's.
  public static func of(_ language: String, saying own: [String: String] = [:]) -> PageWords {
    PageWords(language, Language.named(language) ?? .english, saying: own)
  }

  /// The names of all words with what they say here, places and all, in the order of the table.
  public var table: [(name: String, text: String)] {
    PageWord.allCases.map { (name: $0.rawValue, text: self($0)) }
  }
}
