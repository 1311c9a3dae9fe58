import Foundation

/// The work of the thread of a `ConnectionLoop`.
///
/// Only one of its calls blocks: `poll`, which waits for all sockets at once and no longer than the next
/// deadline. So no client can delay another.
struct ConnectionWorker {
  private let loop: ConnectionLoop
  private let listener: ListeningSocket
  private let limits: ServerLimits
  private let tell: @Sendable (ServerNotice) -> Void
  private let respond: @Sendable (RequestHead) -> Answer
  private let clock = SuspendingClock()
  private var table: ClientTable
  private var toldNotices: Set<ServerNotice> = []
  /// When to accept clients again, if there were no descriptors for them.
  private var pauseEnd: Connection.Moment?
  /// When the thread ends at the latest; nil unless it is stopping.
  private var end: Connection.Moment?

  init(
    _ loop: ConnectionLoop, _ listener: ListeningSocket, _ limits: ServerLimits,
    tell: @escaping @Sendable (ServerNotice) -> Void,
    respond: @escaping @Sendable (RequestHead) -> Answer
  ) {
    (self.loop, self.listener, self.limits) = (loop, listener, limits)
    (self.tell, self.respond, table) = (tell, respond, ClientTable(limits))
  }

  /// Works until it is told to stop.
  mutating func run() {
    while true {
      let now = clock.now
      if let end, table.clients.isEmpty || end <= now { break }
      if let pauseEnd, pauseEnd <= now { self.pauseEnd = nil }
      let hasNewClients = waitAndServe()
      for message in loop.messages() { take(message, at: clock.now) }
      if hasNewClients { acceptClients() }
      table.settle(at: clock.now)
    }
    table.close(at: clock.now)
  }

  /// Waits until a client is ready or a deadline has passed; serves all clients that are ready.
  ///
  /// - Returns: Whether there are clients to accept.
  private mutating func waitAndServe() -> Bool {
    let accepts = end == nil && pauseEnd == nil
    let own = [loop.wakeDescriptor, accepts ? listener.descriptor : -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var polled = own + table.clients.map(\.interest)
    guard poll(&polled, nfds_t(polled.count), timeout) >= 0 else {
      // `poll` refuses more descriptors than the limit, which may have been lowered.
      if errno != EINTR {
        handleExhaustion()
        usleep(1000)
      }
      return false
    }
    for (index, outcome) in polled.dropFirst(own.count).enumerated() where outcome.revents != 0 {
      serve(index, outcome.revents)
    }
    return polled[1].revents != 0
  }

  private mutating func serve(_ index: Int, _ outcome: Int16) {
    let (loop, now) = (loop, clock.now)
    table.update(index) { client in
      client.serve(outcome, at: now)
      client.listen(through: loop)
    }
  }

  private mutating func take(_ message: ConnectionLoop.Message, at now: Connection.Moment) {
    switch message {
    case .event(let bytes, let number):
      table.update(number: number) { client in
        client.connection.send(event: bytes, at: now)
        client.write(at: now)
      }
    case .endOfEvents(let number):
      table.update(number: number) { client in
        client.connection.endEvents(at: now)
        client.write(at: now)
      }
    case .end:
      guard end == nil else { return }
      end = now + .milliseconds(300)
      listener.close()
      table.end(at: now)
    }
  }

  /// How long to wait, in milliseconds; -1 for no limit.
  private var timeout: Int32 {
    guard let next = [table.deadline, pauseEnd, end].compactMap({ $0 }).min() else { return -1 }
    let (seconds, attoseconds) = (next - clock.now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // Rounded up, so that the deadline has passed when `poll` returns.
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}

// MARK: New clients

extension ConnectionWorker {
  private mutating func acceptClients() {
    // Clients that are connected already get their turn in between.
    for _ in 0..<32 where pauseEnd == nil && end == nil {
      switch listener.accept() {
      case .client(let socket):
        table.add(socket, Connection(limits, at: clock.now, respond: respond))
        // The system gives out the lowest free number, so few descriptors are left.
        if socket.descriptor >= DescriptorLimit.current - 8 { handleExhaustion() }
      case .nobody: return
      case .lost: continue
      case .exhausted: handleExhaustion()
      }
    }
  }

  /// Closes clients to free descriptors; if there are none to close, waits a little.
  private mutating func handleExhaustion() {
    if toldNotices.insert(.outOfDescriptors).inserted { tell(.outOfDescriptors) }
    if !table.shrink(at: clock.now) { pauseEnd = clock.now + .milliseconds(100) }
  }
}

/// The number of descriptors that this process may have.
private enum DescriptorLimit {
  static var current: Int {
    var limit = rlimit()
    let outcome = getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
    return outcome == 0 ? Int(clamping: limit.rlim_cur) : Int.max
  }
}
