/// Runs jobs on threads of their own, at most `limit` at a time.
///
/// A finished job may bring forth more; those go before the ones that still wait, so that what was
/// begun is finished, and its memory given back, before something new is begun.
enum JobQueue {
  /// Runs `jobs` and all that they bring forth; `finished` is called for one result at a time.
  ///
  /// If the task is cancelled, it returns at once: jobs that were begun are cancelled too, but go on
  /// until they notice, and nobody waits for what they give.
  static func run<Job: Sendable, Outcome: Sendable>(
    _ jobs: [Job], on threads: JobThreads, limit: Int,
    perform: @escaping @Sendable (Job) async -> Outcome,
    finished: (Outcome) -> [Job]
  ) async {
    precondition(limit >= 1, "a job queue needs a task to run on, not \(limit)")
    let (stream, outcomes) = AsyncStream.makeStream(of: Outcome.self)
    var results = stream.makeAsyncIterator()
    // A stack: the next job is the last one.
    var waiting = Array(jobs.reversed())
    var running = 0
    var begun: [Task<Void, Never>] = []
    defer { if Task.isCancelled { for task in begun { task.cancel() } } }
    while true {
      while running < limit, !Task.isCancelled, let job = waiting.popLast() {
        begun.append(start(job, on: threads, perform, outcomes))
        running += 1
      }
      guard running > 0, let outcome = await results.next() else { return }
      running -= 1
      waiting += finished(outcome).reversed()
    }
  }

  private static func start<Job: Sendable, Outcome: Sendable>(
    _ job: Job, on threads: JobThreads,
    _ perform: @escaping @Sendable (Job) async -> Outcome,
    _ outcomes: AsyncStream<Outcome>.Continuation
  ) -> Task<Void, Never> {
    Task.detached(executorPreference: threads) { outcomes.yield(await perform(job)) }
  }
}
