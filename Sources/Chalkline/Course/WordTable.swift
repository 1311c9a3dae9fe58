import Figures
import Lessons
import Reporting
import Wording

/// The names of the words of figures or of pages, as lesson files write them: `loss-axis`.
struct WordTable: Sendable {
  static let figures = WordTable(Words.english.table, isOfPages: false)
  static let pages = WordTable(PageWords.english.table, isOfPages: true)

  /// The names in the order of the table.
  let names: [String]
  let isOfPages: Bool
  private let texts: [String: String]

  private init(_ table: [(name: String, text: String)], isOfPages: Bool) {
    names = table.map { Self.name($0.name) }
    texts = Dictionary(uniqueKeysWithValues: table.map { (Self.name($0.name), $0.text) })
    self.isOfPages = isOfPages
  }

  func has(_ name: String) -> Bool { texts[name] != nil }

  /// What is wrong with a text for the word `name`; nil if nothing is.
  func error(in text: String, named name: LocatedText, at place: LocatedText) -> LessonError? {
    guard let english = texts[name.text] else { return name.unknown("word", among: names) }
    let (model, pattern) = (MessagePattern(english), MessagePattern(text))
    let missing = Self.listed(model.values.subtracting(pattern.values))
    let extra = Self.listed(pattern.values.union(pattern.counts).subtracting(model.values))
    let help = "in English it is '\(english)'"
    if !missing.isEmpty {
      return place.error("the word '\(name.text)' needs \(missing)", help: help)
    }
    if !extra.isEmpty {
      return place.error("the word '\(name.text)' has nothing to put at \(extra)", help: help)
    }
    // What is left of a place is none: a word that follows a number has two forms.
    let filled = pattern.filled(with: Array(repeating: "", count: 10))
    guard (0...9).contains(where: { filled.contains("{\($0):") }) else { return nil }
    return place.error(
      "the word '\(name.text)' follows a number and wants two forms, as in '{0:row|rows}'",
      help: help)
  }

  /// `{0}, {2}`: the places of these numbers.
  private static func listed(_ places: Set<Int>) -> String {
    places.sorted().map { "{\($0)}" }.joined(separator: ", ")
  }

  /// `loss-axis` for `lossAxis`.
  static func name(_ key: String) -> String {
    key.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// `lossAxis` for `loss-axis`.
  static func key(_ name: String) -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { key, part in
      key + part.prefix(1).uppercased() + part.dropFirst()
    }
  }
}
