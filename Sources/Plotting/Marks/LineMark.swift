extension Mark {
  /// A line through points in data units, broken where a point is not finite.
  ///
  /// A line with far more points than the page has places keeps, for each place, the first, least,
  /// greatest and last value, so that no spike is lost.
  public static func line(
    _ points: [Point], color: Color, width: Double, dash: [Double] = [], label: String? = nil,
    countsForScales: Bool = true
  ) -> Mark {
    let last = points.last { $0.x.isFinite && $0.y.isFinite }
    let endLabel = label.flatMap { text in
      last.map { EndLabel(text: text, y: $0.y, color: color) }
    }
    return Mark(extent: countsForScales ? Extent(of: points) : Extent(), endLabel: endLabel) {
      frame, drawing in
      var path = Path()
      var isDown = false
      for point in thinned(points.map(frame.place)) {
        guard point.x.isFinite, point.y.isFinite else {
          isDown = false
          continue
        }
        let bounded = Point(point.x, min(max(point.y, -1e5), 1e5))
        path.elements.append(isDown ? .line(bounded) : .move(bounded))
        isDown = true
      }
      drawing.stroke(path, color, StrokeStyle(width: width, dash: dash, cap: .round))
    }
  }

  /// Half a point is finer than any page shows.
  private static func thinned(_ places: [Point]) -> [Point] {
    guard places.count > 2000 else { return places }
    var result: [Point] = []
    var slot: [Point] = []
    func flush() {
      guard let first = slot.first, let last = slot.last else { return }
      let low = slot.min { $0.y < $1.y } ?? first
      let high = slot.max { $0.y < $1.y } ?? last
      var kept = [first]
      for point in [low, high, last] where kept.last != point { kept.append(point) }
      result += kept
    }
    for place in places {
      guard place.x.isFinite, place.y.isFinite else {
        flush()
        slot = []
        result.append(place)
        continue
      }
      if let first = slot.first, (place.x - first.x).magnitude >= 0.5 {
        flush()
        slot = []
      }
      slot.append(place)
    }
    flush()
    return result
  }

  /// The filled region between two curves over the same places across.
  public static func area(
    xs: [Double], lower: [Double], upper: [Double], color: Color
  ) -> Mark {
    let top = zip(xs, upper).map { Point($0, $1) }
    let bottom = zip(xs, lower).map { Point($0, $1) }
    return Mark(extent: Extent(of: top).union(Extent(of: bottom))) { frame, drawing in
      let outline = (top + bottom.reversed()).map(frame.place)
      guard outline.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
      drawing.fill(.polyline(outline, closed: true), color)
    }
  }

  /// The filled inside of a closed outline in data units.
  public static func polygon(_ points: [Point], color: Color, outline: Color? = nil) -> Mark {
    Mark(extent: Extent(of: points)) { frame, drawing in
      let places = points.map(frame.place)
      guard places.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
      let path = Path.polyline(places, closed: true)
      drawing.fill(path, color)
      if let outline {
        drawing.stroke(path, outline, StrokeStyle(width: frame.theme.hairline))
      }
    }
  }
}
