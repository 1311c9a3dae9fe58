import Drawings

/// A filled circle with an edge, both opaque: the commonest pair of commands in a scatter plot.
///
/// Cairo strokes curves slowly; two filled discs, the edge's under the inner one, cover the same
/// pixels in less than half the time.
struct Dot {
  /// The middle, in points.
  let center: Point
  /// Radius of the whole with its edge, in points.
  let outerRadius: Double
  /// Radius of what the edge leaves of the inside; negative if nothing.
  let innerRadius: Double
  /// Color of the inside.
  let color: Color
  /// Color of the edge.
  let edge: Color

  /// Makes the dot that the filled `path` and the stroke `next` are together, if they are one.
  init?(_ path: Path, _ color: Color, _ next: DrawingCommand?) {
    guard case .stroke(path, let edge, let style)? = next, color.alpha >= 1, edge.alpha >= 1,
      style.dash.isEmpty, style.width > 0, style.width.isFinite, let circle = path.circle
    else { return nil }
    center = circle.center
    outerRadius = circle.radius + style.width / 2
    innerRadius = circle.radius - style.width / 2
    self.color = color
    self.edge = edge
  }
}

extension Path {
  /// The circle that this path is, as `Path.circle` makes it.
  fileprivate var circle: (center: Point, radius: Double)? {
    guard elements.count == 6, case .move(let right) = elements[0],
      case .curve(_, _, let left) = elements[2], right.isFinite, left.isFinite
    else { return nil }
    let center = Point((right.x + left.x) / 2, right.y)
    let radius = (right.x - left.x) / 2
    let isCircle =
      radius > 0
      && zip(elements, Path.circle(center, radius: radius).elements).allSatisfy(areClose)
    return isCircle ? (center, radius) : nil
  }
}

/// Whether two steps are the same but for rounding: places within 1e-6 points.
private func areClose(_ one: Path.Element, _ other: Path.Element) -> Bool {
  func close(_ a: Point, _ b: Point) -> Bool { abs(a.x - b.x) < 1e-6 && abs(a.y - b.y) < 1e-6 }
  switch (one, other) {
  case (.move(let a), .move(let b)), (.line(let a), .line(let b)): return close(a, b)
  case (.curve(let a, let b, let c), .curve(let d, let e, let f)):
    return close(a, d) && close(b, e) && close(c, f)
  case (.close, .close): return true
  default: return false
  }
}
