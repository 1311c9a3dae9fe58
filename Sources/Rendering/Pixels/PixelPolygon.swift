import Drawings

extension PixelArea {
  /// Fills a small polygon without dents; returns whether the path is one and it was drawn.
  func fill(_ path: Path, _ color: Color, using coverage: inout Coverage) -> Bool {
    guard let polygon = ConvexPolygon(path, scale: scale), begin(polygon.corners, &coverage)
    else { return false }
    coverage.add(polygon.corners, sign: 1)
    coverage.paint(Self.pixel(color), opacity: min(max(color.alpha, 0), 1), on: self)
    return true
  }

  /// Draws along the edge of a small polygon without dents, if the line is thin and solid; returns
  /// whether it was drawn.
  ///
  /// Its outer corners are cut off, which of a line thinner than a pixel nobody can see.
  func stroke(
    _ path: Path, _ color: Color, _ style: StrokeStyle, using coverage: inout Coverage
  ) -> Bool {
    let half = style.width * scale / 2
    guard half < 0.75, style.dash.isEmpty, style.join == .round,
      let polygon = ConvexPolygon(path, scale: scale),
      let outer = polygon.moved(outward: half), let inner = polygon.moved(outward: -half),
      begin(outer, &coverage)
    else { return false }
    coverage.add(outer, sign: 1)
    coverage.add(inner, sign: -1)
    coverage.paint(Self.pixel(color), opacity: min(max(color.alpha, 0), 1), on: self)
    return true
  }

  /// Lays the box over corners; returns whether it is small and may be drawn on.
  private func begin(_ corners: [Point], _ coverage: inout Coverage) -> Bool {
    var (low, high) = (corners[0], corners[0])
    for corner in corners {
      low = Point(min(low.x, corner.x), min(low.y, corner.y))
      high = Point(max(high.x, corner.x), max(high.y, corner.y))
    }
    let largest = Double(Coverage.largest)
    guard high.x - low.x < largest, high.y - low.y < largest,
      holds(left: low.x, top: low.y, right: high.x, bottom: high.y)
    else { return false }
    coverage.reset(low, high)
    return true
  }
}
