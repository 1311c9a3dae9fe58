import Foundation
import Synchronization

/// The films that are being made, so that an interrupted program leaves nothing of them.
public enum UnfinishedFilms {
  private static let films = Mutex<[pid_t: [String]]>([:])

  /// Starts the process of a film; a signal that comes meanwhile waits until it is known.
  ///
  /// - Throws: What `start` throws.
  static func enter(files: [String], _ start: () throws -> pid_t) throws {
    try films.withLock { films in
      let process = try start()
      films[process] = files
    }
  }

  static func leave(_ process: pid_t) {
    films.withLock { _ = $0.removeValue(forKey: process) }
  }

  /// From now on, the signals that ask a program to end first stop every ffmpeg and remove what there is
  /// of its film.
  public static func endWithProgram() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { end(by: number) }
      source.activate()
      sources.append(source)
    }
  }

  /// Kept, since a source that is let go of is silent; changed once, at the start of the program.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  private static func end(by number: Int32) {
    // The lock is never given back: whoever notices that ffmpeg is gone waits here for the end.
    films.withLock { films in
      for (process, files) in films {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for file in files { unlink(file) }
      }
      // Dispatch holds the signal back from every thread; here it is let through, so that whoever waits
      // for this program sees what ended it.
      var held = sigset_t()
      sigemptyset(&held)
      sigaddset(&held, number)
      pthread_sigmask(SIG_UNBLOCK, &held, nil)
      signal(number, SIG_DFL)
      raise(number)
      _exit(128 + number)
    }
  }
}
