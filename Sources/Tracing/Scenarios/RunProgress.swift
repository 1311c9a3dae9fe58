/// Is told how much of a run is done, a share from 0 to 1 that never falls; at most a few hundred times.
///
/// It is called on the thread of the run, which waits for it.
public typealias ProgressReport = @Sendable (_ share: Double) -> Void

/// Counts the work of a run, tells how much is done, and looks whether its task was cancelled.
///
/// It sees work only, so that it can change no number of a run.
struct RunProgress {
  /// Whether the task was cancelled: what is under way shall end, and its numbers count for nothing.
  private(set) var isCancelled = false

  private let total: Double
  private let report: ProgressReport?
  private var done = 0.0
  /// The work at which something is to be done besides counting.
  private var next: Double
  private var nextReport: Double

  /// The most reports between the first and the last.
  private static let reports = 200.0
  /// Work between two looks at the task, in multiply-adds: some thousandths of a second.
  private static let stretch = 4e6

  /// Makes a count from 0 to `total` multiply-adds, and reports 0.
  init(total: Double, report: ProgressReport?) {
    self.total = total
    self.report = report
    next = Self.stretch
    nextReport = total / Self.reports
    report?(0)
  }

  /// A count that nobody follows and nothing ends.
  static let unwatched = RunProgress(total: .infinity, report: nil)

  /// Adds work that was done.
  @inline(__always)
  mutating func add(_ work: Double) {
    done += work
    if done >= next { look() }
  }

  /// Counts on to a share of the whole, where a run was over sooner than it could have been.
  mutating func skip(to work: Double) {
    if work > done { add(work - done) }
  }

  /// Reports 1.
  mutating func finish() {
    if !isCancelled { report?(1) }
  }

  private mutating func look() {
    next = done + Self.stretch
    if total.isFinite, Task.isCancelled { isCancelled = true }
    guard let report, done >= nextReport, done < total else { return }
    nextReport = done + total / Self.reports
    report(done / total)
  }
}
