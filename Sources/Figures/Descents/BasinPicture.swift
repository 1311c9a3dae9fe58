import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// Where descents from a grid of starts end, as colors.
struct BasinPicture {
  private let descent: Descent
  private let showsPaths: Bool
  private let context: FigureContext
  private let theme: Theme
  private let xs: [Double]
  private let ys: [Double]
  private let resolution: Int
  /// `DescentEnd.label` of each start, row by row.
  private let labels: [Int]
  private let minima: [StationaryPoint]

  /// Descents of a scenario from a grid of starts.
  private struct StartsKey<Value: Sendable>: ValueKey {
    let scenario: String
    let xs: [Double]
    let ys: [Double]
  }

  /// Level lines of the function that all scenarios of a figure share.
  private struct LinesKey: ValueKey {
    typealias Value = Mark
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
  }

  /// Takes a map of the ends; `name` tells the panels of an animation apart.
  init(
    _ descent: Descent, named name: String, x: ClosedRange<Double>, y: ClosedRange<Double>,
    resolution: Int, showsPaths: Bool, in context: FigureContext
  ) {
    self.descent = descent
    self.showsPaths = showsPaths
    self.context = context
    theme = context.theme
    minima = descent.minima
    self.resolution = resolution
    let isPlane = descent.field.dimension == 2
    let xs = Grid.axis(x, count: isPlane ? resolution : resolution * 4)
    let ys = isPlane ? Grid.axis(y, count: resolution) : [0]
    let columns =
      if let moment = descent.moment {
        // Every start is descended once, not once for each frame.
        context.once(StartsKey<BasinRecord>(scenario: name, xs: xs, ys: ys)) {
          descent.basinRecord(xs: xs, ys: ys)
        }.labels(afterUpdate: moment)
      } else {
        context.computed(StartsKey<[Int]>(scenario: name, xs: xs, ys: ys)) {
          descent.basins(xs: xs, ys: ys)
        }
      }
    labels = ys.indices.flatMap { row in xs.indices.map { columns[$0 * ys.count + row] } }
    self.xs = xs
    self.ys = ys
  }

  /// How many starts there are.
  var starts: Int { labels.count }

  /// Whether starts that come to no minimum are enough to be seen: a few lie hidden below the borders.
  var hasUnsettled: Bool {
    labels.filter { $0 < 0 }.count * Self.leastSeen > labels.count
  }

  /// Of this many starts a single one of another color would not be noticed.
  private static let leastSeen = 500

  static func unsettledColor(_ theme: Theme) -> Color {
    theme.background.mixed(with: theme.quietInk, 0.45)
  }

  /// The color of a minimum; after the last class they come again, darker.
  private func color(_ minimum: Int) -> Color {
    let round = Double(minimum / theme.classes.count)
    return theme.color(ofClass: minimum).mixed(with: theme.ink, min(0.45 * round, 0.9))
  }

  /// The share of starts that reach a minimum of the lowest value.
  func subtitle(_ words: Words) -> String {
    guard descent.hasHigherMinimum else { return "" }
    let areLowest = minima.map { $0.isLowest(of: minima) }
    let lowest = labels.count { $0 >= 0 && areLowest[$0] }
    return words(.lowestShare, Shown.share(Double(lowest) / Double(labels.count)))
  }

  private func share(of minimum: Int) -> Double {
    Double(labels.filter { $0 == minimum }.count) / Double(labels.count)
  }

  // MARK: Two numbers

