public import Drawings

extension Mark {
  /// A line through points in data units, broken where a point is not finite.
  ///
  /// A line with far more points than the page has places keeps, for each place, the first, least,
  /// greatest and last value, so that no spike is lost.
  public static func line(
    _ points: [Point], color: Color, width: Double, dash: [Double] = [], label: String? = nil,
    countsForScales: Bool = true
  ) -> Mark {
    let last = points.last { $0.isFinite }
    let endLabel = label.flatMap { text in
      last.map { EndLabel(text: text, y: $0.y, color: color) }
    }
    return Mark(extent: countsForScales ? Extent(of: points) : Extent(), endLabel: endLabel) {
      frame, drawing in
      var path = Path()
      for run in finiteRuns(thinned(points.map(frame.place))) {
        let places = run.map { Point(bounded($0.x), bounded($0.y)) }
        path.elements.append(.move(places[0]))
        // A point between gaps is a line to itself, which round ends make a dot.
        path.elements += (places.count > 1 ? places.dropFirst() : places[...]).map { .line($0) }
      }
      guard !path.elements.isEmpty else { return }
      drawing.stroke(path, color, StrokeStyle(width: width, dash: dash, cap: .round))
    }
  }

  /// Renderers count in small fixed-point numbers: nothing is placed much farther than any page.
  private static func bounded(_ place: Double) -> Double { min(max(place, -1e5), 1e5) }

  /// The stretches without a NaN or an infinity.
  private static func finiteRuns(_ places: [Point]) -> [ArraySlice<Point>] {
    places.split { !$0.isFinite }
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
      guard place.isFinite else {
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

  /// The filled region between two curves over the same places across, with gaps where one of them is
  /// not finite.
  public static func area(
    xs: [Double], lower: [Double], upper: [Double], color: Color
  ) -> Mark {
    precondition(
      xs.count == lower.count && xs.count == upper.count,
      "\(xs.count) places for \(lower.count) lower and \(upper.count) upper values")
    let top = zip(xs, upper).map { Point($0, $1) }
    let bottom = zip(xs, lower).map { Point($0, $1) }
    return Mark(extent: Extent(of: top).union(Extent(of: bottom))) { frame, drawing in
      let (high, low) = (top.map(frame.place), bottom.map(frame.place))
      let isDrawn = zip(high, low).map { $0.isFinite && $1.isFinite }
      for run in isDrawn.indices.split(whereSeparator: { !isDrawn[$0] }) where run.count > 1 {
        let outline = run.map { high[$0] } + run.reversed().map { low[$0] }
        drawing.fill(.polyline(outline.map { Point($0.x, bounded($0.y)) }, closed: true), color)
      }
    }
  }

  /// The filled inside of a closed outline in data units.
  public static func polygon(_ points: [Point], color: Color, outline: Color? = nil) -> Mark {
    Mark(extent: Extent(of: points)) { frame, drawing in
      let places = points.map(frame.place)
      guard places.allSatisfy({ $0.isFinite }) else { return }
      let path = Path.polyline(places, closed: true)
      drawing.fill(path, color)
      if let outline {
        drawing.stroke(path, outline, StrokeStyle(width: frame.theme.hairline))
      }
    }
  }
}
