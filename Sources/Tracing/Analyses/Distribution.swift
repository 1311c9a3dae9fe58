/// Mean, spread and histogram of some numbers.
public struct Distribution: Equatable, Sendable {
  /// How many finite numbers there are; all else is about these alone.
  public let count: Int
  /// How many numbers were NaN or infinite.
  public let nonFiniteCount: Int
  /// The mean; NaN of no numbers.
  public let mean: Double
  /// The population variance, `1/n Σ (x - mean)²`; NaN of no numbers.
  public let variance: Double
  /// The mean of the squares, `1/n Σ x²`; NaN of no numbers.
  public let meanSquare: Double
  /// How many numbers lie where.
  public let histogram: Histogram

  /// Describes some numbers, with a histogram of `bins` bins over a range.
  public init(of values: [Double], in range: ClosedRange<Double>, bins: Int) {
    var (count, sum, squareSum) = (0, 0.0, 0.0)
    for value in values where value.isFinite {
      count += 1
      sum += value
      squareSum += value * value
    }
    let mean = sum / Double(count)
    var deviationSum = 0.0
    for value in values where value.isFinite { deviationSum += (value - mean) * (value - mean) }
    self.count = count
    nonFiniteCount = values.count - count
    self.mean = mean
    variance = deviationSum / Double(count)
    meanSquare = squareSum / Double(count)
    histogram = Histogram(of: values, in: range, bins: bins)
  }

  /// The standard deviation, the root of `variance`.
  public var deviation: Double { variance.squareRoot() }

  /// Whether all is equal, NaN included.
  public static func == (left: Distribution, right: Distribution) -> Bool {
    left.count == right.count && left.nonFiniteCount == right.nonFiniteCount
      && same(left.mean, right.mean) && same(left.variance, right.variance)
      && same(left.meanSquare, right.meanSquare) && left.histogram == right.histogram
  }

  private static func same(_ left: Double, _ right: Double) -> Bool {
    left == right || left.isNaN && right.isNaN
  }
}

/// Which range a histogram covers.
public enum HistogramRange: Equatable, Sendable {
  /// The given one; what lies outside is counted as below or above.
  case fixed(ClosedRange<Double>)
  /// All finite numbers of all layers together, so that histograms can be compared by eye.
  case shared
  /// All finite numbers of the layer itself.
  case own

  /// The ranges for the numbers of some layers.
  ///
  /// A range on both sides of 0 is made symmetric, and one of no width is widened.
  func ranges(of layers: [[Double]]) -> [ClosedRange<Double>] {
    switch self {
    case .fixed(let range): return layers.map { _ in range }
    case .own: return layers.map { Self.range(holding: [$0]) }
    case .shared:
      let range = Self.range(holding: layers)
      return layers.map { _ in range }
    }
  }

  private static func range(holding layers: [[Double]]) -> ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for values in layers {
      for value in values where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
    }
    guard low <= high else { return -1...1 }
    if low == high {
      let reach = low == 0 ? 1 : low.magnitude / 2
      let largest = Double.greatestFiniteMagnitude
      let (lower, upper) = (max(low - reach, -largest), min(high + reach, largest))
      return lower...upper
    }
    if low < 0, high > 0 {
      let reach = max(-low, high)
      return -reach...reach
    }
    return low...high
  }
}
