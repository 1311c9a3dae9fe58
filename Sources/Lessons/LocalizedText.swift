/// A text in one or several languages.
public struct LocalizedText: Equatable, Sendable {
  /// The codes of the languages lessons are written in unless a course says otherwise.
  public static let knownLanguages = ["en", "ko"]

  private let common: String?
  private let translations: [String: String]

  /// Makes a text from its translations by language code.
  public init(_ translations: [String: String]) {
    self.translations = translations
    common = nil
  }

  /// Makes a text that is the same in every language.
  public init(_ common: String) {
    self.common = common
    translations = [:]
  }

  /// The text in `language`; nil where it has no such translation.
  public subscript(language: String) -> String? { translations[language] ?? common }

  /// The codes of the languages it is translated into, sorted; empty if it is the same in all.
  public var languages: [String] { translations.keys.sorted() }

  /// The languages of `wanted` in which there is no text, in the order given.
  public func missing(from wanted: [String]) -> [String] { wanted.filter { self[$0] == nil } }
}
