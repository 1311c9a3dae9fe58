public import Files
import Tracing

/// One scenario run for its numbers.
public struct TraceExport: Sendable {
  /// Names of the forms that the numbers can be written in.
  public static var formats: [String] { TraceFormat.allCases.map { $0.rawValue } }

  private let outcome: ScenarioOutcome
  private let epoch: Epoch

  /// Runs `scenario` of `lesson`, which may be named by one of its figures too: `xor#boundary`.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - lesson: The lesson.
  ///   - source: The course.
  ///   - epoch: The only epoch that is wanted.
  /// - Throws: `UsageError` if there is no such lesson, scenario or epoch, `ExportError` if the
  ///   scenario has no epochs; `CourseError` if it cannot be decoded, `Finding` if it cannot be run.
  public init(
    of scenario: String, in lesson: String, from source: CourseSource, at epoch: Epoch
  ) throws {
    let lesson = try source.lesson(Selection(lesson).lesson)
    let scenario = try lesson.scenario(scenario)
    guard epoch == .all || scenario.spec.epochs != nil else {
      throw ExportError.noEpochs(scenario.kind)
    }
    var schedule = lesson.schedules[scenario.name] ?? .ends
    if case .number(let number) = epoch, let last = scenario.spec.epochs {
      guard number <= last else {
        throw UsageError("there is no epoch \(number); the last one is \(last)")
      }
      schedule = schedule.union(.epochs([number]))
    }
    self.epoch = epoch
    outcome = try lesson.outcome(of: scenario, keeping: schedule)
  }

  /// Which epochs are wanted.
  public enum Epoch: Equatable, Sendable {
    /// All that are kept.
    case all
    /// The last one.
    case last
    /// One by number, from 0.
    case number(Int)
  }

  /// The numbers in the form `format`, piece by piece, each made when it is asked for.
  ///
  /// - Throws: `UsageError` if there is no such form, `ExportError` if training diverged before the
  ///   epoch, if there are more numbers than the form can hold, or if a sweep, a descent or an
  ///   expression has no such form or no epochs.
  public func pieces(as format: String) throws -> AnySequence<[UInt8]> {
    guard let form = TraceFormat(rawValue: format) else {
      throw UsageError.noneNamed(format, kind: "format", among: Self.formats)
    }
    switch epoch {
    case .all: return try outcome.exported(as: form).pieces
    case .last:
      guard case .training(let trace) = outcome else { throw ExportError.noEpochs(outcome.kind) }
      return try trace.exported(as: form, atEpoch: trace.epochCount).pieces
    case .number(let number): return try outcome.exported(as: form, atEpoch: number).pieces
    }
  }

  /// Writes `pieces` to the file at `path`, all of them or nothing.
  public static func write(_ pieces: AnySequence<[UInt8]>, to path: String) throws(DiskError) {
    _ = try Disk.replace(path, withPieces: pieces)
  }
}
