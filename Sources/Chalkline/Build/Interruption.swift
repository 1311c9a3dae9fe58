import Wording

/// A build that was told to stop before it was done; what was there before is still whole.
public struct Interruption: Error, Equatable, Sendable, CustomStringConvertible {
  /// Lessons that this build brought up to date, or found so.
  public let lessonCount: Int
  /// Scenarios that it trained, whose outcomes are kept.
  public let trainedCount: Int

  /// What was kept, and how to go on.
  public var description: String {
    "interrupted; \(counted(lessonCount, "lesson")) up to date, "
      + "\(counted(trainedCount, "training")) kept, all other output as it was before; "
      + "the same command goes on from here"
  }
}
