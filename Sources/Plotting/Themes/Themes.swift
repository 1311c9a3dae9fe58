import Drawings

extension Theme {
  /// White, for print and for pages: a text column wide, as high as the figure needs.
  public static let paper = Theme(
    name: "paper", page: Size(480, 360), keepsProportion: false,
    palette: .light, sizes: TextSizes(title: 13, heading: 10, label: 9, tick: 8, small: 7.5),
    lines: LineSizes(hairline: 0.6, line: 1.4, bold: 2.2, dot: 4))

  /// White, 16:9, with larger text, for a projector.
  public static let slide = Theme(
    name: "slide", page: Size(640, 360), keepsProportion: true,
    palette: .light, sizes: .slide, lines: .slide)

  /// The measures of `slide` in the colors of `board`, for the decks of a dark course; no figure of its own.
  public static let darkSlide = Theme(
    name: "dark-slide", page: slide.page, keepsProportion: true, palette: .dark, sizes: .slide,
    lines: .slide)

  /// Dark, the same measures as `paper`, for dark pages and dark rooms.
  public static let board = Theme(
    name: "board", page: Size(480, 360), keepsProportion: false,
    palette: .dark, sizes: TextSizes(title: 13, heading: 10, label: 9, tick: 8, small: 7.5),
    lines: LineSizes(hairline: 0.6, line: 1.4, bold: 2.2, dot: 4))
}

/// The colors of a theme.
private struct Palette {
  var background, ink, quietInk, frame, grid, panel, shade: Color
  var negative, positive, middle, accent, gradient: Color
  /// Classes after the first two.
  var moreClasses: [Color]
  /// How far the soft ramp keeps from the page at its ends, 0 (page) to 1 (full color).
  var softness: Double

  static let light = Palette(
    background: Color(hex: 0xFFFFFF), ink: Color(hex: 0x1B1F24), quietInk: Color(hex: 0x57606A),
    frame: Color(hex: 0x8C959F), grid: Color(hex: 0xE3E6EA), panel: Color(hex: 0xF5F6F8),
    shade: Color(hex: 0xE9EBEF),
    negative: Color(hex: 0xC0560A), positive: Color(hex: 0x1F6FB5), middle: Color(hex: 0xF7F7F5),
    accent: Color(hex: 0xB0126F), gradient: Color(hex: 0x6B46A8),
    moreClasses: [Color(hex: 0x1C856A), Color(hex: 0x7B5AA6), Color(hex: 0x8A7000)],
    softness: 0.62)

  static let dark = Palette(
    background: Color(hex: 0x14181D), ink: Color(hex: 0xF0F3F6), quietInk: Color(hex: 0xA9B4C0),
    frame: Color(hex: 0x6E7985), grid: Color(hex: 0x2B323A), panel: Color(hex: 0x1E242B),
    shade: Color(hex: 0x272E37),
    negative: Color(hex: 0xF0904A), positive: Color(hex: 0x5AA9EC), middle: Color(hex: 0x2A2F36),
    accent: Color(hex: 0xF178B6), gradient: Color(hex: 0xB79AE0),
    moreClasses: [Color(hex: 0x52C2A0), Color(hex: 0xB79AE0), Color(hex: 0xD6BC48)],
    softness: 0.62)
}

private struct TextSizes {
  var title, heading, label, tick, small: Double

  static let slide = TextSizes(title: 18, heading: 13, label: 12, tick: 10.5, small: 9.5)
}

private struct LineSizes {
  var hairline, line, bold, dot: Double

  static let slide = LineSizes(hairline: 0.8, line: 2, bold: 3, dot: 5)
}

extension Theme {
  fileprivate init(
    name: String, page: Size, keepsProportion: Bool, palette: Palette, sizes: TextSizes,
    lines: LineSizes
  ) {
    self.name = name
    self.page = page
    self.keepsProportion = keepsProportion
    margin = sizes.label * 1.35
    background = palette.background
    ink = palette.ink
    quietInk = palette.quietInk
    frame = palette.frame
    grid = palette.grid
    panel = palette.panel
    negative = palette.negative
    positive = palette.positive
    accent = palette.accent
    forward = palette.ink
    gradient = palette.gradient
    shade = palette.shade
    classes = [palette.negative, palette.positive] + palette.moreClasses
    series =
      [palette.positive, palette.negative] + palette.moreClasses + [palette.ink]
    let soft = { (color: Color) in palette.middle.mixed(with: color, palette.softness) }
    signed = .through([palette.negative, palette.middle, palette.positive], name: "signed")
    field = .through(
      [soft(palette.negative), palette.middle, soft(palette.positive)], name: "field")
    sequential = .viridis
    title = TextStyle(size: sizes.title, isBold: true)
    heading = TextStyle(size: sizes.heading)
    label = TextStyle(size: sizes.label)
    tick = TextStyle(size: sizes.tick)
    small = TextStyle(size: sizes.small)
    hairline = lines.hairline
    line = lines.line
    boldLine = lines.bold
    dot = lines.dot
  }
}
