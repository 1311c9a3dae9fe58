import Foundation
import GoldenNumbers
import Plotting
import Testing

/// The tick lists of `plots.json`, made by matplotlib.
struct GoldenTicks: Decodable, Sendable {
  struct Linear: Decodable, Sendable {
    let lo, hi: Double
    let nbins: Int
    let inside: [Double]
  }
  struct Logarithmic: Decodable, Sendable {
    let lo, hi: Double
    let inside: [Double]
  }
  let linearTicks: [Linear]
  let logTicks: [Logarithmic]
}

/// A range and how many ticks it should have.
struct TickWish: Sendable, CustomStringConvertible {
  let domain: ClosedRange<Double>
  let count: Int
  var description: String { "\(count) over \(domain)" }

  static let all: [TickWish] = domains.flatMap { domain in
    [2, 3, 5, 9, 20].map { TickWish(domain: domain, count: $0) }
  }

  private static let domains: [ClosedRange<Double>] = [
    0...1, -1...1, 0...0.013, -3.2...7.9, 0.69...0.6932, -1e-5...3e-5, 1990...2024, 0...1e6,
    -17...(-4), 1e6...1e6 + 1e-5, 0...1e-12, -3e-300...2e-300, 0...1e300, -1e308...1e308,
    3e17...4e17,
    1e6...1e6 + 1e-7, -0.3...0.3, 0.1...0.30000000000000004, 123456...123457, -2e-9...7e-9,
  ]
}

struct TicksTests {
  @Test(arguments: TickWish.all)
  func `ticks ascend inside the domain`(wish: TickWish) {
    let values = Ticks.nice(wish.domain, count: wish.count).values
    let step = Ticks.niceStep(wish.domain, count: wish.count)
    // An end of the domain that is round but for its last bits keeps its tick.
    let slack = step * 1.1e-9
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(values.allSatisfy { $0 >= wish.domain.lowerBound - slack })
    #expect(values.allSatisfy { $0 <= wish.domain.upperBound + slack })
  }

  @Test(arguments: TickWish.all)
  func `ticks are evenly spaced`(wish: TickWish) {
    let values = Ticks.nice(wish.domain, count: wish.count).values
    let step = Ticks.niceStep(wish.domain, count: wish.count)
    // Each tick is the double nearest its multiple of the step, or one beside it.
    let slack = 4 * (values.map { abs($0) }.max() ?? 0).ulp
    #expect(zip(values, values.dropFirst()).allSatisfy { abs($1 - $0 - step) <= slack })
  }

  @Test(arguments: TickWish.all)
  func `steps are 1, 2, 2.5 or 5 times a power of ten`(wish: TickWish) {
    let step = Ticks.niceStep(wish.domain, count: wish.count)
    let exponent = floor(log10(step) + 1e-9)
    // In two factors, since 10³²⁰ is no double.
    let leading =
      step / pow(10, (exponent / 2).rounded()) / pow(10, exponent - (exponent / 2).rounded())
    #expect([1, 2, 2.5, 5].contains { abs(leading / $0 - 1) < 1e-9 })
  }

  @Test(arguments: TickWish.all)
  func `there are no more ticks than asked and no fewer than two fifths`(wish: TickWish) {
    let count = Ticks.nice(wish.domain, count: wish.count).values.count
    // Steps grow by 2.5 at most, and both ends of the domain may lie between two ticks.
    #expect(count <= wish.count + 1)
    #expect(Double(count) >= Double(wish.count) / 2.5 - 1)
  }

  @Test(arguments: TickWish.all)
  func `labels tell ticks apart`(wish: TickWish) {
    let labels = Ticks.nice(wish.domain, count: wish.count).labels
    #expect(Set(labels).count == labels.count)
  }

  @Test(arguments: TickWish.all)
  func `labels use a true minus and never say minus zero`(wish: TickWish) {
    let labels = Ticks.nice(wish.domain, count: wish.count).labels
    #expect(labels.allSatisfy { !$0.contains("-") && !$0.contains("e") })
    #expect(!labels.contains { $0.hasPrefix("−0") && !$0.contains { "123456789".contains($0) } })
  }

  @Test func `linear ticks are those of matplotlib or finer`() throws {
    for wanted in try golden("plots", as: GoldenTicks.self).linearTicks {
      let ticks = Ticks.nice(wanted.lo...wanted.hi, count: wanted.nbins).values
      #expect(ticks.count >= wanted.inside.count, "\(wanted)")
      #expect(ticks.count <= wanted.nbins + 1, "\(wanted)")
    }
  }

  @Test func `where the step is the same the ticks are matplotlib's to the last bit or two`() throws
  {
    for wanted in try golden("plots", as: GoldenTicks.self).linearTicks {
      let ticks = Ticks.nice(wanted.lo...wanted.hi, count: wanted.nbins).values
      guard ticks.count == wanted.inside.count else { continue }
      #expect(zip(ticks, wanted.inside).allSatisfy { abs($0 - $1) <= 2 * $1.ulp }, "\(wanted)")
    }
  }

