/// A place on the page: points from the left and the top edge, y growing downward.
public struct Point: Equatable, Hashable, Sendable {
  /// Points from the left edge.
  public var x: Double
  /// Points from the top edge.
  public var y: Double

  /// Makes the point at (`x`, `y`).
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The point moved by (`dx`, `dy`) points.
  public func moved(_ dx: Double, _ dy: Double) -> Point { Point(x + dx, y + dy) }

  /// Whether neither coordinate is a NaN or an infinity.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A width and a height, in points unless something else is said.
public struct Size: Equatable, Hashable, Sendable {
  /// Points across.
  public var width: Double
  /// Points down.
  public var height: Double

  /// Makes a size of `width` by `height` points.
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle on the page, in points.
public struct Rectangle: Equatable, Hashable, Sendable {
  /// The left edge.
  public var x: Double
  /// The top edge.
  public var y: Double
  /// Points across.
  public var width: Double
  /// Points down.
  public var height: Double

  /// Makes the rectangle whose upper left corner is (`x`, `y`).
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var right: Double { x + width }
  /// The bottom edge.
  public var bottom: Double { y + height }
  /// The point in the middle.
  public var center: Point { Point(x + width / 2, y + height / 2) }

  /// The rectangle with each edge moved inward by its amount (outward where negative).
  public func inset(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0)
    -> Rectangle
  {
    Rectangle(
      x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// Whether `point` lies inside or on the edge.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }
}
