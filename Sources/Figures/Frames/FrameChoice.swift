import Lessons
import Plotting
import Tracing

/// Which frames of an animation are made: the key `frames:` of a figure, or what the command line says.
public struct FrameChoice: Equatable, Sendable {
  /// How frames are spread.
  public enum Spacing: String, CaseIterable, Sendable {
    /// Dense at the start, where most happens.
    case log
    /// Evenly.
    case linear
  }

  /// What frames go along, where there is a choice.
  public enum Course: String, CaseIterable, Sendable {
    /// Epochs of a training.
    case epochs
    /// Updates of a training; of a perceptron, presentations.
    case updates
    /// The scenarios of the figure, one after another.
    case scenarios
  }

  /// The last moment of interest; nil for the end.
  public var until: Int?
  /// Every so many moments; nil for `count` of them.
  public var every: Int?
  /// The most frames, unless `every` is given.
  public var count: Int
  /// How `count` frames are spread; nil for what suits the figure.
  public var spacing: Spacing?
  /// What frames go along; nil for what suits the figure.
  public var over: Course?
  /// Frames in a second of a film.
  public var framesPerSecond: Int
  /// The theme of the frames that a build makes.
  public var theme: String

  /// The most frames where nothing is said.
  public static let usualCount = 40
  /// The rate where nothing is said, in frames a second.
  public static let usualRate = 12
  /// The most frames that are made.
  public var limit: Int
  /// The most frames where nothing is said: seven minutes of a film.
  public static let usualLimit = 5000

  /// Makes a choice of 40 frames, spread as it suits the figure.
  public init(every: Int? = nil, count: Int = usualCount) {
    self.every = every
    self.count = count
    framesPerSecond = Self.usualRate
    theme = Theme.paper.name
    limit = Self.usualLimit
  }

  /// The numbers of the frames' moments: 0, `last` or `until`, and what lies between; fewer than
  /// `count` where several frames on a logarithmic axis would fall on one moment.
  ///
  /// - Parameters:
  ///   - end: The last moment there is, 0 or more.
  ///   - standard: How frames are spread where the choice leaves it open.
  /// - Returns: The moments, ascending, each once.
  public func moments(upTo end: Int, spacing standard: Spacing) -> [Int] {
    let last = min(end, until ?? end)
    if let every {
      return Array(Set(stride(from: 0, to: last, by: every)).union([last])).sorted()
    }
    guard count < last + 1 else { return Array(0...last) }
    guard count > 1 else { return [last] }
    if (spacing ?? standard) == .log {
      return TraceSchedule.logarithmic(count - 1).epochs(upTo: last)
    }
    return Array(
      Set((0..<count).map { Int((Double($0) * Double(last) / Double(count - 1)).rounded()) })
    ).sorted()
  }
}

extension FrameChoice {
  /// The most frames there could be up to the moment `end`.
  public func mostFrames(upTo end: Int) -> Int {
    let last = min(end, until ?? end)
    return every.map { last / $0 + (last % $0 == 0 ? 1 : 2) } ?? min(count, last + 1)
  }

  private static let fields = [
    Field("every", .integer(min: 1), summary: "a frame every so many epochs, updates or steps"),
    Field(
      "count", .integer(min: 2, max: 1000), summary: "the most frames",
      defaultText: String(usualCount)),
    Field(
      "until", .integer(min: 1), summary: "the last epoch, update or step", defaultText: "the end"),
    Field(
      "spacing", .choice(Spacing.allCases.map { $0.rawValue }),
      summary: "whether frames are dense at the start or even",
      defaultText: "log over epochs, else linear"),
    Field(
      "over", .choice(Course.allCases.map { $0.rawValue }),
      summary: "what frames go along: a perceptron is shown by updates, a network by epochs",
      defaultText: "what suits the figure"),
    Field(
      "fps", .integer(min: 1, max: 120), summary: "frames in a second of a film",
      defaultText: String(usualRate)),
    Field(
      "limit", .integer(min: 2, max: 10_000_000), summary: "the most frames that are made",
      defaultText: String(usualLimit)),
    Field(
      "theme", .choice(Theme.all.map { $0.name }), summary: "the theme of the frames",
      defaultText: Theme.paper.name),
  ]

  /// The key `frames:` of every figure.
  static let field = Field(
    "frames", .oneOf([.choice(["all"]), .section(fields)]),
    summary: "an animation of the figure: 'all', or which frames, such as {count: 40}")

  /// Decodes the key `frames:`; nil where it is missing.
  static func decode(_ reader: inout SectionReader) throws(LessonError) -> FrameChoice? {
    switch try reader.item("frames") {
    case nil: return nil
    case .text(let text):
      _ = try text.choice(of: "choice of frames", from: ["all"]) { $0 }
      return FrameChoice(every: 1)
    case .list(_, let location):
      throw reader.error(
        "'frames' wants 'all' or a section, found a list", at: location,
        help: "for example frames: {count: 40}")
    case .section(var section):
      let choice = try FrameChoice(from: &section)
      try section.finish()
      return choice
    }
  }

  private init(from reader: inout SectionReader) throws(LessonError) {
    self.init(every: try reader.optionalInteger("every"))
    if every != nil {
      for other in ["count", "spacing"] where reader.has(other) {
        throw reader.error(
          "both 'every' and '\(other)' say which frames there are", at: other,
          help: "keep one of them")
      }
    }
    until = try reader.optionalInteger("until")
    count = try reader.integer("count", default: Self.usualCount)
    spacing = try reader.optionalChoice(
      "spacing", of: "spacing", from: Spacing.allCases, naming: { $0.rawValue })
    over = try reader.optionalChoice(
      "over", of: "course of frames", from: Course.allCases, naming: { $0.rawValue })
    framesPerSecond = try reader.integer("fps", default: Self.usualRate)
    limit = try reader.integer("limit", default: Self.usualLimit)
    theme = try reader.choice(
      "theme", of: "theme", from: Theme.all, naming: { $0.name }, default: .paper
    ).name
  }
}
