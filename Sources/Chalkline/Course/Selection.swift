import Figures

/// A lesson, or one figure of it, as it is named on the command line: `xor`, `xor#boundary`.
struct Selection: Equatable, Sendable {
  /// The lesson.
  let lesson: String
  /// The figure; nil for all of the lesson.
  let figure: String?

  /// Takes `lesson` or `lesson#figure` apart.
  init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    lesson = String(parts[0])
    figure = parts.count > 1 ? String(parts[1]) : nil
  }
}

/// What of a lesson is to be built.
struct LessonPart: Sendable {
  let lesson: LessonSource
  /// The figures to draw, in file order.
  let figures: [FigureSection]
  /// Whether all of the lesson is wanted, with the traces that no figure asks for.
  let isWhole: Bool
}

extension CourseSource {
  /// The parts that `selections` name, in the order of the course; everything if there are none.
  ///
  /// A figure that cannot be decoded is not missed here: its lesson's findings tell of it.
  func parts(_ selections: [Selection]) throws(UsageError) -> [LessonPart] {
    guard !selections.isEmpty else {
      return lessons.map { LessonPart(lesson: $0, figures: $0.figures, isWhole: true) }
    }
    for selection in selections {
      let lesson = try lesson(selection.lesson)
      guard let figure = selection.figure, lesson.isReadable else { continue }
      guard lesson.figureNames.contains(figure) else {
        throw .noneNamed(figure, kind: "figure of '\(lesson.id)'", among: lesson.figureNames)
      }
    }
    return lessons.compactMap { lesson in
      let wanted = selections.filter { $0.lesson == lesson.id }
      guard !wanted.isEmpty else { return nil }
      let isWhole = wanted.contains { $0.figure == nil }
      return LessonPart(
        lesson: lesson,
        figures: lesson.figures.filter { figure in
          isWhole || wanted.contains { $0.figure == figure.id }
        }, isWhole: isWhole)
    }
  }
}
