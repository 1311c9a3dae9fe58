import Foundation
import Synchronization

/// The thread that serves all clients, as seen by other threads.
final class ConnectionLoop: Sendable {
  /// A message to the thread.
  enum Message: Sendable {
    case event([UInt8], to: Int)
    case endOfEvents(to: Int)
    case end
  }

  private struct Inbox: Sendable {
    var messages: [Message] = []
    var isOver = false
  }

  private let inbox = Mutex(Inbox())
  private let pipe: WakePipe
  private let (ended, ending) = AsyncStream.makeStream(of: Void.self)

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - listener: Where clients connect; it is closed at the end.
  ///   - limits: What clients may use.
  ///   - tell: Called once for each notice.
  ///   - respond: Called on the thread.
  /// - Throws: `ServingError` if the pipe that wakes the thread cannot be made.
  init(
    _ listener: ListeningSocket, _ limits: ServerLimits,
    tell: @escaping @Sendable (ServerNotice) -> Void,
    respond: @escaping @Sendable (RequestHead) -> Answer
  ) throws(ServingError) {
    pipe = try WakePipe(at: listener.port)
    let thread = Thread {
      var worker = ConnectionWorker(self, listener, limits, tell: tell, respond: respond)
      worker.run()
      self.finish()
    }
    thread.name = "serving"
    thread.start()
  }

  /// Stops accepting clients, gives answers a moment to be sent, and ends the thread.
  func stop() async {
    post(.end)
    for await _ in ended {}
  }

  /// Sends a message to the thread; has no effect after it has ended.
  func post(_ message: Message) {
    inbox.withLock { inbox in
      // The pipe is closed by then, and its descriptor may have been reused.
      guard !inbox.isOver else { return }
      inbox.messages.append(message)
      pipe.wake()
    }
  }

  /// The descriptor that becomes readable when there are messages.
  var wakeDescriptor: Int32 { pipe.reading }

  /// The messages since the last call; called on the thread.
  func messages() -> [Message] {
    pipe.rest()
    return inbox.withLock { inbox in
      defer { inbox.messages = [] }
      return inbox.messages
    }
  }

  private func finish() {
    inbox.withLock { inbox in
      inbox.isOver = true
      pipe.close()
    }
    ending.finish()
  }
}
