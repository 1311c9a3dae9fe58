import Figures
import Lessons
import Reporting

/// A `words.LANG.yaml` with every word that figures and pages say, to be translated.
public struct WordsTemplate: Sendable {
  /// The text of the file.
  public let text: String

  /// The words of a language as they are now: what is still in English is marked.
  ///
  /// - Parameters:
  ///   - language: A code of two or three letters, such as `ja`.
  ///   - folder: The course whose words count; nil for those of the program alone.
  /// - Throws: `UsageError` if that is no code, `CourseError` if a file of words is wrong.
  public init(of language: String, in folder: LessonsFolder?) throws {
    guard LanguageFile.language(ofFileNamed: "words.\(language).yaml") != nil else {
      throw UsageError("'\(language)' is no code of a language, such as 'ja' or 'de'")
    }
    let words = try folder.map { folder throws(CourseError) in try CourseWords(in: folder) }
    let figures = (words?.words(of: language) ?? Words.of(language)).table
    let pages = (words?.pageWords(of: language) ?? PageWords.of(language)).table
    let missing =
      words?.untranslated(in: language)
      ?? (LocalizedText.knownLanguages.contains(language)
        ? [] : WordTable.figures.names + WordTable.pages.names)
    func lines(_ table: [(name: String, text: String)]) -> [String] {
      table.map { entry in
        let name = WordTable.name(entry.name)
        return "  \(name): \(Self.quoted(entry.text))"
          + (missing.contains(name) ? "  # English" : "")
      }
    }
    text =
      ([
        "# What Chalkline says in '\(language)'. Keep {0}, {1}: numbers and names go there.",
        "# {0:row|rows} is 'row' for 1 and 'rows' for other numbers; where words do not change, leave it out.",
        "figures:",
      ]
      + lines(figures) + ["pages:"] + lines(pages) + [""]).joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\u{A0}": result += "\\_"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
