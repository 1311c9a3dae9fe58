import Figures
import Lessons
import Drawings
import Plotting
import Tracing

/// The JSON schemas (draft 7) of lessons and courses, written from the vocabulary itself.
public enum LessonSchema {
  /// The schema of `lesson.yaml`, with a line break at the end.
  public static var lesson: String {
    JSONSchema.lesson(
      scenario: Scenario.fields, figureCommon: FigureSection.commonFields,
      figureKinds: FigureCatalog.all.map { ($0.kind, $0.summary, $0.fields) })
  }

  /// The schema of `course.yaml`, with a line break at the end.
  public static var course: String { JSONSchema.course(themes: Theme.all.map { $0.name }) }
}
