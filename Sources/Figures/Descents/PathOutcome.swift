import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// What became of a descent, seen from the lowest minimum of its function.
enum PathOutcome: CaseIterable, Sendable {
  /// At the lowest minimum, or one of several equally low.
  case lowest
  /// At a minimum that is not the lowest.
  case caught
  /// At a saddle or a maximum, where only an exact start leads.
  case balanced
  /// Still moving, or jumping about.
  case moving
  /// Out of every picture.
  case away

  /// Judges the end of a path.
  init(_ end: DescentEnd, minima: [StationaryPoint]) {
    switch end {
    case .minimum(let index): self = minima[index].isLowest(of: minima) ? .lowest : .caught
    case .saddle: self = .balanced
    case .unsettled: self = .moving
    case .diverged: self = .away
    }
  }

  func color(_ theme: Theme) -> Color {
    switch self {
    case .lowest: theme.color(ofSeries: 0)
    case .caught, .balanced: theme.accent
    case .moving, .away: theme.ink
    }
  }

  /// What stands at the end: a square where the end is none of the points that have a mark of their
  /// own, since a disc would look like a minimum.
  var endShape: DotShape {
    switch self {
    case .lowest, .caught, .balanced: .circle
    case .moving, .away: .square
    }
  }

  var dash: [Double] {
    switch self {
    case .lowest, .caught, .moving: []
    case .balanced, .away: [4, 3]
    }
  }

  /// How the key names it; fields of one minimum have no lowest of several.
  func word(ofMany: Bool) -> FigureWord {
    switch self {
    case .lowest: ofMany ? .reachesLowest : .reachesMinimum
    case .caught: .caughtHigher
    case .balanced: .stoppedAtSaddle
    case .moving: .stillMoving
    case .away: .runsAway
    }
  }
}

extension StationaryPoint {
  /// Whether no other of the minima is lower by more than rounding.
  func isLowest(of minima: [StationaryPoint]) -> Bool {
    let least = minima.reduce(value) { min($0, $1.value) }
    return value <= least + 1e-6 * max(1, least.magnitude)
  }
}

extension Descent {
  /// What became of each path, in the order of the starts.
  var outcomes: [PathOutcome] {
    let minima = self.minima
    return paths.map { PathOutcome($0.end, minima: minima) }
  }

  /// Whether there is a higher minimum to be caught in.
  var hasHigherMinimum: Bool {
    let minima = self.minima
    return minima.contains { !$0.isLowest(of: minima) }
  }

  /// The largest learning rate at which plain gradient descent keeps to the lowest minimum; above
  /// it a step overshoots by more than it came from.
  ///
  /// It is 2/λ of the largest curvature there; nil without a minimum, and for other rules, which have
  /// other limits.
  var rateLimit: Double? {
    guard spec.optimizer.name == Optimizer.sgd().name, let largest = minima.first?.eigenvalues.last,
      largest > 0
    else { return nil }
    return 2 / largest
  }
}
