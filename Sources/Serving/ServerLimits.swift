/// Limits on what one client may use, so that no client keeps the server from answering the others.
///
/// Sizes are checked byte by byte as they arrive, before anything is parsed.
public struct ServerLimits: Sendable {
  /// The length of the request line in bytes, with its line break; a longer one is answered with 414.
  public var requestLineBytes = 8 << 10
  /// The size of all header lines together, in bytes; more is answered with 431.
  public var headerBytes = 16 << 10
  /// The number of header lines; more is answered with 431.
  public var headerCount = 100
  /// How long a connection may stay open before the first byte of a request; then it is closed.
  public var idle: Duration = .seconds(15)
  /// How long the head of a request may take, from its first byte to its last; then 408 is answered.
  public var head: Duration = .seconds(15)
  /// How long a client may go without reading any of its answer; then it is disconnected.
  public var stall: Duration = .seconds(15)
  /// How long a client may take to close its side after the last answer.
  public var farewell: Duration = .seconds(2)
  /// How many bytes a client may still send after the last answer.
  ///
  /// They are thrown away, but a client that is cut off while it sends may never see the answer.
  public var farewellBytes = 4 << 20
  /// The number of open connections; to accept one more, the oldest is closed.
  public var connections = 512
  /// The number of open event streams; to open one more, the oldest is ended.
  public var eventStreams = 64
  /// How many bytes of events may wait for one client; past that, it is disconnected.
  public var eventBytes = 1 << 20
  /// How many bytes may wait for all clients together; past that, the oldest of those that they wait for
  /// is disconnected.
  public var waitingBytes = 256 << 20

  /// The limits for everyday use.
  public init() {}
}
