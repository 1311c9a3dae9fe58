/// An outline made of lines and cubic curves, in points.
public struct Path: Equatable, Sendable {
  /// One step of the pen.
  public enum Element: Equatable, Sendable {
    /// Lifts the pen and sets it down.
    case move(Point)
    /// Draws a straight line.
    case line(Point)
    /// Draws a cubic Bézier curve by two control points to an end point.
    case curve(Point, Point, Point)
    /// Draws back to the last `move`.
    case close
  }

  /// The steps, in order; a path begins with a `move`.
  public var elements: [Element]

  /// Makes a path of the given steps.
  public init(_ elements: [Element] = []) { self.elements = elements }

  /// The line through `points`; fewer than two points make an empty path.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    guard points.count > 1 else { return Path() }
    var path = Path([.move(points[0])] + points.dropFirst().map { .line($0) })
    if closed { path.elements.append(.close) }
    return path
  }

  /// The edge of `rectangle`, its corners rounded by `radius` points.
  public static func rectangle(_ rectangle: Rectangle, radius: Double = 0) -> Path {
    let (l, t, r, b) = (rectangle.x, rectangle.y, rectangle.right, rectangle.bottom)
    guard radius > 0 else {
      return polyline([Point(l, t), Point(r, t), Point(r, b), Point(l, b)], closed: true)
    }
    let q = min(radius, rectangle.width / 2, rectangle.height / 2)
    let k = q * (1 - circleHandle)
    return Path([
      .move(Point(l + q, t)), .line(Point(r - q, t)),
      .curve(Point(r - k, t), Point(r, t + k), Point(r, t + q)), .line(Point(r, b - q)),
      .curve(Point(r, b - k), Point(r - k, b), Point(r - q, b)), .line(Point(l + q, b)),
      .curve(Point(l + k, b), Point(l, b - k), Point(l, b - q)), .line(Point(l, t + q)),
      .curve(Point(l, t + k), Point(l + k, t), Point(l + q, t)), .close,
    ])
  }

  /// The circle of `radius` points around `center`.
  public static func circle(_ center: Point, radius: Double) -> Path {
    let h = radius * circleHandle
    let (x, y, r) = (center.x, center.y, radius)
    return Path([
      .move(Point(x + r, y)),
      .curve(Point(x + r, y + h), Point(x + h, y + r), Point(x, y + r)),
      .curve(Point(x - h, y + r), Point(x - r, y + h), Point(x - r, y)),
      .curve(Point(x - r, y - h), Point(x - h, y - r), Point(x, y - r)),
      .curve(Point(x + h, y - r), Point(x + r, y - h), Point(x + r, y)), .close,
    ])
  }

  /// Length of a handle that makes four cubic curves a circle of radius 1 (error below 0.03 %).
  private static let circleHandle = 0.5522847498307936
}
