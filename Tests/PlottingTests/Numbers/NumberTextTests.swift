import Foundation
import Plotting
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (0.25, 2, "0.25"), (-0.25, 2, "−0.25"), (3, 0, "3"), (3, 2, "3.00"), (12.5, 3, "12.500"),
    (0.05, 1, "0.1"), (99.999, 2, "100.00"), (1e14, 1, "100000000000000.0"),
  ])
  func `fixed writes a value with so many decimals`(value: Double, places: Int, text: String) {
    #expect(NumberText.fixed(value, places: places) == text)
  }

  @Test(arguments: [0.0, -0.0, -0.0004, -1e-300, 4.9e-324])
  func `what rounds to zero has no sign`(value: Double) {
    #expect(NumberText.fixed(value, places: 3) == "0.000")
  }

  // These halves are doubles exactly; of 2.675 and 1.005 the nearest doubles lie below the half.
  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"),
    (-1.5, 0, "−2"), (2.675, 2, "2.67"), (1.005, 2, "1.00"),
  ])
  func `halves round to even and nothing else is a half`(
    value: Double, places: Int, text: String
  ) {
    #expect(NumberText.fixed(value, places: places) == text)
  }

  @Test(arguments: 0...12)
  func `fixed rounds the value itself, as the C library does`(places: Int) {
    // Decimals that end in 5 are where a product that rounds would go wrong.
    for index in 0..<4000 {
      let value = Double(index) * 5 / 1000 + (index % 3 == 0 ? 1e-7 : 0)
      #expect(NumberText.fixed(value, places: places) == String(format: "%.\(places)f", value))
    }
  }

  @Test func `many decimals of a large number keep their digits`() {
    #expect(NumberText.fixed(1_000_000.0000002, places: 7) == "1000000.0000002")
  }

  @Test(arguments: [
    (0.5, "0.5"), (-3.0, "−3"), (0.125, "0.125"), (0.1234, "0.123"), (10, "10"), (-0.0001, "0"),
    (100, "100"),
  ])
  func `short drops trailing zeros and never those of a whole number`(value: Double, text: String) {
    #expect(NumberText.short(value, places: 3) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (1.234567, "1.23"), (-12.34, "−12.3"), (0.001234, "0.00123"), (123456, "123456"),
    (3.2e-7, "3.2×10⁻⁷"), (-4e6, "−4×10⁶"), (1e-9, "10⁻⁹"), (0.99999e-4, "10⁻⁴"),
  ])
  func `significant is plain where that stays readable`(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(arguments: [
    (1e300, "10³⁰⁰"), (1.7e308, "1.7×10³⁰⁸"), (-2.5e-300, "−2.5×10⁻³⁰⁰"), (2e-310, "2×10⁻³¹⁰"),
    (5e-324, "4.94×10⁻³²⁴"), (9.9999e99, "10¹⁰⁰"), (1e23, "10²³"),
  ])
  func `huge and tiny values are written with powers of ten`(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test func `fixed gives up on plain digits from a thousand million million on`() {
    #expect(NumberText.fixed(999_999_999_999_999, places: 0) == "999999999999999")
    #expect(NumberText.fixed(1e15, places: 0) == "10¹⁵")
  }

  @Test(arguments: [(Double.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞")])
  func `every form says what is not finite`(value: Double, text: String) {
    #expect(NumberText.fixed(value, places: 2) == text)
    #expect(NumberText.short(value, places: 2) == text)
    #expect(NumberText.significant(value) == text)
    #expect(NumberText.scientific(value, digits: 2) == text)
  }

  @Test func `every power of ten is told from its neighbors`() {
    for exponent in -307...308 {
      let text = NumberText.scientific(Double("1e\(exponent)") ?? .nan, digits: 3)
      #expect(text == "10" + NumberText.superscript(exponent))
    }
  }

  @Test(arguments: [(0, "⁰", "₀"), (-12, "⁻¹²", "₋₁₂"), (3_456_789, "³⁴⁵⁶⁷⁸⁹", "₃₄₅₆₇₈₉")])
  func `raised and lowered digits spell integers`(value: Int, raised: String, lowered: String) {
    #expect(NumberText.superscript(value) == raised)
    #expect(NumberText.subscript(value) == lowered)
  }

  @Test(arguments: [
    (0, "0"), (1234, "1234"), (-1234, "−1234"), (12345, "12\u{2009}345"),
    (-1_234_567, "−1\u{2009}234\u{2009}567"), (100_000, "100\u{2009}000"),
  ])
  func `counts are grouped by thin spaces from five digits on`(value: Int, text: String) {
    #expect(NumberText.count(value) == text)
  }

  @Test func `the least integer has digits too`() {
    #expect(NumberText.count(.min).hasPrefix("−9"))
    #expect(NumberText.superscript(.min).hasPrefix("⁻⁹"))
  }

  @Test func `a share is a percentage`() {
    #expect(NumberText.percent(0.754) == "75%")
  }
}
