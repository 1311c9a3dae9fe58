import Networks
import Testing

struct SeededGeneratorTests {
  /// The first five numbers of three seeds, from an implementation in Python of the published
  /// algorithms, which gives the authors' own values for SplitMix64 of 1234567 and for the state 1, 2,
  /// 3, 4 of xoshiro256**.
  private static let published: [(UInt64, [UInt64])] = [
    (
      0,
      [
        0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a,
        0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c,
        0xbba5_ad4a_1f84_2e59,
      ]
    ),
    (
      42,
      [
        0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e,
        0xae17_5332_39e4_99a1, 0xecb8_ad47_03b3_60a1,
        0xfde6_dc7f_e2ec_5e64,
      ]
    ),
    (
      .max,
      [
        0x8f55_20d5_2a7e_ad08, 0xc476_a018_caa1_802d,
        0x81de_31c0_d260_469e, 0xbf65_8d7e_065f_3c2f,
        0x9135_93fd_a1bc_a32a,
      ]
    ),
  ]

  @Test(arguments: published)
  func `the numbers are those of the published algorithm`(seed: UInt64, numbers: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect((0..<numbers.count).map { _ in generator.next() } == numbers)
  }

  @Test func `uniform numbers are the upper 53 bits`() {
    var generator = SeededGenerator(seed: 42)
    var copy = generator
    for _ in 0..<1000 { #expect(generator.uniform() == Double(copy.next() >> 11) / 0x1p53) }
  }

  @Test func `uniform numbers have the moments of their distribution`() {
    var generator = SeededGenerator(seed: 5)
    let numbers = (0..<200_000).map { _ in generator.uniform() }
    // Mean 1/2, variance 1/12; the square of the distance from the mean has variance 1/180.
    #expect(abs(mean(numbers) - 0.5) < fiveSigma(1 / 12, numbers.count))
    #expect(
      abs(mean(numbers.map { ($0 - 0.5) * ($0 - 0.5) }) - 1 / 12)
        < fiveSigma(1 / 180, numbers.count))
  }

  @Test func `uniform numbers keep to their interval`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<1000 { #expect((-3...2).contains(generator.uniform(in: -3, 2))) }
  }

  @Test func `normal numbers have the moments of their distribution`() {
    var generator = SeededGenerator(seed: 7)
    let numbers = (0..<200_000).map { _ in generator.normal() }
    // The moments of z are 0, 1, 0, 3; the variance of zⁿ is that of order 2n less the square.
    let powers = (1...4).map { power in
      mean(numbers.map { z in (0..<power).reduce(1) { product, _ in product * z } })
    }
    for (power, (moment, variance)) in zip(powers, [(0.0, 1.0), (1, 2), (0, 15), (3, 96)]) {
      #expect(abs(power - moment) < fiveSigma(variance, numbers.count))
    }
  }

  @Test func `normal numbers fall into quartiles equally often`() {
    var generator = SeededGenerator(seed: 8)
    var counts = [0, 0, 0, 0]
    let quartile = 0.6744897501960817
    for _ in 0..<100_000 {
      let z = generator.normal()
      counts[z < -quartile ? 0 : z < 0 ? 1 : z < quartile ? 2 : 3] += 1
    }
    // Each count is binomial with probability 1/4.
    for count in counts {
      #expect(abs(Double(count) / 100_000 - 0.25) < fiveSigma(3 / 16, 100_000))
    }
  }

  @Test(arguments: [1, 2, 3, 7, 10, 1000])
  func `whole numbers below a bound are equally likely`(bound: Int) {
    var generator = SeededGenerator(seed: 9)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<100_000 { counts[generator.uniform(below: bound)] += 1 }
    let share = 1 / Double(bound)
    for count in counts {
      #expect(
        abs(Double(count) / 100_000 - share) <= fiveSigma(share * (1 - share), 100_000))
    }
  }

  @Test func `a bound near the largest number is not biased`() {
    // Taking bits modulo 3·2⁶¹ would give the lower third twice as often as each other third.
    var generator = SeededGenerator(seed: 10)
    let bound = 3 << 61
    let low = (0..<10_000).count { _ in generator.uniform(below: bound) < 1 << 61 }
    #expect(abs(Double(low) / 10_000 - 1 / 3) < fiveSigma(2 / 9, 10_000))
  }

  @Test(arguments: [0, 1, 2, 10, 257])
  func `a shuffled order holds every number once`(count: Int) {
    var generator = SeededGenerator(seed: 11)
    #expect(generator.shuffled(count).sorted() == Array(0..<count))
  }

  @Test func `every order is equally likely`() {
    var generator = SeededGenerator(seed: 12)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<60_000 { counts[generator.shuffled(4), default: 0] += 1 }
    #expect(counts.count == 24)
    for count in counts.values {
      #expect(abs(Double(count) / 60_000 - 1 / 24) < fiveSigma(23 / 576, 60_000))
    }
  }

  @Test func `a stream depends on seed and index only`() {
    var generator = SeededGenerator(seed: 7)
    let before = generator.stream(3)
    _ = generator.next()
    #expect(generator.stream(3) == before)
    #expect(SeededGenerator(seed: 8).stream(3) != before)
  }

  @Test func `streams and their generator are not correlated`() {
    let generator = SeededGenerator(seed: 13)
    var all = [generator] + (0..<5).map { generator.stream($0) }
    let numbers = all.indices.map { index in (0..<20_000).map { _ in all[index].uniform() - 0.5 } }
    for left in numbers.indices {
      for right in numbers.indices where right < left {
        // The product of two independent ones has the variance 1/144.
        let products = zip(numbers[left], numbers[right]).map { $0 * $1 }
        #expect(abs(mean(products)) < fiveSigma(1 / 144, products.count))
      }
    }
  }

  private func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  /// Five standard deviations of the mean of `count` numbers; passed by chance once in 1.7 million.
  private func fiveSigma(_ variance: Double, _ count: Int) -> Double {
    5 * (variance / Double(count)).squareRoot()
  }
}
