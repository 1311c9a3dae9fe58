public import Files
public import Lessons

/// Something about a course that a person should mend, with its place.
public struct Finding: Error, Equatable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Codable {
    /// The lesson cannot be built, or is wrong.
    case error
    /// The lesson can be built, but something seems forgotten.
    case warning
  }

  /// What it is about, so that findings can be told apart without reading them.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// `course.yaml`, `lesson.yaml` or the data of a lesson cannot be read, do not fit or ask for too much.
    case lesson
    /// A title, a caption or the words of a language are missing.
    case words
    /// Alternative text is missing or says nothing.
    case alternativeText = "alternative-text"
    /// The prose names what is not there, or a formula cannot be set.
    case prose
    /// The prose of one language lacks what another has.
    case parity
    /// A scenario or a figure that nothing uses.
    case unused
    /// Output that has not been built.
    case unbuilt
    /// Output that is older than what it was made from.
    case stale
    /// Output that is gone or was changed by somebody else.
    case damaged
    /// Output that belongs to nothing in the course.
    case leftover
  }

  /// How bad it is.
  public let severity: Severity
  /// What it is about.
  public private(set) var kind = Kind.lesson
  /// Where it is; nil if it has no place in a text.
  public let location: SourceLocation?
  /// What is wrong: one line, no period.
  public let message: String
  /// The line of the text with the place in it; empty if there is none to show.
  public let excerpt: String
  /// What to do about it, if there is more to say.
  public let help: String?

  /// Makes a finding.
  public init(
    _ severity: Severity, _ message: String, at location: SourceLocation? = nil,
    excerpt: String = "", help: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.excerpt = excerpt
    self.help = help
  }

  /// The finding that an error in a lesson's text is.
  public init(_ error: LessonError) {
    self.init(
      .error, error.message, at: error.location, excerpt: error.excerpt, help: error.help)
  }

  /// The finding that a failure to read or write is.
  public init(_ error: DiskError) { self.init(.error, error.description) }

  /// The same finding as one of another kind.
  func of(_ kind: Kind) -> Finding {
    var finding = self
    finding.kind = kind
    return finding
  }

  /// `lessons/xor/lesson.yaml:14:12: error: message`, the line with a caret below, the help.
  public var description: String {
    guard let location else {
      return "\(severity.rawValue): \(message)" + (help.map { "\n  = \($0)" } ?? "")
    }
    let text = LessonError(location: location, message: message, help: help, excerpt: excerpt)
      .description
    return severity == .error
      ? text : text.replacing(": error: ", with: ": warning: ", maxReplacements: 1)
  }
}

extension [Finding] {
  /// By line and column, then by message; those without a place come first.
  func inFileOrder() -> [Finding] {
    sorted {
      let (one, other) = ($0.location, $1.location)
      return (one?.line ?? 0, one?.column ?? 0, $0.message)
        < (other?.line ?? 0, other?.column ?? 0, $1.message)
    }
  }
}