  var fieldMarks: [Mark] {
    let present = minima.indices.filter { labels.contains($0) }
    let grids = present.map { minimum in
      Grid(xs: xs, ys: ys, values: labels.map { $0 == minimum ? 1 : 0 })
    }
    let rest = Grid(xs: xs, ys: ys, values: labels.map { $0 < 0 ? 1 : 0 })
    // So that there are two classes even where no minimum is reached.
    let none = Grid(xs: xs, ys: ys, values: labels.map { _ in 0 })
    let key = LinesKey(x: xs[0]...xs[xs.count - 1], y: ys[0]...ys[ys.count - 1])
    let lines = context.once(key) {
      FieldPicture(
        of: descent.field, x: key.x, y: key.y, resolution: 81, isLogarithmic: true
      ).lines(theme)
    }
    var marks: [Mark] = [
      .classField(
        grids + [rest, none], colors: present.map(color) + [theme.quietInk, theme.quietInk],
        background: theme.background),
      lines,
    ]
    marks += grids.map {
      .contours($0, at: [0.5], color: theme.background, width: theme.line)
    }
    if showsPaths {
      for path in descent.paths {
        let seen = path.positions.prefix(descent.stepCount(of: path) + 1)
        let places = seen.map { Point($0[0], $0[1]) }
        marks.append(.line(places, color: theme.ink, width: theme.line, countsForScales: false))
        if descent.moment == nil {
          marks.append(.heads(along: places, color: theme.ink, width: theme.line))
        }
        marks.append(.dots([Dot(places[0], color: theme.ink, scale: 0.6)]))
        if descent.moment != nil, let last = places.last {
          marks.append(.dots(DescentTrail.ball(at: last, theme.ink, theme)))
        }
      }
    }
    let places = minima.map { Point($0.position[0], $0.position[1]) }
    marks.append(.dots(minima.indices.flatMap { dots($0, at: places[$0]) }))
    if minima.count <= Self.nameLimit {
      marks.append(.names(minima.indices.map { (name($0), places[$0]) }))
    }
    return marks
  }

  /// More minima than this have no names beside them.
  private static let nameLimit = 10

  /// The value of a minimum and its share of the starts.
  private func name(_ minimum: Int) -> String {
    StationaryMarks.value(minima[minimum]) + " · " + Shown.share(share(of: minimum))
  }

  /// A minimum in its color on a dark edge.
  private func dots(_ minimum: Int, at place: Point) -> [Dot] {
    [
      Dot(place, color: theme.ink, scale: 1.35),
      Dot(place, color: color(minimum), scale: 0.85),
    ]
  }

  // MARK: One number

  /// The values on the curve, with the strip below.
  var curveRange: ClosedRange<Double> {
    let values = xs.map { descent.field.value([$0]) }.filter(\.isFinite)
    guard let low = values.min(), let high = values.max(), low < high else { return -1...1 }
    return low - 0.3 * (high - low)...high + 0.04 * (high - low)
  }

  var curveMarks: [Mark] {
    let range = curveRange
    let height = range.upperBound - range.lowerBound
    let (bottom, top) = (range.lowerBound + 0.02 * height, range.lowerBound + 0.09 * height)
    var marks: [Mark] = []
    for run in runs {
      let color = run.label < 0 ? Self.unsettledColor(theme) : color(run.label)
      // Colors meet half way between two starts.
      let half = (xs[1] - xs[0]) / 2
      let left = max(xs[run.range.lowerBound] - half, xs[0])
      let right = min(xs[run.range.upperBound] + half, xs[xs.count - 1])
      marks.append(
        .polygon(
          [Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top)],
          color: color))
      let inside = xs[run.range].filter { $0 > left && $0 < right }
      marks.append(
        .line(
          ([left] + inside + [right]).map { Point($0, descent.field.value([$0])) }, color: color,
          width: theme.boldLine))
    }
    let labels = minima.indices.map { index in
      TextLabel(
        name(index), at: Point(minima[index].position[0], minima[index].value),
        offset: Size(0, -2.8 * theme.dot), vertical: .bottom, style: theme.tick)
    }
    let rings = minima.indices.flatMap { index in
      dots(index, at: Point(minima[index].position[0], minima[index].value))
    }
    return marks + [.dots(rings), .labels(minima.count <= Self.nameLimit ? labels : [])]
  }

  /// Neighboring starts that end alike.
  private var runs: [(label: Int, range: ClosedRange<Int>)] {
    var runs: [(label: Int, range: ClosedRange<Int>)] = []
    for (index, label) in labels.enumerated() {
      if let last = runs.last, last.label == label {
        runs[runs.count - 1].range = last.range.lowerBound...index
      } else {
        runs.append((label, index...index))
      }
    }
    return runs
  }
}
