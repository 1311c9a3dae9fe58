import Foundation

/// A connection and its socket.
struct Client {
  /// Unique among all clients of a server, including earlier ones.
  let number: Int
  let socket: ClientSocket
  var connection: Connection
  private var news: PageEvents.Subscription?
  private var isOutputEnded = false

  init(_ socket: ClientSocket, number: Int, _ connection: Connection) {
    (self.number, self.socket, self.connection) = (number, socket, connection)
  }

  /// What to wait for.
  var interest: pollfd {
    var events: Int32 = 0
    if connection.wantsInput { events |= Int32(POLLIN) }
    if !connection.pending.isEmpty { events |= Int32(POLLOUT) }
    return pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
  }

  /// Reads and writes as much as is possible without waiting, after `poll` returned `outcome`.
  mutating func serve(_ outcome: Int16, at now: Connection.Moment) {
    let outcome = Int32(outcome)
    let isBroken = outcome & Int32(POLLERR | POLLHUP | POLLNVAL) != 0
    if connection.wantsInput, isBroken || outcome & Int32(POLLIN) != 0 {
      read(at: now)
    } else if isBroken {
      connection.close(at: now)
    }
    // Most answers fit into the buffer of the socket.
    write(at: now)
  }

  /// Writes as much of the pending output as the system accepts.
  mutating func write(at now: Connection.Moment) {
    guard !connection.pending.isEmpty else { return }
    switch socket.send(connection.pending) {
    case .taken(let count): connection.didSend(count, at: now)
    case .later: break
    case .failed: connection.close(at: now)
    }
  }

  /// If the client has asked for events, forwards them through `loop`.
  mutating func listen(through loop: ConnectionLoop) {
    guard let events = connection.takeEvents() else { return }
    news = events.listen { [number] event in
      loop.post(event.map { .event($0, to: number) } ?? .endOfEvents(to: number))
    }
  }

  /// Updates the socket after the state of the connection has changed.
  mutating func settle() {
    if connection.state == .leaving, !isOutputEnded {
      isOutputEnded = true
      socket.endOutput()
    }
    guard connection.state == .closed else { return }
    news?.end()
    if connection.isCutShort { socket.forgetOutput() }
    socket.close()
  }

  private mutating func read(at now: Connection.Moment) {
    switch socket.receive() {
    case .bytes(let bytes): connection.receive(bytes, at: now)
    case .end: connection.receiveEnd(at: now)
    case .later: break
    case .failed: connection.close(at: now)
    }
  }
}
