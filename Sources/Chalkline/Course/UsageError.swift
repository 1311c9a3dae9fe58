/// Something that was asked for does not exist, or cannot be asked for.
public struct UsageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong: one line, no period.
  public let description: String

  /// Makes an error.
  public init(_ message: String) { description = message }
}

/// What keeps a course from being read at all: the findings of its `course.yaml`.
public struct CourseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, at least one finding.
  public let findings: [Finding]

  /// Makes an error.
  public init(_ findings: [Finding]) { self.findings = findings }

  /// All findings, a line or more each.
  public var description: String { findings.map { $0.description }.joined(separator: "\n") }
}
