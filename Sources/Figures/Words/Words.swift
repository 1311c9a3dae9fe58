public import Languages
import Networks
import Wording

/// The words of figures in one language.
public struct Words: Sendable {
  /// The code of the language, such as `en`.
  public let language: String
  private let known: Language
  /// Words that a course says in its own way, by their names.
  private var own: [String: String] = [:]

  init(_ known: Language) {
    language = known.code
    self.known = known
  }

  private init(_ language: String, _ known: Language, saying own: [String: String]) {
    self.language = language
    self.known = known
    self.own = own
  }

  /// The words of figures in English.
  public static let english = Words(.english)
  /// The words of figures in Korean.
  public static let korean = Words(.korean)

  /// Every language.
  public static let all = Language.all.map { Words($0) }

  /// The text for `word` with `values` at its places `{0}`, `{1}` and so on.
  public func callAsFunction(_ word: FigureWord, _ values: String...) -> String {
    let text = own[word.rawValue] ?? known[word] ?? Language.english[word] ?? word.rawValue
    return MessagePattern(text).filled(with: values)
  }

  /// The words of the language with that code, those of the course first; English where there are none.
  ///
  /// - Parameters:
  ///   - language: The code of a language.
  ///   - own: Words by their names, such as `lossAxis`; names of no word are passed over.
  /// - Returns: The words; those of the program itself if there are none of the course.
  public static func of(_ language: String, saying own: [String: String] = [:]) -> Words {
    let known = Language.named(language) ?? .english
    return own.isEmpty ? Words(known) : Words(language, known, saying: own)
  }

  /// The names of all words with what they say here, places and all, in the order of the tables.
  public var table: [(name: String, text: String)] {
    FigureWord.allCases.map { (name: $0.rawValue, text: self($0)) }
  }
}

extension Words {
  /// What a loss is called in figures.
  func name(of loss: Loss) -> String {
    switch loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum, .categoricalCrossEntropy: self(.crossEntropy)
    case .halfSquaredError: self(.halfSquaredError)
    case .squaredError: self(.squaredError)
    case .meanSquaredError: self(.meanSquaredError)
    default: loss.name
    }
  }
}
