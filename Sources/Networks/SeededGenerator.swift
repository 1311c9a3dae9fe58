/// A source of random numbers that is fixed by its seed: xoshiro256**, seeded by SplitMix64.
///
/// The same seed gives the same numbers on every machine, forever: lessons print it. The period is
/// 2²⁵⁶ - 1; not for secrets.
///
/// - Source: Blackman & Vigna 2021, Scrambled Linear Pseudorandom Number Generators; for the
///   seeding, Steele, Lea & Flood 2014, Fast Splittable Pseudorandom Number Generators.
public struct SeededGenerator: RandomNumberGenerator, Equatable, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private let seed: UInt64

  /// Makes the generator of a seed; every seed is as good as another.
  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    self.seed = seed
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 &<< 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, by: 45)
    return result
  }

  /// Returns a number of `[0, 1)`: one of the 2⁵³ multiples of 2⁻⁵³, all equally likely.
  public mutating func uniform() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// Returns a number from `low`, included, to `high`, which only rounding can reach.
  public mutating func uniform(in low: Double, _ high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// Returns a whole number from 0 up to but not including `bound`, all equally likely.
  ///
  /// - Source: Lemire 2019, Fast Random Integer Generation in an Interval.
  public mutating func uniform(below bound: Int) -> Int {
    precondition(bound > 0, "no whole number from 0 up to \(bound)")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      // Of the 2⁶⁴ numbers this many would come up once too often.
      let excess = (0 &- bound) % bound
      while product.low < excess { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Returns a number of the normal distribution with mean 0 and standard deviation 1.
  ///
  /// The polar method gives two numbers at a time; the second is not used, so that the numbers to
  /// come depend on the state of the generator only.
  ///
  /// - Source: Marsaglia & Bray 1964, A Convenient Method for Generating Normal Variables.
  public mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square < 1 && square > 0 {
        return x * (-2 * Elementary.log(square) / square).squareRoot()
      }
    }
  }

  /// Returns the numbers from 0 up to but not including `count` in random order (Fisher-Yates).
  public mutating func shuffled(_ count: Int) -> [Int] {
    precondition(count >= 0, "no order of \(count) numbers")
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, uniform(below: place + 1))
    }
    return order
  }

  /// Returns another generator, the stream `index` of this one's seed.
  ///
  /// It does not depend on how many numbers were taken. Streams of different indices, and the
  /// generator itself, have nothing to do with each other.
  public func stream(_ index: UInt64) -> SeededGenerator {
    var seedMixer = SplitMix64(state: seed)
    var indexMixer = SplitMix64(state: index)
    return SeededGenerator(seed: seedMixer.next() ^ Self.rotated(indexMixer.next(), by: 32))
  }

  /// Whether two generators will give the same numbers, and the same streams.
  public static func == (left: SeededGenerator, right: SeededGenerator) -> Bool {
    left.state == right.state && left.seed == right.seed
  }

  private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    bits &<< count | bits &>> (64 &- count)
  }
}

/// A counter whose values are well mixed; it turns one seed into many.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits &>> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits &>> 31)
  }
}
