public import Drawings

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
      // Beyond the panel there is nothing to see, and coordinates may be too large to draw.
      guard place.isFinite,
        frame.area.contains(
          direction == .across ? Point(place, area.y) : Point(area.x, place))
      else { return }
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
      let (first, last) = (min(scale.start, scale.end), max(scale.start, scale.end))
      let ends = [range.lowerBound, range.upperBound].map { value in
        // What a logarithmic scale has no place for lies before its start.
        let place = scale(value)
        return place.isNaN ? scale.start : min(max(place, first), last)
      }
      let (near, far) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
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
  /// Both axes must be linear. Nothing is drawn where a and b are both 0, where one of the three is not
  /// finite, and where the line misses the panel.
  public static func straightLine(
    a: Double, b: Double, c: Double, color: Color, width: Double, dash: [Double] = []
  ) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let ends = crossings(a: a, b: b, c: c, frame)
      guard ends.count == 2 else { return }
      drawing.stroke(
        .polyline(ends.map(frame.place)), color,
        StrokeStyle(width: width, dash: dash, cap: .round))
    }
  }

  /// Where the line crosses the edges of the panel, in data units: two places or none.
  private static func crossings(a: Double, b: Double, c: Double, _ frame: Frame) -> [Point] {
    let largest = max(a.magnitude, b.magnitude)
    guard largest > 0, a.isFinite, b.isFinite, c.isFinite else { return [] }
    // Only the ratio counts: scaled so, no product below is larger than need be.
    let (a, b, c) = (a / largest, b / largest, c / largest)
    let (xs, ys) = (frame.x.domain, frame.y.domain)
    var places: [Point] = []
    for x in [xs.lowerBound, xs.upperBound] where b != 0 {
      if let y = inside(-(a * x + c) / b, ys) { places.append(Point(x, y)) }
    }
    for y in [ys.lowerBound, ys.upperBound] where a != 0 {
      if let x = inside(-(b * y + c) / a, xs) { places.append(Point(x, y)) }
    }
    // Through a corner the line crosses two edges at once: the two places farthest apart are the ends.
    guard let first = places.first else { return [] }
    let start = frame.place(first)
    let farthest = places.max {
      frame.place($0).squaredDistance(to: start) < frame.place($1).squaredDistance(to: start)
    }
    guard let farthest, farthest != first else { return [] }
    return [first, farthest]
  }
}

/// The value itself inside the range, the nearest end where only rounding put it outside, else nil.
private func inside(_ value: Double, _ range: ClosedRange<Double>) -> Double? {
  let nearest = min(max(value, range.lowerBound), range.upperBound)
  let slack = (range.upperBound / 2 - range.lowerBound / 2) * 1e-9
  return (value - nearest).magnitude <= slack ? nearest : nil
}

extension Point {
  fileprivate func squaredDistance(to other: Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
