public import Lessons

/// Why a scenario was not run to its end.
public enum TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A mistake in the lesson or in a data file.
  case lesson(LessonError)
  /// It would take more than its limits allow; the error says how to allow it.
  case tooLarge(CostEstimate, LessonError)
  /// Its task was cancelled.
  case cancelled(LessonError)

  /// The mistake with its place, its line and what to do about it.
  public var lessonError: LessonError {
    switch self {
    case .lesson(let error), .tooLarge(_, let error), .cancelled(let error): error
    }
  }

  /// The printed mistake.
  public var description: String { lessonError.description }
}
