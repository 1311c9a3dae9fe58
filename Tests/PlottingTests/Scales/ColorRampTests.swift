import Drawings
import GoldenNumbers
import Plotting
import Testing

private struct GoldenRamps: Decodable {
  struct Ramp: Decodable {
    let name: String
    let positions: [Double]
    let rgb: [[Double]]
    let hex: [String]
  }
  let tolerance: Tolerance
  let colourMaps: [Ramp]
}

struct ColorRampTests {
  @Test(arguments: ColorRamp.all)
  func `a published ramp has the published colors`(ramp: ColorRamp) throws {
    let file = try golden("plots", as: GoldenRamps.self)
    let wanted = try #require(file.colourMaps.first { $0.name == ramp.name })
    for (position, rgb) in zip(wanted.positions, wanted.rgb) {
      let color = ramp(position)
      // 0.002 is half of 1/255, the step of the table.
      #expect(file.tolerance.mismatch([color.red, color.green, color.blue], rgb) == nil)
    }
  }

  @Test(arguments: ColorRamp.all)
  func `a published ramp has the published bytes`(ramp: ColorRamp) throws {
    let file = try golden("plots", as: GoldenRamps.self)
    let wanted = try #require(file.colourMaps.first { $0.name == ramp.name })
    let hex = wanted.positions.map { position in
      let entry = ramp.table[min(Int(position * 256), 255)]
      return "#" + String(0x1000000 + entry, radix: 16).dropFirst()
    }
    #expect(hex == wanted.hex)
  }

  @Test(arguments: ColorRamp.all)
  func `a ramp for values without a sign grows lighter all the way`(ramp: ColorRamp) {
    let lightness = ramp.table.map { Color(hex: $0).lightness }
    // Tables are rounded to bytes: a step may seem to go back by a fraction of one.
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $1 > $0 - 0.15 })
    #expect(lightness[255] - lightness[0] > 50)
  }

  @Test(arguments: [(-3.0, 0), (0, 0), (0.5, 128), (0.999, 255), (1, 255), (7, 255)])
  func `values are clamped and each entry has an equal share`(t: Double, entry: Int) {
    #expect(ColorRamp.viridis(t) == Color(hex: ColorRamp.viridis.table[entry]))
  }

  @Test(arguments: [Double.nan, -.infinity])
  func `what has no place has the first color`(t: Double) {
    #expect(ColorRamp.viridis(t) == Color(hex: ColorRamp.viridis.table[0]))
  }

  @Test func `a ramp passes through its stops`() {
    let stops = [Color(hex: 0x103050), Color(hex: 0xF0E0D0), Color(hex: 0x801020)]
    let ramp = ColorRamp.through(stops, name: "test")
    #expect(ramp.table[0] == 0x103050 && ramp.table[255] == 0x801020)
    #expect(abs(ramp(0.5).lightness - stops[1].lightness) < 1)
  }

  @Test func `gray mixes into gray`() {
    let table = ColorRamp.through([.black, Color(hex: 0xFFFFFF)], name: "gray").table
    #expect(table.allSatisfy { $0 >> 16 == $0 & 255 && ($0 >> 8) & 255 == $0 & 255 })
  }

  @Test(arguments: Theme.all)
  func `what stands out from a page does so from end to end`(theme: Theme) {
    let ramp = theme.sequential.standingOut(from: theme.background, byContrast: 2.2)
    #expect(ramp.table.count == 256)
    for entry in ramp.table {
      #expect(Color(hex: entry).contrast(with: theme.background) >= 2.2)
    }
  }

  @Test func `a ramp without contrast stays as it is`() {
    #expect(ColorRamp.viridis.standingOut(from: .black, byContrast: 22) == .viridis)
  }

  @Test(arguments: Theme.all)
  func `signed ramps grow steadily away from zero`(theme: Theme) {
    for ramp in [theme.signed, theme.field] {
      let lightness = ramp.table.map { Color(hex: $0).lightness }
      let away = theme.background.lightness > 50 ? 1.0 : -1
      let steps = zip(lightness, lightness.dropFirst()).map { ($1 - $0) * away }
      // Lighter toward the middle on a light page, darker on a dark one, but for rounding to bytes.
      #expect(steps.prefix(127).allSatisfy { $0 > -0.3 })
      #expect(steps.suffix(127).allSatisfy { $0 < 0.3 })
    }
  }

  @Test(arguments: Theme.all)
  func `signed ramps are as light at one end as at the other`(theme: Theme) {
    for ramp in [theme.signed, theme.field] {
      // Neither sign may look the larger: 8 is about a fifth of the way to the middle.
      #expect(abs(ramp(0).lightness - ramp(1).lightness) < 8)
    }
  }
}

extension Color {
  /// CIE L*, 0 (black) to 100 (white), from the contrast with black: (Y + 0.05) / 0.05.
  var lightness: Double {
    let luminance = contrast(with: .black) * 0.05 - 0.05
    // The cube root by Newton's rule is enough here; below this the curve is a line.
    guard luminance > 0.008856 else { return 903.3 * luminance }
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root - luminance) / (3 * root * root) }
    return 116 * root - 16
  }
}
