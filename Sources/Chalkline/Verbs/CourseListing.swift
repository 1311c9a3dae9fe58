import Figures
import Lessons
import Tracing

/// What a course holds: its lessons with their figures and scenarios.
public struct CourseListing: Sendable {
  private let source: CourseSource

  /// The listing of `source`.
  public init(of source: CourseSource) { self.source = source }

  /// A lesson a line with its title, then its figures and scenarios, indented.
  public var text: String {
    source.lessons.map { lesson in
      var lines = ["\(lesson.id)  \(words(of: lesson))"]
      lines += aligned(lesson.figures.map { ("#\($0.id)", $0.kind) })
      lines += aligned(lesson.scenarios.map { ($0.name, "scenario") })
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The same for programs: a JSON object with `title`, `languages`, `theme` and `lessons`.
  public func json() throws -> String {
    let languages = source.course.languages
    let lessons = source.lessons.map { lesson in
      Contents.Lesson(
        id: lesson.id, title: lesson.title.words(in: languages),
        errors: lesson.findings.map { $0.description },
        scenarios: lesson.scenarios.map { $0.name },
        figures: lesson.figures.map {
          Contents.Figure(id: $0.id, kind: $0.kind, scenarios: $0.scenarioNames)
        })
    }
    return try SortedJSON.text(
      of: Contents(
        title: source.course.title.words(in: languages), languages: languages,
        theme: source.course.theme, lessons: lessons))
  }

  private struct Contents: Encodable {
    struct Lesson: Encodable {
      let id: String
      let title: [String: String]
      let errors: [String]
      let scenarios: [String]
      let figures: [Figure]
    }

    struct Figure: Encodable {
      let id: String
      let kind: String
      let scenarios: [String]
    }

    let title: [String: String]
    let languages: [String]
    let theme: String
    let lessons: [Lesson]
  }

  private func words(of lesson: LessonSource) -> String {
    let titles = source.course.languages.compactMap { lesson.title[$0] }
    let errors = lesson.findings.isEmpty ? [] : [counted(lesson.findings.count, "error")]
    return (titles + errors).joined(separator: " · ")
  }

  private func aligned(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { row in
      "  \(row.0)\(String(repeating: " ", count: width - row.0.count))  \(row.1)"
    }
  }
}
