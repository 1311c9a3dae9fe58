import Networks

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
    let bins = BinCounts(of: values, in: range, bins: bins)
    self.range = range
    counts = bins.counts
    below = bins.below
    above = bins.above
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
      let four = UnsafeRawBufferPointer(values).loadUnaligned(
        fromByteOffset: start * MemoryLayout<Double>.stride, as: SIMD4<Double>.self)
      let size = four.magnitudes
      // Neither infinity nor NaN is less than infinity.
      most.replace(with: size, where: (size .> most) .& (size .< .infinity))
    }
    var result = most.max()
    for value in values[whole...] where value.isFinite { result = max(result, value.magnitude) }
    return result
  }
}

extension SIMD4<Double> {
  fileprivate var magnitudes: SIMD4<Double> { replacing(with: -self, where: self .< 0) }
}
