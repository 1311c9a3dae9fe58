import Chalkline

/// How long a piece of work has taken, and how long it may still take.
struct ProgressClock: Sendable {
  private let start = ContinuousClock.now

  /// `3.1/s, 0:07 left`: jobs a second so far, and what is left if the work goes on as it did.
  func text(_ progress: BuildProgress) -> String {
    Self.text(progress, after: Self.seconds(ContinuousClock.now - start))
  }

  /// The same after so many seconds; nothing can be said of the first moments.
  static func text(_ progress: BuildProgress, after seconds: Double) -> String {
    guard seconds >= 0.5, progress.share > 0.01 else { return "" }
    let rate = Double(progress.done) / seconds
    let tenths = Int((rate * 10).rounded())
    let left = Int((seconds * (1 - progress.share) / progress.share).rounded(.up))
    let rest = left % 60
    return "\(tenths / 10).\(tenths % 10)/s, \(left / 60):\(rest < 10 ? "0" : "")\(rest) left"
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
