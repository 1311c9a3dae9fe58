import Dispatch
import Foundation
import Synchronization

/// Threads of their own for the work of builds.
///
/// Drawing and training never wait for anything: on the threads that all tasks share, they would leave
/// none for whoever has to answer at once, such as a server. And what is made once a thread, such as the
/// map of the fonts, is kept for as long as the threads are.
package final class JobThreads: TaskExecutor {
  private struct State: Sendable {
    /// Those before `next` were begun.
    var waiting: [UnownedJob] = []
    var next = 0
    var isOver = false

    /// The job that has waited longest.
    mutating func take() -> UnownedJob? {
      guard next < waiting.count else { return nil }
      defer {
        next += 1
        if next == waiting.count { (waiting, next) = ([], 0) }
      }
      return waiting[next]
    }
  }

  private let state = Mutex(State())
  /// How many there are.
  package let count: Int
  private let signal = DispatchSemaphore(value: 0)

  /// Starts so many threads; they end some time after `stop`.
  package init(_ count: Int) {
    self.count = count
    for _ in 0..<count { Thread.detachNewThread { self.work() } }
  }

  /// Ends the threads once they have done what they were given.
  package func stop() {
    state.withLock { $0.isOver = true }
    for _ in 0..<count { signal.signal() }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.waiting.append(job) }
    signal.signal()
  }

  private func work() {
    while true {
      signal.wait()
      let job = state.withLock { $0.take() }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if state.withLock({ $0.isOver }) {
        return
      }
    }
  }
}
