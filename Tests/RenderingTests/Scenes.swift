import Drawings
import Rendering

/// A drawing that has every command and every option once.
func everything(measuring measurer: TextMeasurer) -> Drawing {
  var drawing = Drawing(size: Size(240, 160), background: Color(hex: 0xFFFFFF))
  let panel = Rectangle(x: 20, y: 20, width: 120, height: 100)
  drawing.commands.append(.pushClip(.rectangle(panel)))
  drawing.commands.append(.image(checkerboard(isSmooth: true), panel))
  drawing.commands.append(.pushClip(.circle(panel.center, radius: 40)))
  drawing.fill(.rectangle(panel), Color(hex: 0x1F6FEB).opacity(0.5))
  drawing.commands += [.popClip, .popClip]
  let corner = Rectangle(x: 150, y: 20, width: 40, height: 40)
  drawing.commands.append(.image(checkerboard(isSmooth: false), corner))
  for (index, cap) in [StrokeStyle.Cap.butt, .round, .square].enumerated() {
    let y = 80 + Double(index) * 12
    drawing.stroke(
      .polyline([Point(155, y), Point(175, y + 6), Point(195, y)]), Color(hex: 0xE66100),
      StrokeStyle(width: 4, dash: index == 1 ? [6, 3] : [], cap: cap, join: joins[index]))
  }
  drawing.fill(.circle(Point(210, 40), radius: 6), Color(hex: 0xE66100))
  drawing.stroke(
    .circle(Point(210, 40), radius: 6), Color(hex: 0x222222), StrokeStyle(width: 1.5))
  drawing.write("Hidden 은닉층", Point(20, 140), TextStyle(size: 10), measurer)
  drawing.write("ŷ = σ(W₁x)", Point(230, 140), TextStyle(size: 9).slanted, measurer, rotation: -90)
  return drawing
}

private let joins = [StrokeStyle.Join.miter, .round, .bevel]

/// Two by two pixels: black and white, red and blue.
func checkerboard(isSmooth: Bool) -> Raster {
  Raster(
    columns: 2, rows: 2, pixels: [0x000000, 0xFFFFFF, 0xFF0000, 0x0000FF], isSmooth: isSmooth)
}

/// The color `0xRRGGBB` of three bytes from `index`.
func rgb(_ bytes: [UInt8], _ index: Int) -> UInt32 {
  bytes[index..<index + 3].reduce(0) { $0 << 8 | UInt32($1) }
}

/// A page of `width` by `height` points in one color.
func page(_ width: Double, _ height: Double, _ color: UInt32 = 0xFFFFFF) -> Drawing {
  Drawing(size: Size(width, height), background: Color(hex: color))
}

/// A page with one line of text.
func page(saying text: String, _ style: TextStyle = TextStyle(size: 12)) -> Drawing {
  var drawing = page(400, 40)
  drawing.write(text, Point(10, 25), style, .fixed)
  return drawing
}

extension Drawing {
  /// Writes dark text.
  mutating func write(
    _ text: String, _ origin: Point, _ style: TextStyle, _ measurer: TextMeasurer,
    rotation: Double = 0
  ) {
    commands.append(
      .text(
        PlacedText(
          text, origin: origin, style: style, color: Color(hex: 0x222222), rotation: rotation,
          width: measurer.width(text, style))))
  }
}

extension ImageMetadata {
  /// Metadata with markup, quotes and Hangul in it.
  static let sample = ImageMetadata(
    id: "boundary", title: "결정 경계 <1>", description: "Blue & \"orange\" regions", language: "ko",
    software: "Chalkline 1.0", extra: [("Source", "lesson.yaml#boundary"), ("seed", "7")])
}

extension Raster {
  /// The color at a pixel.
  func color(_ column: Int, _ row: Int) -> UInt32 { pixels[row * columns + column] }

  /// The mean difference of a color component from that of `other`, 0...255.
  func meanDifference(from other: Raster) -> Double {
    var sum = 0
    for (one, two) in zip(pixels, other.pixels) {
      for shift in [UInt32(16), 8, 0] {
        sum += abs(Int(one >> shift & 255) - Int(two >> shift & 255))
      }
    }
    return Double(sum) / Double(pixels.count * 3)
  }
}
