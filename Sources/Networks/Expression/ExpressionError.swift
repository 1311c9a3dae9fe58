/// What is wrong with the text of an expression, and where.
public struct ExpressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, such as `there is no function 'sigmod'`.
  public let message: String
  /// Where it begins: the number of Unicode scalars before it, from 0 to the length of the text.
  public let offset: Int
  /// What to write instead; nil if there is no good guess.
  public let help: String?
  /// The name that is no function, for callers who can guess what was meant; nil for other errors.
  public let unknownFunction: String?

  /// Makes an error at a place of a text.
  init(
    _ message: String, at offset: Int, help: String? = nil, unknownFunction: String? = nil
  ) {
    self.message = message
    self.offset = offset
    self.help = help
    self.unknownFunction = unknownFunction
  }

  /// The message, and the help if there is any.
  public var description: String {
    guard let help else { return message }
    return "\(message); \(help)"
  }
}
