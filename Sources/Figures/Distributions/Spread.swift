/// Where some numbers lie: their ends, quartiles and mean.
struct Spread: Equatable {
  /// How many finite numbers there are; all else is about these alone.
  let count: Int
  let least: Double
  let lowerQuartile: Double
  let median: Double
  let upperQuartile: Double
  let greatest: Double
  let mean: Double

  /// The spread of the finite ones among some numbers; nil if there is none.
  ///
  /// A quartile between two numbers is on the straight line between them. Where one of the two is
  /// `ceiling`, which stands for all that never came to a number, there is no such line, and the
  /// quartile is the ceiling.
  ///
  /// - Source: Hyndman & Fan 1996, Sample Quantiles in Statistical Packages, definition 7
  init?(of values: [Double], ceiling: Double? = nil) {
    let sorted = values.filter { $0.isFinite }.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let index = Int(place)
      guard index + 1 < sorted.count else { return greatest }
      let rest = place - Double(index)
      if rest > 0, sorted[index + 1] == ceiling { return sorted[index + 1] }
      return sorted[index] * (1 - rest) + sorted[index + 1] * rest
    }
    count = sorted.count
    self.least = least
    self.greatest = greatest
    lowerQuartile = quantile(0.25)
    median = quantile(0.5)
    upperQuartile = quantile(0.75)
    mean = sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
  }
}
