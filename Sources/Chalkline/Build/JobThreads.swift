import Dispatch
import Foundation
import Synchronization

/// Threads of their own for the work of builds.
///
/// Drawing and training never wait for anything: on the threads that all tasks share, they would leave
/// none for whoever has to answer at once, such as a server. And what is made once a thread, such as the
/// map of the fonts, is kept for as long as the threads are.
final class JobThreads: TaskExecutor {
  private struct State: Sendable {
    var waiting: [UnownedJob] = []
    var isOver = false
  }

  private let state = Mutex(State())
  private let count: Int
  private let signal = DispatchSemaphore(value: 0)

  /// Starts so many threads; they end some time after `stop`.
  init(_ count: Int) {
    self.count = count
    for _ in 0..<count { Thread.detachNewThread { self.work() } }
  }

  /// Ends the threads once they have done what they were given.
  func stop() {
    state.withLock { $0.isOver = true }
    for _ in 0..<count { signal.signal() }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.waiting.insert(job, at: 0) }
    signal.signal()
  }

  private func work() {
    while true {
      signal.wait()
      let job = state.withLock { $0.waiting.popLast() }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if state.withLock({ $0.isOver }) {
        return
      }
    }
  }
}
