import Dispatch
import Foundation
import Synchronization

/// Work that the user, or the system, may break off with a signal.
enum Interruptible {
  /// Runs `body`, whose task is cancelled by the first of `signals`; a second one ends the program at once.
  ///
  /// If the body then has no more to say than that it was cancelled, the program ends by the signal.
  ///
  /// - Throws: What `body` throws.
  static func run<Result: Sendable>(
    on signals: [Int32] = [SIGINT, SIGTERM],
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    // The work begins when signals are heard: until then there is nothing to break off, and they end the program.
    let (gate, opening) = AsyncStream.makeStream(of: Void.self)
    let task = Task {
      for await _ in gate {}
      return try await body()
    }
    let first = FirstSignal()
    // One signal after the other: what the first one stops has stopped when the second one is heard.
    let queue = DispatchQueue(label: "signals")
    let registration = DispatchGroup()
    let sources = signals.compactMap { number in
      source(of: number, on: queue, entering: registration) {
        if !first.set(number) { _exit(128 + number) }
        task.cancel()
      }
    }
    registration.notify(queue: queue) { opening.finish() }
    defer { for source in sources { source.cancel() } }
    do {
      return try await task.value
    } catch let error as CancellationError {
      if let number = first.number { end(by: number) }
      throw error
    }
  }

  private static func source(
    of number: Int32, on queue: DispatchQueue, entering registration: DispatchGroup,
    _ handler: @escaping @Sendable () -> Void
  ) -> (any DispatchSourceSignal)? {
    var before = sigaction()
    // Whoever had the signal ignored, as nohup does, shall be obeyed.
    if sigaction(number, nil, &before) == 0, isIgnored(before) { return nil }
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler(handler: handler)
    registration.enter()
    source.setRegistrationHandler { registration.leave() }
    source.resume()
    return source
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Ends the program as if nobody had taken the signal, so that whoever waits for it sees what ended it.
  private static func end(by number: Int32) -> Never {
    // Dispatch holds the signal back from every thread; here it is let through.
    var held = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, number)
    pthread_sigmask(SIG_UNBLOCK, &held, nil)
    signal(number, SIG_DFL)
    raise(number)
    _exit(128 + number)
  }
}

/// The signal that came first.
private final class FirstSignal: Sendable {
  private let value = Atomic<Int32>(0)

  /// The number of the signal; nil if none has come.
  var number: Int32? {
    let number = value.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  /// Takes note of a signal; false if there was one before.
  func set(_ number: Int32) -> Bool {
    value.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing).exchanged
  }
}
