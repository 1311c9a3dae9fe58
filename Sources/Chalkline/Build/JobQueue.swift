/// Runs jobs on at most `limit` tasks at a time.
///
/// A finished job may bring forth more; those go before the ones that still wait, so that what was
/// begun is finished, and its memory given back, before something new is begun.
enum JobQueue {
  /// Runs `jobs` and all that they bring forth; `finished` is called for one result at a time.
  static func run<Job: Sendable, Outcome: Sendable>(
    _ jobs: [Job], limit: Int, perform: @escaping @Sendable (Job) async -> Outcome,
    finished: (Outcome) -> [Job]
  ) async {
    precondition(limit >= 1, "a job queue needs a task to run on, not \(limit)")
    // A stack: the next job is the last one.
    var waiting = Array(jobs.reversed())
    await withTaskGroup(of: Outcome.self) { group in
      var running = 0
      while true {
        while running < limit, !Task.isCancelled, let job = waiting.popLast() {
          group.addTask { await perform(job) }
          running += 1
        }
        guard let outcome = await group.next() else { return }
        running -= 1
        waiting += finished(outcome).reversed()
      }
    }
  }
}
