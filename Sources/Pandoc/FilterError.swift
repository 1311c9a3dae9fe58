/// What keeps a document from being filtered: everything that is wrong with it, at least one thing.
public struct FilterError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong: a line each, no period.
  public let messages: [String]

  /// Makes an error of one message.
  init(_ message: String) { messages = [message] }

  /// Makes an error of several.
  init(_ messages: [String]) { self.messages = messages }

  /// The messages, each but the first on a line of its own that begins with `error: `.
  public var description: String { messages.joined(separator: "\nerror: ") }
}
