/// A mapping from values to places on the page; used like a function.
public struct Scale: Sendable, Equatable {
  /// The values at the two ends; the lower one is smaller.
  public let domain: ClosedRange<Double>
  /// The place of the lower end of the domain, in points.
  public let start: Double
  /// The place of the upper end of the domain, in points.
  public let end: Double
  /// How values are bent in between.
  public let transform: ScaleTransform

  /// The bent ends and values are halved before they are subtracted: the distance of −10³⁰⁸ from
  /// 10³⁰⁸ is no finite double, half of it is.
  private let halfLower: Double
  private let halfLength: Double

  /// Makes a scale; a domain of one value is widened so that the value falls in the middle.
  public init(
    domain: ClosedRange<Double>, from start: Double, to end: Double,
    transform: ScaleTransform = .linear
  ) {
    self.domain = domain
    self.start = start
    self.end = end
    self.transform = transform
    var lower = transform.forward(domain.lowerBound)
    var upper = transform.forward(domain.upperBound)
    if !(lower < upper) {
      let room = max(0.5, lower.magnitude * 1e-6)
      lower -= room
      upper += room
    }
    halfLower = lower / 2
    halfLength = upper / 2 - lower / 2
  }

  /// The place of `value`, also outside the domain; NaN where the transform has no value.
  public func callAsFunction(_ value: Double) -> Double {
    start + (transform.forward(value) / 2 - halfLower) / halfLength * (end - start)
  }

  /// The value at a place: undoes the scale.
  public func inverted(_ place: Double) -> Double {
    transform.backward((halfLower + (place - start) / (end - start) * halfLength) * 2)
  }

  /// Points per unit of a linear scale, always positive.
  public var pointsPerUnit: Double { (end - start).magnitude / halfLength / 2 }
}

/// Equal slots for a list of things that have no numbers, such as classes or layers.
public struct BandScale: Sendable, Equatable {
  /// How many slots.
  public let count: Int
  /// Where the first slot begins, in points.
  public let start: Double
  /// Where the last slot ends, in points.
  public let end: Double
  /// Share of a slot left empty, 0 to below 1, half on each side.
  public let padding: Double

  /// Makes a scale of `count` slots.
  public init(count: Int, from start: Double, to end: Double, padding: Double = 0.2) {
    self.count = count
    self.start = start
    self.end = end
    self.padding = padding
  }

  /// The middle of slot `index`.
  public func callAsFunction(_ index: Int) -> Double {
    start + (Double(index) + 0.5) * step
  }

  /// The filled width of a slot in points, positive.
  public var bandwidth: Double { step.magnitude * (1 - padding) }

  private var step: Double { (end - start) / Double(max(count, 1)) }
}
