/// Reads the head of a request from bytes as they arrive.
///
/// It looks at each byte once, keeps one line at a time, and stops at the first byte past a limit.
public struct RequestReader: Sendable {
  private let limits: ServerLimits
  private var line: [UInt8] = []
  private var requestLine: RequestLine?
  private var fields = HeaderFields()
  private var headerBytes = 0
  private var headerCount = 0
  /// How many bytes it has looked at.
  public private(set) var byteCount = 0

  /// A reader at the start of a request.
  public init(_ limits: ServerLimits = ServerLimits()) { self.limits = limits }

  /// Removes bytes from the start of `bytes`, up to the end of the head.
  ///
  /// - Returns: The head if it is complete; nil if all bytes were taken and more are needed.
  /// - Throws: `Refusal`; the reader must not be used again.
  public mutating func take(_ bytes: inout ArraySlice<UInt8>) throws(Refusal) -> RequestHead? {
    while let byte = bytes.popFirst() {
      byteCount += 1
      try count(byte)
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      let head = try endOfLine()
      line.removeAll(keepingCapacity: true)
      if let head { return head }
    }
    return nil
  }

  /// Refuses bytes that no head may contain, and the first byte past a limit.
  private mutating func count(_ byte: UInt8) throws(Refusal) {
    // A browser that tries TLS learns of it at once.
    guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
      throw .malformed("The request is not HTTP.")
    }
    guard requestLine != nil else {
      // Empty lines before a request are skipped, but count.
      guard byteCount <= limits.requestLineBytes else { throw .longTarget }
      return
    }
    headerBytes += 1
    guard headerBytes <= limits.headerBytes else { throw .largeHeaders }
  }

  private mutating func endOfLine() throws(Refusal) -> RequestHead? {
    guard !line.contains(UInt8(ascii: "\r")) else { throw .malformed("A line is malformed.") }
    guard let requestLine else {
      if !line.isEmpty { requestLine = try RequestLine(line) }
      return nil
    }
    guard !line.isEmpty else { return RequestHead(requestLine, fields) }
    headerCount += 1
    guard headerCount <= limits.headerCount else { throw .largeHeaders }
    try fields.add(line)
    return nil
  }
}
