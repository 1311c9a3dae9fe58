/// Which way an axis runs.
public enum Direction: Sendable, Equatable {
  /// From left to right.
  case across
  /// From the bottom to the top.
  case up
}

extension Mark {
  /// A straight line over the whole panel at one value: upright where the value is one `across`.
  public static func rule(
    at value: Double, of direction: Direction, color: Color, width: Double, dash: [Double] = []
  ) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let area = frame.area
      let place = direction == .across ? frame.x(value) : frame.y(value)
      guard place.isFinite else { return }
      let ends =
        direction == .across
        ? [Point(place, area.y), Point(place, area.bottom)]
        : [Point(area.x, place), Point(area.right, place)]
      drawing.stroke(.polyline(ends), color, StrokeStyle(width: width, dash: dash))
    }
  }

  /// A stripe over the whole panel between two values; infinite ends reach the edge.
  public static func band(
    _ range: ClosedRange<Double>, of direction: Direction, color: Color
  ) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let area = frame.area
      let scale = direction == .across ? frame.x : frame.y
      let lower = scale(max(range.lowerBound, scale.domain.lowerBound))
      let upper = scale(min(range.upperBound, scale.domain.upperBound))
      let (near, far) = (min(lower, upper), max(lower, upper))
      guard far > near else { return }
      let box =
        direction == .across
        ? Rectangle(x: near, y: area.y, width: far - near, height: area.height)
        : Rectangle(x: area.x, y: near, width: area.width, height: far - near)
      drawing.fill(.rectangle(box), color)
    }
  }

  /// The infinite straight line a·x + b·y + c = 0, drawn from edge to edge of the panel.
  ///
  /// Both axes must be linear. Where a and b are both 0 there is no line and nothing is drawn.
  public static func straightLine(
    a: Double, b: Double, c: Double, color: Color, width: Double, dash: [Double] = []
  ) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let (xs, ys) = (frame.x.domain, frame.y.domain)
      var ends: [Point] = []
      if b != 0 {
        for x in [xs.lowerBound, xs.upperBound] { ends.append(Point(x, -(a * x + c) / b)) }
      } else if a != 0 {
        for y in [ys.lowerBound, ys.upperBound] { ends.append(Point(-c / a, y)) }
      }
      // A nearly upright line leaves the panel far away: cross it with the other edges instead.
      if b != 0, a.magnitude > b.magnitude {
        ends = [ys.lowerBound, ys.upperBound].map { Point(-(b * $0 + c) / a, $0) }
      }
      let places = ends.map(frame.place)
      guard places.count == 2, places.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
      drawing.stroke(
        .polyline(places), color, StrokeStyle(width: width, dash: dash, cap: .round))
    }
  }
}
