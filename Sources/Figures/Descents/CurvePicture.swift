import Drawings
import Networks
import Plotting
import Tracing

/// A function of one number as a curve with balls that roll down it.
struct CurvePicture {
  let field: ScalarField
  let x: ClosedRange<Double>
  let theme: Theme
  private let points: [Point]

  init(_ field: ScalarField, x: ClosedRange<Double>, theme: Theme) {
    self.field = field
    self.x = x
    self.theme = theme
    points = Grid.axis(x, count: 401).map { Point($0, field.value([$0])) }
  }

  /// The values on the curve, with room below for values of minima.
  var y: ClosedRange<Double> {
    let values = points.map(\.y).filter(\.isFinite)
    guard let low = values.min(), let high = values.max(), low < high else { return -1...1 }
    return low - 0.24 * (high - low)...high + 0.04 * (high - low)
  }

  /// The curve.
  var curve: Mark { .line(points, color: theme.frame, width: theme.boldLine * 1.3) }

  /// The places of a path on the curve.
  static func places(of path: DescentPath) -> [Point] {
    zip(path.positions, path.values).map { Point($0[0], $1) }
  }

  /// Minima and maxima with their values below and above.
  var stationary: [Mark] {
    let shown = field.stationaryPoints.filter { x.contains($0.position[0]) }
    var labels: [TextLabel] = []
    for point in shown {
      let isBelow = point.kind == .minimum
      labels.append(
        TextLabel(
          StationaryMarks.value(point), at: Point(point.position[0], point.value),
          offset: Size(0, (isBelow ? 2.4 : -2.4) * theme.dot),
          vertical: isBelow ? .top : .bottom, style: theme.tick))
    }
    let dots = shown.map {
      Dot(
        Point($0.position[0], $0.value), shape: StationaryMarks.shape(of: $0.kind),
        color: theme.ink, scale: 0.8)
    }
    return [.dots(dots), .labels(labels)]
  }
}
