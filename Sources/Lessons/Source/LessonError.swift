/// A mistake in a lesson's files, with the place, the line and, where there is one, a way out.
///
/// Printed as compilers do it:
/// ```
/// lessons/xor/lesson.yaml:14:12: error: no activation named 'tahn'; did you mean 'tanh'?
///   14 | layers: [2 tahn]
///      |            ^
///      = one of: step, identity, sigmoid, tanh
/// ```
public struct LessonError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where the mistake is.
  public let location: SourceLocation
  /// What is wrong, in one lower-case sentence without a period.
  public let message: String
  /// What to do about it; nil where the message says it.
  public let help: String?
  /// The source line of `location`; empty where there is none.
  public let excerpt: String

  /// Makes an error from its parts.
  public init(location: SourceLocation, message: String, help: String?, excerpt: String) {
    self.location = location
    self.message = message
    self.help = help
    self.excerpt = excerpt
  }

  /// The location, the message, the line with a caret under the column, and the help.
  public var description: String {
    var text = "\(location): error: \(Printable.text(message))"
    let number = String(location.line)
    let gutter = String(repeating: " ", count: number.count + 2)
    if !excerpt.isEmpty {
      let shown = Excerpt(of: excerpt, column: location.column)
      text += "\n  \(number) | \(shown.line)\n\(gutter) | \(shown.indent)^"
    }
    if let help { text += "\n\(gutter) = \(Printable.text(help))" }
    return text
  }
}

/// All mistakes found in one file, in the order of their lines.
public struct LessonErrors: Error, Equatable, Sendable, CustomStringConvertible {
  /// The mistakes, ordered by location; never empty when thrown.
  public let errors: [LessonError]

  /// Makes the collection, ordering `errors` by location.
  public init(_ errors: [LessonError]) {
    self.errors = errors.enumerated().sorted {
      ($0.element.location, $0.offset) < ($1.element.location, $1.offset)
    }.map { $0.element }
  }

  /// The printed errors, with an empty line between two of them.
  public var description: String { errors.map { $0.description }.joined(separator: "\n\n") }
}
