import Tracing

/// Which frames of an animation are made, and in which forms.
public struct FrameOptions: Sendable {
  /// How frames are spread over the training.
  public enum Spacing: String, CaseIterable, Sendable {
    /// Dense at the start, where most happens.
    case log
    /// Evenly.
    case linear
  }

  /// Every so many epochs; nil for `count` of them.
  public var every: Int?
  /// The most frames, unless `every` is given.
  public var count = 60
  /// How `count` frames are spread.
  public var spacing = Spacing.log
  /// Frames in a second of a film.
  public var framesPerSecond = 12
  /// Names of the formats: `png`, and those of films.
  public var formats: [String] = []
  /// Codes of the languages; empty for the course's.
  public var languages: [String] = []
  /// Names of the themes; empty for the course's.
  public var themes: [String] = []
  /// Pixels per inch.
  public var dotsPerInch = 144

  /// Makes options with the usual values.
  public init() {}

  /// The epochs of the frames of a training of `last` epochs: 0, `last` and what lies between; fewer
  /// than `count` where several frames on a logarithmic axis would fall on one epoch.
  func epochs(upTo last: Int) -> [Int] {
    if let every { return Array(Set(stride(from: 0, to: last, by: every)).union([last])).sorted() }
    guard count < last + 1 else { return Array(0...last) }
    guard count > 1 else { return [last] }
    if spacing == .log { return TraceSchedule.logarithmic(count - 1).epochs(upTo: last) }
    return Array(
      Set((0..<count).map { Int((Double($0) * Double(last) / Double(count - 1)).rounded()) })
    ).sorted()
  }
}
