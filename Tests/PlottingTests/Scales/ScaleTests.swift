import Plotting
import Testing

struct ScaleTests {
  @Test(arguments: ScaleTransform.all, [1.0...1000, 0.5...0.75, 2.0...2.000001])
  func `the ends of the domain fall on the ends`(
    transform: ScaleTransform, domain: ClosedRange<Double>
  ) {
    let scale = Scale(domain: domain, from: 30, to: 430, transform: transform)
    // The narrowest domain is 1e-6 wide at 2: its ends are known to 2e-10 of its length.
    #expect(abs(scale(domain.lowerBound) - 30) < 1e-6)
    #expect(abs(scale(domain.upperBound) - 430) < 1e-6)
  }

  @Test(arguments: [-3.5, 0, 1, 2.25, 99])
  func `inverted undoes the scale, also outside the domain`(value: Double) {
    let scale = Scale(domain: -2...3, from: 500, to: 100)
    // A few roundings of numbers below 10 000.
    #expect(abs(scale.inverted(scale(value)) - value) < 1e-12)
  }

  @Test func `a scale may run backwards`() {
    let scale = Scale(domain: 0...4, from: 100, to: 0)
    #expect(scale(0) == 100 && scale(1) == 75 && scale(4) == 0)
  }

  @Test(arguments: [-7.0, 0, 1e-320, 0.25, 3e8, 1e17, 1e300])
  func `a domain of one value has it in the middle`(value: Double) {
    let scale = Scale(domain: value...value, from: 0, to: 80)
    #expect(abs(scale(value) - 40) < 1e-9)
  }

  @Test func `the widest domain still has a middle`() {
    let most = Double.greatestFiniteMagnitude
    let scale = Scale(domain: -most...most, from: 0, to: 80)
    #expect(scale(-most) == 0 && scale(0) == 40 && scale(most) == 80)
    #expect(scale.inverted(80) == most)
  }

  @Test func `a NaN has no place`() {
    #expect(Scale(domain: 0...1, from: 0, to: 1)(.nan).isNaN)
  }

  @Test func `points per unit are positive either way`() {
    #expect(Scale(domain: 0...4, from: 0, to: 100).pointsPerUnit == 25)
    #expect(Scale(domain: 0...4, from: 100, to: 0).pointsPerUnit == 25)
  }
}

struct BandScaleTests {
  @Test(arguments: 1...7)
  func `slots are equal and fill the range`(count: Int) {
    let scale = BandScale(count: count, from: 10, to: 80, padding: 0)
    let middles = (0..<count).map { scale($0) }
    #expect(abs(middles[0] - scale.bandwidth / 2 - 10) < 1e-12)
    #expect(abs(middles[count - 1] + scale.bandwidth / 2 - 80) < 1e-12)
    #expect(zip(middles, middles.dropFirst()).allSatisfy { abs($1 - $0 - scale.bandwidth) < 1e-12 })
  }

  @Test func `padding is taken from both sides of a slot`() {
    let scale = BandScale(count: 2, from: 0, to: 100, padding: 0.2)
    #expect(scale(0) == 25 && scale(1) == 75 && scale.bandwidth == 40)
  }

  @Test func `a scale that runs backwards has a positive width`() {
    let scale = BandScale(count: 4, from: 100, to: 0, padding: 0)
    #expect(scale(0) == 87.5 && scale.bandwidth == 25)
  }

  @Test func `no slots are no trap`() {
    #expect(BandScale(count: 0, from: 0, to: 10).bandwidth == 8)
  }
}
