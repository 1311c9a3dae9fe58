public import Drawings

/// What a mark sees: ready scales and the rectangle between the axes, in points.
public struct Frame: Sendable {
  /// The rectangle that the panel's data fill.
  public let area: Rectangle
  /// Values across to points from the left edge.
  public let x: Scale
  /// Values up to points from the top edge.
  public let y: Scale
  /// The colors, sizes and widths of the course.
  public let theme: Theme
  /// The font metrics.
  public let measurer: TextMeasurer

  /// Makes a frame of ready parts.
  public init(area: Rectangle, x: Scale, y: Scale, theme: Theme, measurer: TextMeasurer) {
    self.area = area
    self.x = x
    self.y = y
    self.theme = theme
    self.measurer = measurer
  }

  /// The place of a pair of values on the page.
  public func place(_ point: Point) -> Point { Point(x(point.x), y(point.y)) }
}

/// The values that a mark needs to show, for scales to be made from; nil where it needs none.
public struct Extent: Sendable, Equatable {
  /// Least to greatest value across.
  public var x: ClosedRange<Double>?
  /// Least to greatest value up.
  public var y: ClosedRange<Double>?
  /// The least value above 0 across, where the values are known: logarithmic scales begin there.
  private(set) var leastPositiveX: Double?
  /// The least value above 0 up, where the values are known.
  private(set) var leastPositiveY: Double?

  /// Makes an extent.
  public init(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
    self.x = x
    self.y = y
    leastPositiveX = x.flatMap { $0.lowerBound > 0 ? $0.lowerBound : nil }
    leastPositiveY = y.flatMap { $0.lowerBound > 0 ? $0.lowerBound : nil }
  }

  /// The extent of the finite ones among `points`.
  public init(of points: [Point]) {
    let (xs, ys) = (points.map { $0.x }, points.map { $0.y })
    x = Self.range(xs)
    y = Self.range(ys)
    leastPositiveX = Self.range(xs.filter { $0 > 0 })?.lowerBound
    leastPositiveY = Self.range(ys.filter { $0 > 0 })?.lowerBound
  }

  /// The least range that holds both, axis by axis.
  public func union(_ other: Extent) -> Extent {
    var result = Extent(x: Self.union(x, other.x), y: Self.union(y, other.y))
    result.leastPositiveX = Self.least(leastPositiveX, other.leastPositiveX)
    result.leastPositiveY = Self.least(leastPositiveY, other.leastPositiveY)
    return result
  }

  private static func least(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }

  static func range(_ values: [Double]) -> ClosedRange<Double>? {
    var result: ClosedRange<Double>?
    for value in values where value.isFinite { result = union(result, value...value) }
    return result
  }

  static func union(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let a else { return b }
    guard let b else { return a }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}
