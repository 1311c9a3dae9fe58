import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// How high each descent still is above the lowest minimum, update by update, on a logarithmic axis.
struct DescentHeights {
  private let descents: [Descent]
  private let titles: [String]
  private let context: FigureContext
  private let lowest: Double

  /// - Throws: A `FigureError` if the function has no minimum to measure from.
  init(_ descents: [Descent], titles: [String], context: FigureContext) throws(FigureError) {
    guard let lowest = descents.first?.minima.first?.value else {
      throw FigureError(
        "this function has no minimum to measure heights from",
        help: "leave 'show: heights' out")
    }
    self.descents = descents
    self.titles = titles
    self.context = context
    self.lowest = lowest
  }

  func plot(note: [String]) -> Plot {
    let (theme, words) = (context.theme, context.words)
    let rounding = 1e-14 * max(1, lowest.magnitude)
    var marks: [Mark] = []
    var heights: [Double] = []
    for (index, descent) in descents.enumerated() {
      let color = theme.color(ofSeries: index)
      for (number, path) in descent.paths.enumerated() {
        let seen = path.values.prefix(descent.stepCount(of: path) + 1)
        let points = seen.enumerated().map { step, value in
          // Nearer than rounding there is nothing to see.
          Point(Double(step), value - lowest > rounding ? value - lowest : .nan)
        }
        heights += path.values.map { $0 - lowest }.filter { $0.isFinite && $0 > rounding }
        marks.append(
          .line(
            points, color: color, width: theme.line, dash: Self.dashes[index % Self.dashes.count],
            label: number == 0 ? titles[index] : nil))
      }
    }
    let start = descents.flatMap(\.paths).map { $0.values[0] - lowest }.filter { $0 > 0 }.max() ?? 1
    let low = max(heights.min() ?? 1e-3, start * 1e-12)
    let high = min(heights.max() ?? 1, start * 1e6)
    return Plot(
      theme: theme, note: note.joined(separator: " · "),
      panels: [
        Panel(
          x: Axis(words(.updateAxis), domain: steps),
          y: Axis(
            words(.heightAxis), transform: .log, domain: low * 0.7...max(high, low * 1.1) * 1.4,
            hasGrid: true), marks: marks)
      ], shape: theme.keepsProportion ? .fill : .aspect(0.5))
  }

  /// All updates, where only some are seen so far.
  private var steps: ClosedRange<Double>? {
    guard descents.contains(where: { $0.moment != nil }) else { return nil }
    return 0...Double(max(1, descents.map(\.stepCount).max() ?? 1))
  }

  private static let dashes: [[Double]] = [[], [7, 3], [2, 2.5], [8, 2.5, 2, 2.5]]
}
