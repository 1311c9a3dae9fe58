import Dispatch
import Foundation

/// Work that the user, or the system, may break off with a signal.
enum Interruptible {
  /// Runs `body`, whose task is cancelled by SIGINT and SIGTERM; a second signal ends the program at once.
  static func run<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result)
    async throws -> Result
  {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].compactMap { source(of: $0, cancelling: task) }
    defer { for source in sources { source.cancel() } }
    return try await task.value
  }

  private static func source<Result>(of number: Int32, cancelling task: Task<Result, any Error>)
    -> (any DispatchSourceSignal)?
  {
    var before = sigaction()
    // Whoever had the signal ignored, as nohup does, shall be obeyed.
    if sigaction(number, nil, &before) == 0, isIgnored(before) { return nil }
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      if task.isCancelled { _exit(128 + number) }
      task.cancel()
    }
    source.resume()
    return source
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
