public import Plotting
import Synchronization

/// The values that axes and ramps must span over all frames of an animation.
///
/// A figure asks for what it needs in one frame and gets what all frames so far have needed. Drawn once to
/// fill the book and once more to be kept, nothing jumps from one frame to the next.
public final class SpanBook: Sendable {
  private let spans = Mutex<[String: ClosedRange<Double>]>([:])

  /// Makes an empty book.
  public init() {}

  /// The least range that holds `range` and all that was entered under this name before.
  ///
  /// A range with an end that is not finite is returned as it is, and not entered.
  public func span(_ name: String, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return range }
    return spans.withLock { spans in
      let old = spans[name] ?? range
      let union =
        min(old.lowerBound, range.lowerBound)...max(old.upperBound, range.upperBound)
      spans[name] = union
      return union
    }
  }

  /// Gives every panel of a plot the axes that all frames need.
  public func fix(_ plot: inout Plot) {
    for (index, domain) in plot.domains.enumerated() {
      plot.panels[index].x.domain = span("panel \(index) x", domain.x)
      plot.panels[index].y.domain = span("panel \(index) y", domain.y)
    }
    for index in plot.parts.indices {
      var part = plot.parts[index]
      for (number, domain) in part.domains.enumerated() {
        part.panels[number].x.domain = span("part \(index) panel \(number) x", domain.x)
        part.panels[number].y.domain = span("part \(index) panel \(number) y", domain.y)
      }
      plot.parts[index] = part
    }
  }
}