  @Test func `a tick at three tenths is the double nearest three tenths`() {
    #expect(Ticks.nice(0...0.5, count: 5).values == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
  }

  @Test(
    arguments: [
      ([0, 0.5, 1], ["0.0", "0.5", "1.0"]), ([0, 1, 2], ["0", "1", "2"]),
      ([0.690, 0.6905, 0.691], ["0.6900", "0.6905", "0.6910"]), ([-0.25, 0], ["−0.25", "0.00"]),
      ([0, 2e-9, 4e-9], ["0", "2×10⁻⁹", "4×10⁻⁹"]), ([0, 5e7, 1e8], ["0", "5×10⁷", "10⁸"]),
      ([1_000_000, 1_000_001], ["1000000", "1000001"]), ([0.693147], ["0.693147"]), ([], []),
    ] as [([Double], [String])])
  func `labels have as few digits as tell values apart`(values: [Double], labels: [String]) {
    #expect(Ticks.at(values).labels == labels)
  }

  @Test(arguments: [5.0, 0, -1e300, 1e6])
  func `a domain of one value has one tick`(value: Double) {
    #expect(Ticks.nice(value...value, count: 5).values == [value])
  }

  @Test func `doubles that are almost neighbors are the ticks themselves`() {
    let domain = 1e6...(1e6).nextUp
    #expect(Ticks.nice(domain, count: 5).values == [domain.lowerBound, domain.upperBound])
  }

  @Test(arguments: ScaleTransform.all)
  func `an infinite domain has no ticks`(transform: ScaleTransform) {
    #expect(Ticks.nice(0...Double.infinity, count: 5, transform: transform) == .none)
  }
}

struct LogarithmicTicksTests {
  @Test func `every decade has its tick where all fit, as in matplotlib`() throws {
    for wanted in try golden("plots", as: GoldenTicks.self).logTicks {
      let ticks = Ticks.nice(wanted.lo...wanted.hi, count: 12, transform: .log)
      #expect(ticks.values == wanted.inside)
    }
  }

  @Test(arguments: [2, 3, 5, 9], [1e-300...1e300, 1e-6...1e3, 0.01...1, 2e-3...4e8, 1e-320...1])
  func `decades are left out evenly where not all fit`(count: Int, domain: ClosedRange<Double>) {
    let values = Ticks.nice(domain, count: count, transform: .log).values
    let decades = values.map { log10($0).rounded() }
    let gaps = Set(zip(decades, decades.dropFirst()).map { $1 - $0 })
    #expect(gaps.count <= 1 && values.count <= count + 1 && values.count > 1)
    #expect(values.allSatisfy { domain.contains($0) })
  }

  @Test func `powers are plain near 1 and raised far from it`() {
    let ticks = Ticks.nice(1e-4...1e4, count: 9, transform: .log)
    let near = ["0.01", "0.1", "1", "10", "100", "1000"]
    #expect(ticks.labels == ["10⁻⁴", "10⁻³"] + near + ["10⁴"])
  }

  @Test func `within a decade ticks are 1, 2 and 5`() {
    #expect(Ticks.nice(0.15...0.7, count: 5, transform: .log).labels == ["0.2", "0.5"])
  }

  @Test(arguments: [2.1...4.9, 3...3.5, 0.051...0.09])
  func `between those ticks are even`(domain: ClosedRange<Double>) {
    let ticks = Ticks.nice(domain, count: 5, transform: .log)
    #expect(ticks.values.count > 1 && ticks.values.allSatisfy { domain.contains($0) })
  }

  @Test func `nothing is round where values are not positive`() {
    #expect(Ticks.nice(-1...10, count: 5, transform: .log) == .none)
  }
}

struct SymmetricLogarithmicTicksTests {
  @Test func `there are decades to both sides of zero`() {
    let ticks = Ticks.nice(-100...100, count: 8, transform: .symlog)
    #expect(ticks.values == [-100, -10, -1, 0, 1, 10, 100])
    #expect(ticks.labels == ["−100", "−10", "−1", "0", "1", "10", "100"])
  }

  @Test(
    arguments: [3, 5, 9],
    [-1e300...1e300, -5...1e9, -1e12...0, 0...3e7, -0.5...0.5, 200...9000, -9000...(-200)])
  func `ticks ascend inside the domain and are few`(count: Int, domain: ClosedRange<Double>) {
    let ticks = Ticks.nice(domain, count: count, transform: .symlog)
    #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ticks.values.allSatisfy { domain.contains($0) })
    #expect(ticks.values.count > 1 && ticks.values.count <= count + 2)
    #expect(Set(ticks.labels).count == ticks.labels.count)
  }
}
