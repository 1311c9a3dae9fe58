/// Why a request is refused before its target is looked at, and its connection ended.
public enum Refusal: Error, Equatable, Sendable {
  /// It is not HTTP, for this reason.
  case malformed(String)
  /// Its head takes too long.
  case slow
  /// It has a body.
  case body
  /// Its first line is too long.
  case longTarget
  /// Its headers are too large, or too many.
  case largeHeaders
  /// It uses a version of HTTP other than 1.x.
  case version

  /// The status code of HTTP.
  public var status: Int {
    switch self {
    case .malformed: 400
    case .slow: 408
    case .body: 413
    case .longTarget: 414
    case .largeHeaders: 431
    case .version: 505
    }
  }

  var answer: Answer {
    switch self {
    case .malformed(let reason): Answer(status, reason)
    case .slow: Answer(status, "The request took too long.")
    case .body: Answer(status, "A request to this server must not have a body.")
    case .longTarget: Answer(status, "The address is too long.")
    case .largeHeaders: Answer(status, "The headers are too large.")
    case .version: Answer(status, "This server speaks HTTP/1.1.")
    }
  }
}
