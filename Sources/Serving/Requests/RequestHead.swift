/// The request line of a request, and what its headers say that matters here.
public struct RequestHead: Equatable, Sendable {
  /// The method, as it was written: `GET`.
  public let method: String
  /// The target, as it was written: `/xor/?x=1`.
  public let target: String
  /// The value of `Host`; nil if there is none.
  public let host: String?
  /// Whether another request may follow on the same connection.
  public let staysOpen: Bool
  /// Whether the client understands the chunked transfer coding.
  public let readsChunks: Bool
  /// Whether a body follows.
  public let hasBody: Bool

  init(_ line: RequestLine, _ fields: HeaderFields) {
    (method, target, host) = (line.method, line.target, fields.host)
    // Few clients speak HTTP/1.0; one request per connection is enough for them.
    staysOpen = line.isPersistent && !fields.asksToClose
    readsChunks = line.isPersistent
    hasBody = fields.isChunked || (fields.contentLength ?? 0) > 0
  }
}

/// The first line of a request.
struct RequestLine: Equatable, Sendable {
  let method: String
  let target: String
  /// Whether it is HTTP/1.1, in which connections stay open by default.
  let isPersistent: Bool

  /// Parses a line without its line break.
  ///
  /// - Source: RFC 9112, section 3
  init(_ line: [UInt8]) throws(Refusal) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isToken, !parts[1].isEmpty, !parts[1].contains(0x09),
      let target = String(validating: parts[1], as: UTF8.self)
    else { throw .malformed("The first line is not a request line.") }
    (method, self.target) = (String(decoding: parts[0], as: UTF8.self), target)
    isPersistent = try Self.isPersistent(String(decoding: parts[2], as: UTF8.self))
  }

  private static func isPersistent(_ version: String) throws(Refusal) -> Bool {
    guard version.hasPrefix("HTTP/") else {
      throw .malformed("The first line is not a request line.")
    }
    let number = version.utf8.dropFirst(5)
    guard number.count == 3, number.starts(with: "1.".utf8), let minor = number.last, minor.isDigit
    else { throw .version }
    return minor != UInt8(ascii: "0")
  }
}

/// What the headers of a request say that matters here.
struct HeaderFields: Equatable, Sendable {
  private(set) var host: String?
  private(set) var contentLength: Int?
  private(set) var isChunked = false
  private(set) var asksToClose = false

  /// Takes one header line without its line break.
  ///
  /// - Source: RFC 9112, sections 5 and 6.3; RFC 9110, section 7.2
  mutating func add(_ line: [UInt8]) throws(Refusal) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].isToken else {
      throw .malformed("A header line is malformed.")
    }
    let value = line[(colon + 1)...].trimmed
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "host":
      guard host == nil else { throw .malformed("The request names more than one host.") }
      host = String(decoding: value, as: UTF8.self)
    case "content-length":
      guard contentLength == nil, !isChunked, !value.isEmpty, value.allSatisfy(\.isDigit),
        let length = Int(String(decoding: value, as: UTF8.self))
      else { throw .malformed("The length of the body is unclear.") }
      contentLength = length
    case "transfer-encoding":
      guard contentLength == nil else { throw .malformed("The length of the body is unclear.") }
      isChunked = true
    case "connection":
      let options = String(decoding: value, as: UTF8.self).lowercased().split(separator: ",")
      asksToClose = asksToClose || options.contains { $0.trimmingBlanks == "close" }
    default: break
    }
  }
}

extension Collection<UInt8> {
  /// Whether these bytes are a token: RFC 9110, section 5.6.2.
  fileprivate var isToken: Bool {
    !isEmpty && allSatisfy { $0.isDigit || $0.isLetter || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == 0x09 }
}

extension ArraySlice<UInt8> {
  /// Without the blanks at both ends.
  fileprivate var trimmed: ArraySlice<UInt8> {
    let start = drop { $0.isBlank }
    return start[..<(start.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start.startIndex)]
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    return start.prefix { $0 != " " && $0 != "\t" }
  }
}
