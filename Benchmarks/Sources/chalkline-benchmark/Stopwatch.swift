import Foundation
import Synchronization

/// Wall and CPU time of named stages in seconds, added up over threads, and of the core of the work.
final class Stopwatch: Sendable {
  private struct Stage {
    let name: String
    var wall = 0.0
    var cpu = 0.0
  }

  private struct Times {
    var stages: [Stage] = []
    var core = (wall: 0.0, cpu: 0.0)
  }

  private let times = Mutex(Times())

  /// Does `body` as a part of a stage, on one thread.
  func callAsFunction<Answer>(_ stage: String, _ body: () throws -> Answer) rethrows -> Answer {
    let (wall, cpu) = (Self.seconds(CLOCK_MONOTONIC), Self.seconds(CLOCK_THREAD_CPUTIME_ID))
    defer {
      let (wall, cpu) = (
        Self.seconds(CLOCK_MONOTONIC) - wall, Self.seconds(CLOCK_THREAD_CPUTIME_ID) - cpu
      )
      times.withLock { times in
        let known = times.stages.firstIndex { $0.name == stage }
        if known == nil { times.stages.append(Stage(name: stage)) }
        let index = known ?? times.stages.count - 1
        times.stages[index].wall += wall
        times.stages[index].cpu += cpu
      }
    }
    return try body()
  }

  /// Does `body`, on any number of threads, as what is compared between programs.
  func core<Answer>(_ body: () throws -> Answer) rethrows -> Answer {
    let (wall, cpu) = (Self.seconds(CLOCK_MONOTONIC), Self.seconds(CLOCK_PROCESS_CPUTIME_ID))
    defer {
      let end = (Self.seconds(CLOCK_MONOTONIC), Self.seconds(CLOCK_PROCESS_CPUTIME_ID))
      times.withLock { $0.core = (end.0 - wall, end.1 - cpu) }
    }
    return try body()
  }

  /// The line that the runner of the comparison reads.
  func report(of workload: String) -> String {
    times.withLock { times in
      func list(_ time: (Stage) -> Double) -> String {
        times.stages.map { "\"\($0.name)\": \(Self.text(time($0)))" }.joined(separator: ", ")
      }
      return """
        {"workload": "\(workload)", "peer": "chalkline", "import_s": 0, \
        "core_s": \(Self.text(times.core.wall)), "core_cpu_s": \(Self.text(times.core.cpu)), \
        "peak_mib": \(Self.text(Self.peakMebibytes)), \
        "stages": {\(list { $0.wall })}, "stages_cpu": {\(list { $0.cpu })}}
        """
    }
  }

  private static func text(_ number: Double) -> String { String(format: "%.6f", number) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most memory that the process ever had in use.
  private static var peakMebibytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
