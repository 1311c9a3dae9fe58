import Foundation
import Synchronization

/// The processes that make the films of one run, so that a run that is broken off leaves nothing of them.
final class FilmProcesses: Sendable {
  private struct State {
    var films: [(process: Process, files: [String])] = []
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Starts the process of a film, whose files are unfinished until it leaves.
  ///
  /// - Throws: `CancellationError` if the run was broken off, else what starting it throws.
  func enter(_ process: Process, files: [String]) throws {
    // Under the lock, so that no process is started that `stop` does not know.
    try state.withLock { state in
      guard !state.isStopped else { throw CancellationError() }
      try process.run()
      state.films.append((process, files))
    }
  }

  /// Forgets a process that has ended.
  func leave(_ process: Process) {
    state.withLock { $0.films.removeAll { $0.process === process } }
  }

  /// Ends every process and removes what there is of its film; none is started from now on.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for (process, files) in state.films {
        kill(process.processIdentifier, SIGKILL)
        // It must be gone before its files are, or it could write one more.
        process.waitUntilExit()
        for file in files { unlink(file) }
      }
      state.films = []
    }
  }
}
