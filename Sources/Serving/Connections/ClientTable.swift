/// All clients, and the rules about which of them has to go when there are too many.
struct ClientTable {
  private(set) var clients: [Client] = []
  private let limits: ServerLimits
  /// The number of clients there is room for.
  private var capacity: Int
  private var count = 0

  init(_ limits: ServerLimits) { (self.limits, capacity) = (limits, limits.connections) }

  /// Adds a client; if there are too many, the oldest is closed.
  mutating func add(_ socket: ClientSocket, _ connection: Connection) {
    while clients.count >= capacity, closeOldest(at: connection.since) {}
    count += 1
    clients.append(Client(socket, number: count, connection))
  }

  /// Changes the client at `index`.
  mutating func update(_ index: Int, _ change: (inout Client) -> Void) { change(&clients[index]) }

  /// Changes the client with this number, if it is still connected.
  mutating func update(number: Int, _ change: (inout Client) -> Void) {
    guard let index = clients.firstIndex(where: { $0.number == number }) else { return }
    change(&clients[index])
  }

  /// The earliest deadline of all clients; nil if there is none.
  var deadline: Connection.Moment? { clients.compactMap { $0.connection.deadline }.min() }

  /// Enforces deadlines and limits, and removes the clients that are done.
  mutating func settle(at now: Connection.Moment) {
    for index in clients.indices { clients[index].connection.expire(at: now) }
    endOldStreams(at: now)
    closeStalled(at: now)
    for index in clients.indices { clients[index].settle() }
    clients.removeAll { $0.connection.state == .closed }
  }

  /// Lets every client finish what it is receiving.
  mutating func end(at now: Connection.Moment) {
    for index in clients.indices { clients[index].connection.end(at: now) }
  }

  /// Disconnects everybody.
  mutating func close(at now: Connection.Moment) {
    for index in clients.indices { clients[index].connection.close(at: now) }
    settle(at: now)
  }

  /// Lowers the number of clients for good, and closes at least one.
  ///
  /// Eight descriptors are left free: requested files and builds need some too.
  ///
  /// - Returns: Whether there was a client to close.
  mutating func shrink(at now: Connection.Moment) -> Bool {
    capacity = min(capacity, max(16, clients.count - 8))
    var hasRoom = closeOldest(at: now)
    while clients.count > capacity { hasRoom = closeOldest(at: now) }
    return hasRoom
  }

  /// Closes the client that has been in its state longest; one that listens to events only if there is no
  /// other.
  ///
  /// A recent request is the most likely to be the page that somebody is waiting for.
  ///
  /// - Returns: Whether there was a client to close.
  private mutating func closeOldest(at now: Connection.Moment) -> Bool {
    let isStream = { (client: Client) in client.connection.state == .streaming }
    guard let index = oldest(where: { !isStream($0) }) ?? oldest(where: isStream) else {
      return false
    }
    clients[index].connection.close(at: now)
    clients[index].settle()
    clients.remove(at: index)
    return true
  }

  private mutating func endOldStreams(at now: Connection.Moment) {
    let streams = clients.indices.filter { clients[$0].connection.isListening }
    guard streams.count > limits.eventStreams else { return }
    let byAge = streams.sorted { clients[$0].connection.since < clients[$1].connection.since }
    for index in byAge.dropLast(limits.eventStreams) {
      clients[index].connection.endEvents(at: now)
      clients[index].write(at: now)
    }
  }

  private mutating func closeStalled(at now: Connection.Moment) {
    var waiting = clients.reduce(0) { $0 + $1.connection.pending.count }
    while waiting > limits.waitingBytes,
      let index = oldest(where: { !$0.connection.pending.isEmpty }),
      clients[index].connection.pending.count < waiting
    {
      waiting -= clients[index].connection.pending.count
      clients[index].connection.close(at: now)
    }
  }

  private func oldest(where isMeant: (Client) -> Bool) -> Int? {
    clients.indices.filter { isMeant(clients[$0]) }.min {
      clients[$0].connection.since < clients[$1].connection.since
    }
  }
}
