import Languages
import Drawings
import Networks
import Plotting

/// The stationary points of a function as marks: a shape for each kind, with the values beside them.
struct StationaryMarks {
  let points: [StationaryPoint]
  let theme: Theme

  /// More points than this have no values beside them: the minima alone have, and in the end none.
  private static let valueLimit = 10

  init(_ points: [StationaryPoint], theme: Theme) {
    self.points = points
    self.theme = theme
  }

  static func shape(of kind: StationaryPoint.Kind) -> DotShape {
    switch kind {
    case .minimum: .circle
    case .saddle: .diamond
    case .maximum: .triangle
    case .degenerate: .square
    }
  }

  static func word(of kind: StationaryPoint.Kind) -> FigureWord {
    switch kind {
    case .minimum: .minimumPoint
    case .saddle: .saddlePoint
    case .maximum: .maximumPoint
    case .degenerate: .degeneratePoint
    }
  }

  /// The shapes and values in a plane, each point at `place`.
  func marks(at place: (StationaryPoint) -> Point) -> [Mark] {
    let dots = points.flatMap { point -> [Dot] in
      let shape = Self.shape(of: point.kind)
      return [
        Dot(place(point), shape: shape, color: theme.background, scale: 1.35),
        Dot(place(point), shape: shape, color: theme.ink, scale: 0.95),
      ]
    }
    return [
      .dots(dots),
      .names(named.map { (Self.value($0), place($0)) }, besides: points.map(place)),
    ]
  }

  /// The points that have room for their values.
  private var named: [StationaryPoint] {
    if points.count <= Self.valueLimit { return points }
    let minima = points.filter { $0.kind == .minimum }
    return minima.count <= Self.valueLimit ? minima : []
  }

  static func value(_ point: StationaryPoint) -> String {
    // A value of 0 is found to rounding only.
    point.value.magnitude < 1e-9 ? "0" : NumberText.short(point.value, places: 2)
  }

  /// The keys of the kinds that occur.
  static func keys(of points: [StationaryPoint], _ theme: Theme, _ words: Words) -> [Key] {
    StationaryPoint.Kind.allCases.filter { kind in points.contains { $0.kind == kind } }
      .map { .dot(shape(of: $0), theme.ink, words(word(of: $0))) }
  }
}
