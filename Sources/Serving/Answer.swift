/// What is answered to a request, before it becomes bytes on a wire.
public struct Answer: Sendable {
  /// What follows the headers.
  public enum Body: Sendable {
    /// All of it.
    case bytes([UInt8])
    /// Events without an end.
    case events(PageEvents)
  }

  /// The status code of HTTP.
  public let status: Int
  /// The headers, each name once.
  public internal(set) var headers: [(name: String, value: String)]
  /// What follows them, also for a request that asks for the headers alone.
  public internal(set) var body: Body

  /// An answer with `bytes` of the media type `type`.
  init(_ status: Int, _ type: String, _ bytes: [UInt8]) {
    self.status = status
    headers = [
      ("Content-Type", type), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    body = .bytes(bytes)
  }

  /// An answer of one line.
  init(_ status: Int, _ text: String) {
    self.init(status, "text/plain; charset=utf-8", Array((text + "\n").utf8))
  }

  /// The value of the header `name`; nil if there is none.
  public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension Answer {
  /// How an answer is delimited.
  struct Framing: Sendable {
    /// Whether the request asks for the headers alone.
    var isHeadOnly = false
    /// Whether another request may follow on the connection.
    var staysOpen = false
    /// Whether a body of unknown length is sent in chunks; otherwise the connection ends with it.
    var isChunked = false
  }

  /// The status line, the headers, and the body if it is not a stream.
  ///
  /// - Source: RFC 9112, sections 4, 6 and 9.6
  func bytes(_ framing: Framing) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.phrases[status] ?? "")\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if !framing.staysOpen { text += "Connection: close\r\n" }
    switch body {
    case .bytes(let bytes):
      text += "Content-Length: \(bytes.count)\r\n\r\n"
      return Array(text.utf8) + (framing.isHeadOnly ? [] : bytes)
    case .events:
      return Array(
        (text + (framing.isChunked ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n").utf8)
    }
  }

  /// A chunk of a body of unknown length; an empty one ends the body.
  static func chunk(_ bytes: [UInt8]) -> [UInt8] {
    Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
  }

  private static let phrases = [
    200: "OK", 302: "Found", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 413: "Content Too Large",
    414: "URI Too Long", 431: "Request Header Fields Too Large",
    505: "HTTP Version Not Supported",
  ]
}
