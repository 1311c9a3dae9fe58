import Figures
import Lessons
import Reporting

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
    guard let model = texts[name.text] else { return name.unknown("word", among: names) }
    let missing = Self.places(in: model).subtracting(Self.places(in: text)).sorted()
    let extra = Self.places(in: text).subtracting(Self.places(in: model)).sorted()
    if !missing.isEmpty {
      return place.error(
        "the word '\(name.text)' needs \(missing.joined(separator: ", "))",
        help: "in English it is '\(model)'")
    }
    guard !extra.isEmpty else { return nil }
    return place.error(
      "the word '\(name.text)' has nothing to put at \(extra.joined(separator: ", "))",
      help: "in English it is '\(model)'")
  }

  /// Places `{0}`, `{1}` of a text.
  private static func places(in text: String) -> Set<String> {
    Set((0...9).map { "{\($0)}" }.filter { text.contains($0) })
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
