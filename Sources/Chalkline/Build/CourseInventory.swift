import Figures
import Tracing

/// What the lessons of a course have now.
struct CourseInventory {
  private let names: [String: Set<String>]
  private let broken: Set<String>

  init(_ source: CourseSource) {
    let lessons = source.lessons.map { lesson in
      (lesson.id, Set(lesson.figures.map { $0.id } + lesson.scenarios.map { $0.name }))
    }
    names = Dictionary(lessons, uniquingKeysWith: { first, _ in first })
    broken = Set(source.lessons.filter { !$0.findings.isEmpty }.map { $0.id })
  }

  /// Names of the lessons.
  var lessons: [String] { names.keys.sorted() }

  /// Whether `lesson` has a figure or scenario `name`; a broken lesson is given every doubt.
  func has(_ lesson: String, _ name: String) -> Bool {
    broken.contains(lesson) || names[lesson, default: []].contains(name)
  }
}
