import Synchronization

/// The way by which every open page learns of what has changed.
public final class ReloadChannel: Sendable {
  private struct Reader: Sendable {
    let path: ServedPath
    let events: AsyncStream<[UInt8]>.Continuation

    /// Sends `text`; whether anybody is still there to read it.
    func tell(_ text: String) -> Bool {
      if case .terminated = events.yield(Array(text.utf8)) { false } else { true }
    }
  }

  private struct State: Sendable {
    var status: SiteStatus
    var readers: [Reader] = []
    var isClosed = false
  }

  private let state: Mutex<State>

  /// A channel that starts with a status.
  public init(_ status: SiteStatus = SiteStatus()) { state = Mutex(State(status: status)) }

  /// What is known now.
  public var status: SiteStatus { state.withLock { $0.status } }

  /// Takes over a new status, and tells every open page.
  public func publish(_ status: SiteStatus) {
    state.withLock { state in
      guard state.status != status else { return }
      state.status = status
      state.readers.removeAll { !$0.tell(status.event(for: $0.path)) }
    }
  }

  /// How many pages listen, as far as is known.
  public var readerCount: Int { state.withLock { $0.readers.count } }

  /// What the page at `path` is to be told: at once what is known now, then all that comes.
  func events(for path: ServedPath) -> AsyncStream<[UInt8]> {
    // Every event tells all there is to know: of those that wait, only the last are of use.
    let (stream, events) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(4))
    state.withLock { state in
      let reader = Reader(path: path, events: events)
      _ = reader.tell("retry: 1000\n\n" + state.status.event(for: path))
      if state.isClosed { events.finish() } else { state.readers.append(reader) }
    }
    return stream
  }

  /// Says a word that no page listens to: only by writing is it found out who has gone.
  func ping() {
    state.withLock { state in state.readers.removeAll { !$0.tell(": still here\n\n") } }
  }

  /// Ends every stream in good order.
  public func close() {
    state.withLock { state in
      for reader in state.readers { reader.events.finish() }
      state.readers = []
      state.isClosed = true
    }
  }
}
