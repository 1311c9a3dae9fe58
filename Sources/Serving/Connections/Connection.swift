/// The state of one client: what it has asked for, what it has yet to receive, and how long it may take.
///
/// It knows neither sockets nor clocks. Bytes and times are passed to it, so that its behavior depends on
/// nothing else.
public struct Connection: Sendable {
  /// A time on the clock of the server, which stops while the machine sleeps.
  public typealias Moment = SuspendingClock.Instant

  /// What a connection is doing.
  public enum State: Equatable, Sendable {
    /// No byte of the first, or next, request has arrived.
    case waiting
    /// The head of a request is arriving.
    case reading
    /// An answer is being sent.
    case answering
    /// Events are being sent, for as long as both sides like.
    case streaming
    /// The last answer has been sent; whatever still arrives is thrown away until the client closes its side.
    case leaving
    /// The socket can be closed.
    case closed
  }

  /// What the connection is doing.
  public private(set) var state = State.waiting
  /// When it entered its state.
  public private(set) var since: Moment

  /// Whether it was closed with output left to send.
  private(set) var isCutShort = false

  private let limits: ServerLimits
  private let respond: @Sendable (RequestHead) -> Answer
  private var reader: RequestReader
  private var input: ArraySlice<UInt8> = []
  private var output: [UInt8] = []
  private var sentCount = 0
  /// When the client last read any of the output, or the output began.
  private var lastTaken: Moment
  private var framing = Answer.Framing()
  private var hasInputEnded = false
  /// Whether the connection ends after this output.
  private var isLastOutput = false
  private var discardedCount = 0
  private var events: PageEvents?

  /// A connection that was just opened.
  ///
  /// - Parameters:
  ///   - limits: What the client may use.
  ///   - now: When it was opened.
  ///   - respond: The answer to a request. It is not called for GET and HEAD with a body.
  public init(
    _ limits: ServerLimits, at now: Moment, respond: @escaping @Sendable (RequestHead) -> Answer
  ) {
    (self.limits, self.respond, since, lastTaken) = (limits, respond, now, now)
    reader = RequestReader(limits)
  }
}

// MARK: Input

extension Connection {
  /// Whether to read from the client now: further requests have to wait while an answer is being sent.
  public var wantsInput: Bool {
    switch state {
    case .waiting, .reading, .streaming, .leaving: true
    case .answering, .closed: false
    }
  }

  /// Handles bytes that the client has sent.
  public mutating func receive(_ bytes: ArraySlice<UInt8>, at now: Moment) {
    switch state {
    case .waiting, .reading, .answering:
      input += bytes
      readRequest(at: now)
    case .leaving:
      discardedCount += bytes.count
      if discardedCount > limits.farewellBytes { enter(.closed, at: now) }
    case .streaming, .closed:
      break  // A client that listens to events has nothing more to ask.
    }
  }

  /// Handles the end of what the client sends; it may still read what it has asked for.
  public mutating func receiveEnd(at now: Moment) {
    hasInputEnded = true
    if state != .answering { enter(.closed, at: now) }
  }

  private mutating func readRequest(at now: Moment) {
    guard state == .waiting || state == .reading, !input.isEmpty else { return }
    if state == .waiting { enter(.reading, at: now) }
    do {
      let head = try reader.take(&input)
      // An empty slice would keep the buffer alive that it is a slice of.
      if input.isEmpty { input = [] }
      guard let head else { return }
      reader = RequestReader(limits)
      answer(head, at: now)
    } catch {
      refuse(error, at: now)
    }
  }

  private mutating func answer(_ head: RequestHead, at now: Moment) {
    // With any other method, the method is what is refused.
    let isRefused = head.hasBody && ["GET", "HEAD"].contains(head.method)
    let answer = isRefused ? Refusal.body.answer : respond(head)
    framing = Answer.Framing(
      isHeadOnly: head.method == "HEAD", staysOpen: head.staysOpen && !head.hasBody,
      isChunked: head.readsChunks)
    if case .events(let events) = answer.body { self.events = events }
    begin(answer, at: now)
  }

  private mutating func refuse(_ refusal: Refusal, at now: Moment) {
    framing = Answer.Framing()
    input = []
    begin(refusal.answer, at: now)
  }

  private mutating func begin(_ answer: Answer, at now: Moment) {
    (output, sentCount, lastTaken) = (answer.bytes(framing), 0, now)
    enter(events == nil ? .answering : .streaming, at: now)
  }
}

// MARK: Output

extension Connection {
  /// What is to be sent next; empty if there is nothing.
  public var pending: ArraySlice<UInt8> { output[sentCount...] }

  /// Handles that the system has accepted the first `count` of the pending bytes.
  public mutating func didSend(_ count: Int, at now: Moment) {
    sentCount += count
    lastTaken = now
    guard sentCount == output.count else { return }
    (output, sentCount) = ([], 0)
    if isLastOutput || state == .answering { finish(at: now) }
  }

  /// Whether more events can be sent.
  var isListening: Bool { state == .streaming && !isLastOutput }

  /// The events that the client has just asked for; nil in later calls.
  mutating func takeEvents() -> PageEvents? {
    defer { events = nil }
    return events
  }

  /// Sends an event to a client that listens.
  mutating func send(event: [UInt8], at now: Moment) {
    guard isListening, !event.isEmpty else { return }
    append(framing.isChunked ? Answer.chunk(event) : event, at: now)
    if pending.count > limits.eventBytes { enter(.closed, at: now) }
  }

  /// Ends the event stream properly.
  mutating func endEvents(at now: Moment) {
    guard isListening else { return }
    isLastOutput = true
    if framing.isChunked { append(Answer.chunk([]), at: now) }
    if pending.isEmpty { finish(at: now) }
  }

  private mutating func append(_ bytes: [UInt8], at now: Moment) {
    if pending.isEmpty { lastTaken = now }
    output = Array(pending) + bytes
    sentCount = 0
  }

  private mutating func finish(at now: Moment) {
    guard state == .answering, framing.staysOpen, !isLastOutput else {
      enter(hasInputEnded ? .closed : .leaving, at: now)
      return
    }
    enter(.waiting, at: now)
    readRequest(at: now)
    if hasInputEnded && state != .answering { enter(.closed, at: now) }
  }
}

// MARK: Time

extension Connection {
  /// When `expire` has something to do; nil if the client may take all the time it likes.
  public var deadline: Moment? {
    switch state {
    case .waiting: since + limits.idle
    case .reading: since + limits.head
    case .answering: lastTaken + limits.stall
    case .streaming: pending.isEmpty ? nil : lastTaken + limits.stall
    case .leaving: since + limits.farewell
    case .closed: nil
    }
  }

  /// Ends what has taken too long: refuses a request that is still incomplete, closes anything else.
  public mutating func expire(at now: Moment) {
    guard let deadline, deadline <= now else { return }
    if state == .reading { refuse(.slow, at: now) } else { enter(.closed, at: now) }
  }

  /// Makes the current answer the last one; an event stream ends when its events do.
  mutating func end(at now: Moment) {
    switch state {
    case .waiting, .reading, .leaving: enter(.closed, at: now)
    case .answering: isLastOutput = true
    case .streaming, .closed: break
    }
  }

  /// Closes the connection, whatever it is doing.
  mutating func close(at now: Moment) { enter(.closed, at: now) }

  private mutating func enter(_ state: State, at now: Moment) {
    if state == .closed && !pending.isEmpty { isCutShort = true }
    (self.state, since) = (state, now)
    if state == .closed || state == .leaving { (input, output, sentCount) = ([], [], 0) }
  }
}
