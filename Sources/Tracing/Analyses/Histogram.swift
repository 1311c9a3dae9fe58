/// How many numbers lie in each of equally wide bins.
public struct Histogram: Equatable, Sendable {
  /// From the lower end of the first bin to the upper end of the last.
  public let range: ClosedRange<Double>
  /// Numbers in each bin; a bin holds its lower end, and the last its upper end too.
  public let counts: [Int]
  /// Finite numbers below the range.
  public let below: Int
  /// Finite numbers above the range.
  public let above: Int

  /// Counts finite numbers in `bins` bins, 1 or more, over a range of finite ends.
  ///
  /// In a range of no width the numbers at it are in the last bin.
  public init(of values: [Double], in range: ClosedRange<Double>, bins: Int) {
    precondition(
      bins >= 1 && range.lowerBound.isFinite && range.upperBound.isFinite,
      "\(bins) bins over \(range)")
    var tally = Tally(range, bins: bins)
    values.withUnsafeBufferPointer { tally.count($0) }
    self.range = range
    counts = tally.sums
    below = tally.below
    above = tally.above
  }

  /// Counts finite numbers in `bins` bins, 1 or more, from -m to m, where m is the greatest magnitude
  /// of any of them, or 1 if there is none but 0.
  public static func symmetric(of values: [Double], bins: Int) -> Histogram {
    let reach = values.withUnsafeBufferPointer(farthest)
    let range = reach > 0 ? -reach...reach : -1...1
    return Histogram(of: values, in: range, bins: bins)
  }

  /// The ends of the bins, one more than there are bins.
  public var edges: [Double] {
    (0...counts.count).map { index in
      let share = Double(index) / Double(counts.count)
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
  }

  /// The greatest finite magnitude; 0 of none.
  private static func farthest(_ values: UnsafeBufferPointer<Double>) -> Double {
    var most = SIMD4<Double>()
    let whole = values.count / 4 * 4
    for start in stride(from: 0, to: whole, by: 4) {
      let size = Tally.four(values, start).magnitudes
      // Neither infinity nor NaN is less than infinity.
      most.replace(with: size, where: (size .> most) .& (size .< .infinity))
    }
    var result = most.max()
    for value in values[whole...] where value.isFinite { result = max(result, value.magnitude) }
    return result
  }
}

/// The counting of numbers, each of four neighbors in counts of its own: where most numbers are in one
/// bin, adding to one count would wait for the addition before.
private struct Tally {
  private let bins: Int
  private let lower: Double
  private let upper: Double
  private let width: Double
  private var counts: [Int]
  private(set) var below = 0
  private(set) var above = 0

  init(_ range: ClosedRange<Double>, bins: Int) {
    self.bins = bins
    (lower, upper) = (range.lowerBound, range.upperBound)
    // Halves, as the width itself may overflow.
    width = upper / 2 - lower / 2
    counts = [Int](repeating: 0, count: 4 * bins)
  }

  /// The counts of the bins.
  var sums: [Int] {
    (0..<bins).map { bin in (0..<4).reduce(0) { $0 + counts[$1 * bins + bin] } }
  }

  mutating func count(_ values: UnsafeBufferPointer<Double>) {
    let (bins, lower, upper, width) = (bins, lower, upper, width)
    let last = Double(bins - 1)
    var (below, above) = (0, 0)
    counts.withUnsafeMutableBufferPointer { counts in
      for index in values.indices {
        let value = values[index]
        if value >= lower && value <= upper {
          let place = (value / 2 - lower / 2) / width * Double(bins)
          // The last for what rounding put beyond, and for NaN.
          counts[(index & 3) * bins + (place < last ? Int(place) : bins - 1)] += 1
        } else if value.isFinite {
          if value < lower { below += 1 } else { above += 1 }
        }
      }
    }
    self.below += below
    self.above += above
  }

  @inline(__always)
  static func four(_ values: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD4<Double> {
    UnsafeRawBufferPointer(values).loadUnaligned(
      fromByteOffset: start * 8, as: SIMD4<Double>.self)
  }
}

extension SIMD4<Double> {
  fileprivate var magnitudes: SIMD4<Double> { replacing(with: -self, where: self .< 0) }
}
