import Languages
import Drawings
import Plotting
import Tracing

/// A path of descent as marks: its line, a dot every few updates, where it starts and ends.
struct DescentTrail {
  /// The places, start first; those after the first that is not finite do not count.
  let places: [Point]
  let outcome: PathOutcome
  /// Whether the path is seen on its way: then a ball shows where it is, and no head where it goes.
  let isRolling: Bool
  let theme: Theme
  /// How many updates lie between two dots.
  let stride: Int

  /// The trail up to an update; nil for all of it.
  init(
    _ places: [Point], outcome: PathOutcome, stride: Int, upTo moment: Int? = nil, theme: Theme
  ) {
    let finite = places.prefix { $0.x.isFinite && $0.y.isFinite }
    self.places = Array(finite.prefix(moment.map { $0 + 1 } ?? finite.count))
    isRolling = moment != nil
    self.outcome = outcome
    self.stride = stride
    self.theme = theme
  }

  /// A round number of updates so that the longest path has at most 50 dots or so.
  static func stride(of descents: [Descent]) -> Int {
    let longest = descents.flatMap(\.paths).map(\.stepCount).max() ?? 0
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
    return steps.first { longest / $0 <= 50 } ?? max(1, longest / 50)
  }

  /// The line with its dots, on an edge of the page's color, so that it reads on any field.
  func marks(showsLine: Bool = true) -> [Mark] {
    let color = outcome.color(theme)
    var marks: [Mark] = []
    if showsLine {
      marks += [
        .line(
          places, color: theme.background.opacity(0.75), width: theme.line * 2.4,
          countsForScales: false),
        .line(
          places, color: color, width: theme.line, dash: outcome.dash, countsForScales: false),
      ]
      if !isRolling {
        marks.append(.heads(along: places, color: color, width: theme.line * 1.15))
      }
    }
    let between = Swift.stride(from: stride, to: places.count - 1, by: stride).map { places[$0] }
    marks.append(.beads(between, color: color, scale: 0.5))
    if let first = places.first, let last = places.last {
      marks.append(
        .dots([
          Dot(first, color: color, scale: 1.2), Dot(first, color: theme.background, scale: 0.7),
        ]))
      marks.append(
        .dots(
          isRolling
            ? Self.ball(at: last, color, theme)
            : [Dot(last, shape: outcome.endShape, color: color, scale: 1.15)]))
    }
    return marks
  }

  /// A ball that can be followed with the eye over any field.
  static func ball(at place: Point, _ color: Color, _ theme: Theme) -> [Dot] {
    [
      Dot(place, color: theme.background, scale: 2.1), Dot(place, color: color, scale: 1.7),
    ]
  }

  /// The keys of the outcomes that occur, of a start, and of an end at no stationary point that lies
  /// in the picture.
  static func keys(
    of descents: [Descent], x: ClosedRange<Double>, y: ClosedRange<Double>? = nil,
    _ theme: Theme, _ words: Words
  ) -> [Key] {
    let outcomes = Set(descents.flatMap(\.outcomes))
    let showsEnd = descents.contains { descent in
      zip(descent.paths, descent.outcomes).contains { path, outcome in
        guard outcome == .moving, let last = path.positions.last else { return false }
        return x.contains(last[0]) && (y?.contains(last[1]) ?? true)
      }
    }
    let ofMany = descents.contains { $0.hasHigherMinimum }
    return PathOutcome.allCases.filter(outcomes.contains).map { outcome in
      .line(
        outcome.color(theme), width: theme.boldLine, dash: outcome.dash,
        words(outcome.word(ofMany: ofMany)))
    } + [.ring(theme.ink, words(.start))]
      + (showsEnd ? [.dot(PathOutcome.moving.endShape, theme.ink, words(.end))] : [])
  }
}
