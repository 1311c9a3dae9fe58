import Files
import Figures
import Lessons
import Reporting

/// What figures and pages of a course say: the words of the program, those of `words.LANG.yaml`, and
/// above them the terms of `course.yaml`.
struct CourseWords: Sendable {
  /// The codes of the languages that a course may be told in.
  private(set) var languages = LocalizedText.knownLanguages
  /// Words that are not the program's, by language and by the name in the string table.
  private var figures: [String: [String: String]] = [:]
  private(set) var pages: [String: [String: String]] = [:]

  /// Reads every `words.LANG.yaml` of the folder.
  ///
  /// - Throws: `CourseError` with all mistakes of the first wrong one.
  init(in folder: LessonsFolder) throws(CourseError) {
    for name in Disk.names(in: folder.path) {
      guard let language = LanguageFile.language(ofFileNamed: name) else { continue }
      let path = folder.path(of: name)
      do {
        let bytes = try Disk.bytes(at: path)
        // A shell makes the file of `chalkline words ja > words.ja.yaml` before there is a word to put in.
        if bytes.isEmpty {
          if !languages.contains(language) { languages.append(language) }
        } else {
          try read(LanguageFile(parsing: bytes, named: path), language)
        }
      } catch let error as DiskError {
        throw CourseError([Finding(error)])
      } catch let errors as LessonErrors {
        throw CourseError(errors.errors.map { Finding($0) })
      } catch {
        throw CourseError([Finding(.error, "\(path): \(error)")])
      }
    }
  }

  private mutating func read(_ file: LanguageFile, _ language: String) throws(LessonErrors) {
    if !languages.contains(language) { languages.append(language) }
    var errors: [LessonError] = []
    func entries(_ entries: [LanguageFile.Entry], _ table: WordTable) -> [String: String] {
      entries.reduce(into: [:]) { words, entry in
        if let error = table.error(in: entry.text.text, named: entry.name, at: entry.text) {
          errors.append(error)
        } else {
          words[WordTable.key(entry.name.text)] = entry.text.text
        }
      }
    }
    figures[language] = entries(file.figures, .figures)
    pages[language] = entries(file.pages, .pages)
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// Puts the terms of a course above all other words.
  ///
  /// - Throws: An error at each term that names no word, or leaves out a place of it.
  mutating func add(_ terms: [Course.Term]) throws(LessonErrors) {
    var errors: [LessonError] = []
    for term in terms {
      let table = WordTable.figures.has(term.name.text) ? WordTable.figures : .pages
      guard table.has(term.name.text) else {
        errors.append(
          term.name.unknown("word", among: WordTable.figures.names + WordTable.pages.names))
        continue
      }
      for language in languages {
        guard let text = term.wording[language] else { continue }
        if let error = table.error(in: text, named: term.name, at: term.name) {
          errors.append(error)
          break
        }
        let key = WordTable.key(term.name.text)
        if table.isOfPages {
          pages[language, default: [:]][key] = text
        } else {
          figures[language, default: [:]][key] = text
        }
      }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// The words of figures in a language.
  func words(of language: String) -> Words {
    Words.of(language, saying: figures[language] ?? [:])
  }

  /// The words of pages in a language.
  func pageWords(of language: String) -> PageWords {
    PageWords.of(language, saying: pages[language] ?? [:])
  }

  /// Everything that figures of a language say in another way than the program, as one text.
  func ownText(of language: String) -> String {
    let own = figures[language] ?? [:]
    return own.keys.sorted().map { "\($0): \(own[$0] ?? "")" }.joined(separator: "\n")
  }

  /// All words that are not the program's, in one text: the same for courses that say the same.
  var text: String {
    let all = languages.map { language in
      let own = pages[language] ?? [:]
      let words = own.keys.sorted().map { "\($0): \(own[$0] ?? "")" }
      return ([language, ownText(of: language)] + words).joined(separator: "\n")
    }
    return all.joined(separator: "\n\n")
  }

  /// Names of words that a language which is not the program's own says in English.
  func untranslated(in language: String) -> [String] {
    guard !LocalizedText.knownLanguages.contains(language) else { return [] }
    let (figures, pages) = (figures[language] ?? [:], pages[language] ?? [:])
    return WordTable.figures.names.filter { figures[WordTable.key($0)] == nil }
      + WordTable.pages.names.filter { pages[WordTable.key($0)] == nil }
  }
}
