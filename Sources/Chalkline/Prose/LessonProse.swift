import Lessons
import Prose
import Reporting

/// The prose of a lesson in one language.
struct LessonProse: Sendable {
  let language: String
  /// The path as it is shown to the user.
  let path: String
  /// Nil if the file cannot be read.
  let prose: ProseText?
  /// Whether there is no such file.
  let isMissing: Bool
  /// Its formulas, set.
  let formulas: [FormulaReport]
  private let failure: Finding?
  private let formulaFindings: [Finding]

  init(
    of lesson: LessonSource, in language: String, _ book: FormulaCache,
    remembering memory: BuildMemory? = nil
  ) {
    self.language = language
    let name = "lesson.\(language).md"
    path = lesson.folder.path(of: name)
    isMissing = !lesson.folder.has(name)
    do {
      let bytes = try lesson.folder.bytes(of: name)
      let prose = try memory?.prose(at: path, bytes) ?? ProseText(parsing: bytes, named: path)
      (formulas, formulaFindings) = book.formulas(of: prose)
      self.prose = prose
      failure = nil
    } catch {
      prose = nil
      (formulas, formulaFindings) = ([], [])
      failure = (error as? LessonError).map { Finding($0) } ?? Finding(.error, "\(error)")
    }
  }

  /// The missing file, or the figures that do not exist or are mentioned without being shown.
  func findings(about lesson: LessonSource) -> [Finding] {
    if let failure { return [failure] }
    guard let prose, lesson.isReadable else { return [] }
    let shown = Set(prose.figures.map { $0.name.text })
    let unseen = prose.mentions.filter {
      lesson.figureNames.contains($0.text) && !shown.contains($0.text)
    }
    return prose.errors(knownFigures: lesson.figureNames).map { Finding($0) } + formulaFindings
      + unseen.map { Finding($0.error("the figure '\($0.text)' is mentioned but not shown")) }
      + AlternativeText.findings(of: prose)
  }
}
