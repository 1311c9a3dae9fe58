/// Runs jobs on threads of their own, as many at a time as there are threads.
///
/// A finished job may bring forth more; those go before the ones that still wait, so that what was begun is
/// finished, and its memory given back, before something new is begun.
package enum JobQueue {
  private enum Event<Job: Sendable, Outcome: Sendable>: Sendable {
    case told(Job, Double)
    case finished(Outcome)
  }

  /// Runs `jobs` and all that they bring forth; `told` and `finished` are called for one thing at a time.
  ///
  /// If the task is cancelled, it returns at once: jobs that were begun are cancelled too, but go on until they
  /// notice, and nobody waits for what they give.
  ///
  /// - Parameters:
  ///   - jobs: The first jobs.
  ///   - threads: Where they run.
  ///   - perform: Does a job; what it tells of the share that is done comes to `told`.
  ///   - told: Takes in how far a job is.
  ///   - finished: Takes in what came of a job, and gives the jobs that follow; nil if nothing more is to be begun.
  package static func run<Job: Sendable, Outcome: Sendable>(
    _ jobs: [Job], on threads: JobThreads,
    perform: @escaping @Sendable (Job, @escaping @Sendable (Double) -> Void) -> Outcome,
    told: (Job, Double) -> Void, finished: (Outcome) -> [Job]?
  ) async {
    let (stream, events) = AsyncStream.makeStream(of: Event<Job, Outcome>.self)
    var results = stream.makeAsyncIterator()
    // A stack: the next job is the last one.
    var waiting = Array(jobs.reversed())
    var running = 0
    var begun: [Task<Void, Never>] = []
    defer { if Task.isCancelled { for task in begun { task.cancel() } } }
    while true {
      while running < threads.count, !Task.isCancelled, let job = waiting.popLast() {
        begun.append(
          Task.detached(executorPreference: threads) {
            events.yield(.finished(perform(job) { events.yield(.told(job, $0)) }))
          })
        running += 1
      }
      guard running > 0, let event = await results.next() else { return }
      switch event {
      case .told(let job, let share): told(job, share)
      case .finished(let outcome):
        running -= 1
        if let jobs = finished(outcome) {
          waiting += jobs.reversed()
        } else {
          waiting = []
          for task in begun { task.cancel() }
        }
      }
    }
  }
}
