import Drawings
import Lessons
import Plotting
import Tracing

/// The names that can be asked for on the command line, for a shell to complete.
public struct CourseNames: Sendable {
  private let source: CourseSource

  /// The names of `source`.
  public init(of source: CourseSource) { self.source = source }

  /// Names of the lessons, in course order.
  public var lessons: [String] { source.lessons.map { $0.id } }

  /// The figures of all lessons, `xor#boundary`.
  public var figures: [String] {
    source.lessons.flatMap { lesson in lesson.figureNames.map { "\(lesson.id)#\($0)" } }
  }

  /// Names of the scenarios of `lesson`; empty if there is no such lesson.
  public func scenarios(of lesson: String) -> [String] {
    source.lessons.first { $0.id == lesson }?.scenarios.map { $0.name } ?? []
  }

  /// The languages of the course.
  public var languages: [String] { source.course.languages }

  /// Names of all themes.
  public static var themes: [String] { Theme.all.map { $0.name } }

  /// Names of the formats of figures.
  public static var imageFormats: [String] { ImageFormat.allCases.map { $0.rawValue } }

  /// Names of the forms that frames come in.
  public static var frameFormats: [String] { FrameForms.names }

  /// Names of the formats of a filmstrip, as readers know them.
  public static var filmstripFormats: [String] { Filmstrip.formats.map { $0.label } }
}
