import Figures
import Lessons
import Reporting
import Tracing

/// What the lessons of a course have now.
///
/// A lesson with errors is given every doubt, since it cannot be told what it would have.
struct CourseInventory {
  /// Where images lie.
  let forms: ImageForms
  /// The language whose pages have no suffix.
  let firstLanguage: String
  private let dark: String?
  private let languages: Set<String>
  private let figures: [String: Set<String>]
  private let scenarios: [String: Set<String>]
  private let withNumbers: [String: Set<String>]
  private let moving: [String: Set<String>]
  private let copies: [String: Set<String>]
  private let broken: Set<String>
  /// The documents of the lessons and languages of which it is known which they have.
  private let documents: Set<ProductName>
  private let decided: Set<ProductName>

  init(_ plan: CoursePlan) {
    let lessons = plan.source.lessons
    func names(_ of: (LessonSource) -> [String]) -> [String: Set<String>] {
      lessons.reduce(into: [:]) { $0[$1.id] = Set(of($1)) }
    }
    forms = plan.forms
    firstLanguage = plan.source.course.languages[0]
    dark = plan.source.course.darkName?.text
    languages = Set(plan.source.course.languages)
    figures = names { $0.figures.map { $0.id } }
    scenarios = names { $0.scenarios.map { $0.name } }
    withNumbers = names { $0.scenarios.filter { $0.numbers != .none }.map { $0.name } }
    moving = names { $0.figures.filter { $0.frames != nil }.map { $0.id } }
    copies = names { $0.presentSourceNames(languages: plan.source.course.languages) }
    broken = Set(lessons.filter { !$0.findings.isEmpty }.map { $0.id })
    let known = plan.forms.makesDocuments ? plan.lessons.filter { $0.isWhole } : []
    let resting = plan.forms.makesDocuments ? plan.resting : [:]
    documents = Set(
      known.flatMap { lesson in
        lesson.documents.map { LessonDocument.name($0.kind, of: lesson.id, in: $0.language) }
      } + resting.values.flatMap { $0.documents })
    decided = Set(
      (known.map { $0.id } + resting.keys).flatMap { lesson in
        plan.forms.languages.flatMap { language in
          DocumentKind.allCases.map { LessonDocument.name($0, of: lesson, in: language) }
        }
      })
  }

  /// Names of the lessons.
  var lessons: [String] { figures.keys.sorted() }

  func has(language: String) -> Bool { languages.contains(language) }

  /// Whether a theme is that of the course's dark pages.
  func isDark(theme: String) -> Bool { theme == dark }

  func has(lesson: String) -> Bool { figures[lesson] != nil }

  func has(lesson: String, language: String) -> Bool {
    has(lesson: lesson) && has(language: language)
  }

  func has(figure: String, in lesson: String) -> Bool { has(figure, among: figures, in: lesson) }

  func has(scenario: String, in lesson: String) -> Bool {
    has(scenario, among: scenarios, in: lesson)
  }

  /// Whether the lesson still has the scenario, and its numbers are wanted.
  func hasNumbers(of scenario: String, in lesson: String) -> Bool {
    has(scenario, among: withNumbers, in: lesson)
  }

  /// Whether the lesson still asks for the frames of the figure.
  func hasFrames(of figure: String, in lesson: String) -> Bool {
    has(figure, among: moving, in: lesson)
  }

  /// Whether a file of the lesson's own is copied beside its pages.
  func has(copy name: String, in lesson: String) -> Bool { has(name, among: copies, in: lesson) }

  func has(document: ProductName) -> Bool {
    decided.contains(document)
      ? documents.contains(document)
      : has(lesson: document.lesson ?? "", language: document.language ?? "")
  }

  /// Whether any lesson has slides in a language.
  func hasSlides(in language: String) -> Bool {
    lessons.contains { has(document: LessonDocument.name(.deck, of: $0, in: language)) }
  }

  private func has(_ name: String, among names: [String: Set<String>], in lesson: String) -> Bool {
    broken.contains(lesson) || names[lesson, default: []].contains(name)
  }
}
