/// How many of some numbers lie in each of equally wide bins over a range.
public struct BinCounts: Equatable, Sendable {
  /// Numbers in each bin; a bin holds its lower end, and the last its upper end too.
  public let counts: [Int]
  /// Finite numbers below the range.
  public let below: Int
  /// Finite numbers above the range.
  public let above: Int
  /// Numbers that are NaN or infinite.
  public let nonFinite: Int

  /// Counts numbers in `bins` bins, 1 or more, over a range of finite ends.
  ///
  /// In a range of no width the numbers at it are in the last bin.
  public init(of values: [Double], in range: ClosedRange<Double>, bins: Int) {
    precondition(
      bins >= 1 && bins < 1 << 30 && range.lowerBound.isFinite && range.upperBound.isFinite,
      "\(bins) bins over a range of infinite ends, or no bins")
    let all = Kernels.binCounts(values, in: range, bins: bins)
    counts = Array(all[..<bins])
    (below, above, nonFinite) = (all[bins], all[bins + 1], all[bins + 2])
  }
}
