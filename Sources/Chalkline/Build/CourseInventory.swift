import Figures
import Tracing

/// What the lessons of a course have now.
struct CourseInventory {
  private let names: [String: Set<String>]
  /// Figures that ask for an animation, as `lesson#figure`.
  private let moving: Set<String>
  private let broken: Set<String>

  init(_ source: CourseSource) {
    let lessons = source.lessons.map { lesson in
      (lesson.id, Set(lesson.figures.map { $0.id } + lesson.scenarios.map { $0.name }))
    }
    names = Dictionary(lessons, uniquingKeysWith: { first, _ in first })
    moving = Set(
      source.lessons.flatMap { lesson in
        lesson.figures.filter { $0.frames != nil }.map { "\(lesson.id)#\($0.id)" }
      })
    broken = Set(source.lessons.filter { !$0.findings.isEmpty }.map { $0.id })
  }

  /// Whether an animation is still asked for; a broken lesson is given every doubt.
  func has(_ animation: Manifest.Animation) -> Bool {
    broken.contains(animation.lesson) || moving.contains("\(animation.lesson)#\(animation.figure)")
  }

  /// Whether `lesson` has a figure or scenario `name`; a broken lesson is given every doubt.
  func has(_ lesson: String, _ name: String) -> Bool {
    broken.contains(lesson) || names[lesson, default: []].contains(name)
  }
}
