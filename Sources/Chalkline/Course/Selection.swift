import Figures
import Tracing

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
  /// The scenarios whose numbers are wanted, whether or not a figure draws them.
  let numbers: Set<String>
  /// Whether all of the lesson is wanted, with its pages.
  let isWhole: Bool
  /// The prose of the languages to build; empty unless all of the lesson is wanted.
  let prose: [LessonProse]

  /// What is wrong with the prose, so that no page can be made; none at all is nothing wrong here.
  var proseFindings: [Finding] {
    prose.filter { !$0.isMissing }.flatMap { $0.findings(about: lesson) }
      .filter { $0.severity == .error }
  }
}

extension CourseSource {
  /// The parts that `selections` name, in the order of the course; everything if there are none.
  ///
  /// A figure that cannot be decoded is not missed here: its lesson's findings tell of it.
  ///
  /// - Parameters:
  ///   - selections: What was asked for.
  ///   - languages: The languages of the prose.
  ///   - formulas: What sets formulas.
  ///   - isResting: Whether there is nothing to do for a lesson, so that it need not be read.
  /// - Returns: A part for each lesson that is asked for, but for those at rest.
  /// - Throws: `UsageError` if there is no such lesson or figure.
  func parts(
    _ selections: [Selection], in languages: [String], _ formulas: FormulaCache,
    except isResting: (String) -> Bool
  ) throws(UsageError) -> [LessonPart] {
    guard !selections.isEmpty else {
      return Parallel.map(lessons.filter { !isResting($0.id) }) {
        $0.whole(in: languages, formulas, memory)
      }
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
      if wanted.contains(where: { $0.figure == nil }) {
        return lesson.whole(in: languages, formulas, memory)
      }
      return LessonPart(
        lesson: lesson,
        figures: lesson.figures.filter { figure in wanted.contains { $0.figure == figure.id } },
        numbers: [], isWhole: false, prose: [])
    }
  }
}

extension LessonSource {
  /// All of the lesson, with its prose in `languages`.
  fileprivate func whole(
    in languages: [String], _ formulas: FormulaCache, _ memory: BuildMemory?
  ) -> LessonPart {
    LessonPart(
      lesson: self, figures: figures, numbers: Set(scenarios.map { $0.name }), isWhole: true,
      prose: languages.map { LessonProse(of: self, in: $0, formulas, remembering: memory) })
  }
}
