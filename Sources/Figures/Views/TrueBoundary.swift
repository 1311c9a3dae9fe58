import Languages
import Drawings
import Plotting
import Tracing

/// The boundary of the rule that made the data, dashed so that no network's boundary looks like it.
struct TrueBoundary {
  let theme: Theme

  private static let dash = [5.0, 3]

  /// The dashed line on an edge of the page's color; nothing without a rule.
  func marks(of truth: GroundTruth?, x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Mark] {
    guard let margin = truth?.margin else { return [] }
    let xs = Grid.axis(x, count: OutputField.resolution)
    let ys = Grid.axis(y, count: OutputField.resolution)
    let values = ys.flatMap { y in xs.map { margin($0, y) } }
    let grid = Grid(xs: xs, ys: ys, values: values)
    return [
      .contours(grid, at: [0], color: theme.background.opacity(0.6), width: theme.boldLine),
      .contours(grid, at: [0], color: theme.accent, width: theme.line, dash: Self.dash),
    ]
  }

  /// What the dashed line stands for.
  func key(_ words: Words) -> Key {
    .line(theme.accent, width: theme.line, dash: Self.dash, words(.trueBoundary))
  }
}

extension Trace {
  /// What was reached at a step on the rows learned from and on those for validation, a line each, with
  /// the share that is right, and how far the losses are apart; nothing without rows for validation.
  func validationScore(at step: TraceStep, _ words: Words) -> [String] {
    var lines = errors(at: step, words)
    guard lines.count > 1 else { return [] }
    let place = history.epochs.lastIndex(of: step.epoch)
    let validation = place.flatMap { place in
      place < history.validationAccuracy.count ? history.validationAccuracy[place] : nil
    }
    for (index, share) in [step.accuracy, validation].enumerated() {
      if let share { lines[index] += " (" + Shown.share(share) + ")" }
    }
    return lines
  }
}

extension ClosedRange<Double> {
  /// The least range that holds both.
  func union(_ other: ClosedRange<Double>) -> ClosedRange<Double> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
