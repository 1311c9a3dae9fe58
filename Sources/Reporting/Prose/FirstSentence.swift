import Prose

/// The first sentence of a text: what a slide has room for.
public enum FirstSentence {
  /// The first sentence of `text`, or all of it if no sentence ends before.
  ///
  /// A stop ends a sentence if blanks follow, and behind them neither a small letter nor the rest of an
  /// abbreviation. A stop within a number or within parentheses ends none.
  public static func of(_ text: String) -> String {
    let characters = Array(text.split { $0.isWhitespace }.joined(separator: " "))
    var depth = 0
    for (index, character) in characters.enumerated() {
      if "([（".contains(character) { depth += 1 }
      if ")]）".contains(character) { depth = max(0, depth - 1) }
      guard depth == 0, isStop(character) else { continue }
      var end = index + 1
      while end < characters.count, isStop(characters[end]) || "\"'”’」』".contains(characters[end]) {
        end += 1
      }
      // A stop of Chinese print needs no blank behind it.
      guard end < characters.count, character != "。" else { return String(characters[..<end]) }
      guard characters[end] == " ", end + 1 < characters.count else { continue }
      let next = characters[end + 1]
      // A sentence of Korean may begin with a name in small letters, such as `tanh`.
      let isKorean =
        index > 0 && characters[index - 1].unicodeScalars.contains { $0.isHangul }
      if next.isLowercase && !isKorean
        || character == "." && isAbbreviation(characters[..<index], next: next)
      {
        continue
      }
      return String(characters[..<end])
    }
    return String(characters)
  }

  private static func isStop(_ character: Character) -> Bool { ".!?。…".contains(character) }

  /// Whether the word that ends `text` and is followed by a stop goes on behind it.
  private static func isAbbreviation(_ text: ArraySlice<Character>, next: Character) -> Bool {
    let word = String(text.reversed().prefix { $0 != " " && $0 != "(" }.reversed())
    if abbreviations.contains(word.lowercased()) { return true }
    // `No. 3`, `Eq. 4`, as far as digits follow.
    if next.isNumber, beforeNumbers.contains(word.lowercased()) { return true }
    let isFirst = text.count == word.count
    // A number at the start counts, and a lone capital is somebody's initial.
    return isFirst
      && (word.allSatisfy { $0.isNumber } || word.count == 1 && word.allSatisfy { $0.isUppercase })
  }

  private static let abbreviations: Set = [
    "approx", "ca", "cf", "e.g", "i.e", "mr", "mrs", "ms", "dr", "prof", "resp", "st",
    "viz", "vs",
  ]
  private static let beforeNumbers: Set = [
    "ch", "chap", "eq", "eqs", "fig", "figs", "no", "nos", "p", "pp", "sec", "tab", "vol",
  ]
}
