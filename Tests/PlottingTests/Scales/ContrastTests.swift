import Drawings
import Plotting
import Testing

struct ContrastTests {
  @Test func `black on white is the greatest contrast`() {
    let white = Color(hex: 0xFFFFFF)
    #expect(abs(Color.black.contrast(with: white) - 21) < 1e-9)
    #expect(white.contrast(with: .black) == Color.black.contrast(with: white))
    #expect(white.contrast(with: white) == 1)
  }

  // 4.54 is the ratio that WCAG's own examples give for this gray.
  @Test func `the contrast of a known gray is the known one`() {
    #expect(abs(Color(hex: 0x767676).contrast(with: Color(hex: 0xFFFFFF)) - 4.54) < 0.005)
  }
}
