import Drawings

/// A place on a page where text is written from the top to the bottom.
struct Column {
  var x: Double
  /// The top of the next line.
  var y: Double
  var width: Double
  let measurer: TextMeasurer

  /// Writes `text`, broken at blanks, and goes on below it; `leading` is in sizes of the text.
  mutating func write(
    _ text: String, _ style: TextStyle, _ color: Color, leading: Double = 1.35,
    into drawing: inout Drawing
  ) {
    for line in measurer.lines(of: text, style, width: width) {
      // The letters' height in the middle of the line's.
      let baseline = y + style.size * leading / 2 + style.capHeight / 2
      drawing.text(line, at: Point(x, baseline), style, color, measuring: measurer)
      y += style.size * leading
    }
  }

  /// The height that `text` would take.
  func height(of text: String, _ style: TextStyle, leading: Double = 1.35) -> Double {
    Double(measurer.lines(of: text, style, width: width).count) * style.size * leading
  }
}
