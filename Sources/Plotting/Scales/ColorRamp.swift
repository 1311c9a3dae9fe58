public import Drawings

/// A color for every number from 0 to 1, as a table of 256 entries.
public struct ColorRamp: Sendable, Equatable, CustomStringConvertible {
  /// The word in lesson files.
  public let name: String
  /// The 256 colors, each `0xRRGGBB`.
  public let table: [UInt32]

  /// The name.
  public var description: String { name }

  init(name: String, table: [UInt32]) {
    precondition(table.count == 256, "a ramp has 256 entries, not \(table.count)")
    self.name = name
    self.table = table
  }

  /// The color at `t`, clamped to 0...1.
  ///
  /// It is entry `min(⌊256 t⌋, 255)`, as in matplotlib; NaN gives the first.
  public func callAsFunction(_ t: Double) -> Color { Color(hex: table[Self.index(t)]) }

  static func index(_ t: Double) -> Int {
    t > 0 ? min(Int(min(t, 1) * 256), 255) : 0
  }

  /// The stretch of the ramp that stands out from a background, for lines.
  ///
  /// Entries at both ends whose contrast is too low are left out, and the rest is spread over
  /// 0...1; a ramp without contrast stays as it is.
  public func standingOut(
    from background: Color, byContrast contrast: Double = 2.2
  ) -> ColorRamp {
    let clear = table.indices.filter {
      Color(hex: table[$0]).contrast(with: background) >= contrast
    }
    guard let first = clear.first, let last = clear.last, first < last else { return self }
    return ColorRamp(
      name: name, table: table.indices.map { table[first + $0 * (last - first) / 255] })
  }

  /// A ramp through `stops`, evenly spaced, even to the eye between them (mixed in OKLab).
  public static func through(_ stops: [Color], name: String) -> ColorRamp {
    precondition(stops.count > 1, "a ramp needs two stops, not \(stops.count)")
    let labs = stops.map(OKLab.init)
    let table = (0..<256).map { index -> UInt32 in
      let place = Double(index) / 255 * Double(labs.count - 1)
      let left = min(Int(place), labs.count - 2)
      let bytes = labs[left].mixed(with: labs[left + 1], place - Double(left)).color.bytes
      return UInt32(bytes.red) << 16 | UInt32(bytes.green) << 8 | UInt32(bytes.blue)
    }
    return ColorRamp(name: name, table: table)
  }

  /// Dark violet to yellow, for values without a sign.
  public static let viridis = ColorRamp(name: "viridis", hex: ColorTables.viridis)
  /// Dark blue to yellow, the same to readers with any common color blindness.
  public static let cividis = ColorRamp(name: "cividis", hex: ColorTables.cividis)

  /// Every ramp that does not depend on a theme.
  public static let all = [viridis, cividis]

  private init(name: String, hex: String) {
    var table: [UInt32] = []
    var value: UInt32 = 0
    var digits = 0
    for byte in hex.utf8 {
      value = value << 4 | UInt32(byte < 58 ? byte - 48 : byte - 87)
      digits += 1
      if digits == 6 {
        table.append(value)
        (value, digits) = (0, 0)
      }
    }
    self.init(name: name, table: table)
  }
}

/// A color in a space where equal steps look equal.
///
/// - Source: Ottosson 2020, "A perceptual color space for image processing".
struct OKLab {
  var lightness: Double
  var a: Double
  var b: Double

  init(_ color: Color) {
    let (r, g, b) = (
      Self.linear(color.red), Self.linear(color.green), Self.linear(color.blue)
    )
    let l = Self.cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = Self.cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = Self.cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func mixed(with other: OKLab, _ share: Double) -> OKLab {
    var result = self
    result.lightness += (other.lightness - lightness) * share
    result.a += (other.a - a) * share
    result.b += (other.b - b) * share
    return result
  }

  var color: Color {
    func cube(_ x: Double) -> Double { x * x * x }
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return Color(
      red: Self.companded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      green: Self.companded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      blue: Self.companded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  private static func linear(_ c: Double) -> Double {
    c <= 0.04045
      ? c / 12.92 : Logarithm.exponential(2.4 * Logarithm.natural((c + 0.055) / 1.055))
  }

  private static func companded(_ c: Double) -> Double {
    if c <= 0.0031308 { return max(0, 12.92 * c) }
    return min(1, 1.055 * Logarithm.exponential(Logarithm.natural(c) / 2.4) - 0.055)
  }

  private static func cubeRoot(_ x: Double) -> Double {
    x > 0 ? Logarithm.exponential(Logarithm.natural(x) / 3) : 0
  }
}

extension Color {
  /// The WCAG contrast ratio against another opaque color, 1 (same) to 21 (black on white).
  ///
  /// - Source: WCAG 2.2, "relative luminance" and "contrast ratio".
  public func contrast(with other: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      func linear(_ c: Double) -> Double {
        c <= 0.04045
          ? c / 12.92 : Logarithm.exponential(2.4 * Logarithm.natural((c + 0.055) / 1.055))
      }
      return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }
    let (a, b) = (luminance(self), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
