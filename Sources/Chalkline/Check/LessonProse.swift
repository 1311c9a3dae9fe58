import Lessons

/// The prose of a lesson in one language.
struct LessonProse {
  let language: String
  /// The path as it is shown to the user.
  let path: String
  /// Nil if the file cannot be read.
  let prose: Prose?
  private let failure: Finding?

  init(of lesson: LessonSource, in language: String) {
    self.language = language
    let name = "lesson.\(language).md"
    path = lesson.folder.path(of: name)
    do {
      prose = try Prose(parsing: try lesson.folder.bytes(of: name), named: path)
      failure = nil
    } catch {
      prose = nil
      failure = (error as? LessonError).map { Finding($0) } ?? Finding(.error, "\(error)")
    }
  }

  /// The missing file, or the figures shown that do not exist.
  func findings(about lesson: LessonSource) -> [Finding] {
    if let failure { return [failure] }
    guard let prose, lesson.isReadable else { return [] }
    return prose.errors(knownFigures: lesson.figureNames).map { Finding($0) }
  }
}
