import Drawings

/// The points where a·x + b·y + c is 0 or more.
struct HalfPlane {
  var a: Double
  var b: Double
  var c: Double

  /// The points on the other side.
  var opposite: HalfPlane { HalfPlane(a: -a, b: -b, c: -c) }

  /// The part of a convex outline that lies inside; empty if none does.
  ///
  /// - Source: Sutherland & Hodgman 1974, one edge of it.
  func clipping(_ outline: [Point]) -> [Point] {
    var result: [Point] = []
    for (index, point) in outline.enumerated() {
      let next = outline[(index + 1) % outline.count]
      let (here, there) = (value(point), value(next))
      if here >= 0 { result.append(point) }
      if (here >= 0) != (there >= 0) {
        let share = here / (here - there)
        result.append(
          Point(point.x + (next.x - point.x) * share, point.y + (next.y - point.y) * share))
      }
    }
    return result
  }

  private func value(_ point: Point) -> Double { a * point.x + b * point.y + c }
}
