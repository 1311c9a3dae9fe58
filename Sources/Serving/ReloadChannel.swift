import Synchronization

/// The way by which every open page learns of what has changed.
public final class ReloadChannel: Sendable {
  private struct Reader: Sendable {
    let path: ServedPath
    let receive: PageEvents.Receiver
  }

  private struct State: Sendable {
    var status: SiteStatus
    var readers: [Int: Reader] = [:]
    var readerNumber = 0
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
      for reader in state.readers.values {
        reader.receive(Array(status.event(for: reader.path).utf8))
      }
    }
  }

  /// How many pages listen.
  public var readerCount: Int { state.withLock { $0.readers.count } }

  /// Ends every stream in good order.
  public func close() {
    state.withLock { state in
      for reader in state.readers.values { reader.receive(nil) }
      state.readers = [:]
      state.isClosed = true
    }
  }

  /// Adds a reader; its number is for `remove`.
  fileprivate func add(_ path: ServedPath, _ receive: @escaping PageEvents.Receiver) -> Int {
    state.withLock { state in
      state.readerNumber += 1
      receive(Array(("retry: 1000\n\n" + state.status.event(for: path)).utf8))
      if state.isClosed {
        receive(nil)
      } else {
        state.readers[state.readerNumber] = Reader(path: path, receive: receive)
      }
      return state.readerNumber
    }
  }

  fileprivate func remove(_ number: Int) {
    state.withLock { _ = $0.readers.removeValue(forKey: number) }
  }
}

/// What one page is to be told: at once what is known, then whatever changes.
public struct PageEvents: Sendable {
  /// Takes each event, and nil for the end.
  ///
  /// It is called by any thread, one event at a time, and must not call the channel.
  public typealias Receiver = @Sendable ([UInt8]?) -> Void

  private let channel: ReloadChannel
  private let path: ServedPath

  init(of path: ServedPath, through channel: ReloadChannel) {
    (self.path, self.channel) = (path, channel)
  }

  /// Starts to hear events, until `end` of what is returned is called or the channel is closed.
  public func listen(_ receive: @escaping Receiver) -> Subscription {
    Subscription(channel: channel, number: channel.add(path, receive))
  }

  /// A page that listens.
  public struct Subscription: Sendable {
    fileprivate let channel: ReloadChannel
    fileprivate let number: Int

    /// Hears no more.
    public func end() { channel.remove(number) }
  }
}
