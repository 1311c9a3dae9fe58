import Figures
import JSON
import Lessons
import Tracing
import Wording

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
  public var json: String {
    let languages = source.course.languages
    let lessons = source.lessons.map { lesson -> JSONValue in
      [
        "id": .string(lesson.id), "title": lesson.title.json(in: languages),
        "errors": .strings(lesson.findings.map { $0.description }),
        "scenarios": .strings(lesson.scenarios.map { $0.name }),
        "figures": .array(lesson.figures.map { Self.json(of: $0) }),
      ]
    }
    let course: JSONValue = [
      "title": source.course.title.json(in: languages), "languages": .strings(languages),
      "theme": .string(source.course.theme), "lessons": .array(lessons),
    ]
    return course.text(.sorted)
  }

  private static func json(of figure: FigureSection) -> JSONValue {
    [
      "id": .string(figure.id), "kind": .string(figure.kind),
      "scenarios": .strings(figure.scenarioNames),
    ]
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

extension LocalizedText {
  /// An object of what there is to say in `languages`.
  fileprivate func json(in languages: [String]) -> JSONValue {
    .sorted(words(in: languages).mapValues { .string($0) })
  }
}
