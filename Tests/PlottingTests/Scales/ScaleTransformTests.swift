import Foundation
import Plotting
import Testing

struct ScaleTransformTests {
  private static let magnitudes = stride(from: -300.0, through: 300, by: 12.5).map {
    pow(10, $0)
  }

  // A logarithm near 690 is known to half an ulp of 690, which is 6e-14 of the value itself; linear
  // and symmetric scales lose no more over the small domains used here.
  private static let roundTrip = 2e-13

  @Test(arguments: magnitudes)
  func `a logarithmic scale gives values back`(value: Double) {
    let scale = Scale(domain: 1e-300...1e300, from: 20, to: 620, transform: .log)
    let back = scale.inverted(scale(value))
    // Places along 600 decades in 600 points: an ulp of a place is 1e-13 decades.
    #expect(abs(back / value - 1) < 1e-12)
  }

  @Test(arguments: ScaleTransform.all, [0.003, 0.25, 1, 7, 1e6])
  func `every transform gives values back`(transform: ScaleTransform, value: Double) {
    let scale = Scale(domain: value / 2...value * 3, from: 0, to: 100, transform: transform)
    #expect(abs(scale.inverted(scale(value)) / value - 1) < Self.roundTrip)
  }

  @Test(arguments: ScaleTransform.all)
  func `every transform grows`(transform: ScaleTransform) {
    let scale = Scale(domain: 1e-9...1e9, from: 0, to: 1000, transform: transform)
    let places = stride(from: -9.0, through: 9, by: 0.125).map { scale(pow(10, $0)) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: -30...30)
  func `decades are equally long on a logarithmic scale`(decade: Int) {
    let scale = Scale(domain: 1e-30...1e30, from: 0, to: 60, transform: .log)
    // Far finer than a pixel: the logarithm is good to a few ulp of 70.
    #expect(abs(scale(pow(10, Double(decade))) - Double(decade + 30)) < 1e-11)
  }

  @Test(arguments: [0.1, 0.9, 1, 1.0000001, 2, 2.718281828459045, 10, 12345.678, 1e-300, 1.7e308])
  func `places agree with the system's logarithm`(value: Double) {
    let scale = Scale(domain: 1...10, from: 0, to: 1, transform: .log)
    // Two roundings of log 10 and one of the quotient, in ulp of the result or of 1.
    #expect(abs(scale(value) - log10(value)) <= 6 * max(1, abs(log10(value))).ulp)
  }

  @Test func `the symmetric logarithm treats both signs alike`() {
    let scale = Scale(domain: -1000...1000, from: -50, to: 50, transform: .symlog)
    for value in [0.01, 1, 30, 999] { #expect(abs(scale(value) + scale(-value)) < 1e-12) }
    #expect(abs(scale(0)) < 1e-12)
  }

  @Test func `what a logarithm has no value for has no place`() {
    let scale = Scale(domain: 1...10, from: 0, to: 1, transform: .log)
    #expect(scale(-1).isNaN && scale(0) == -.infinity)
  }

  @Test(arguments: ScaleTransform.all)
  func `each is found by its name`(transform: ScaleTransform) {
    #expect(ScaleTransform.named(transform.name) == transform)
    #expect("\(transform)" == transform.name)
  }

  @Test func `no other name is known`() {
    #expect(ScaleTransform.named("square-root") == nil)
  }
}
