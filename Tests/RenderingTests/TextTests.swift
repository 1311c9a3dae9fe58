import Drawings
import Rendering
import Testing

struct TextTests {
  let renderer: Renderer
  let measurer: TextMeasurer

  init() throws {
    renderer = try Renderer()
    measurer = try PangoTextMeasurer.measurer()
  }

  /// What the figures write beside Hangul, and some more of its kind.
  static let symbols = [
    "x₁ x₂", "ŷ", "x̂", "σ′", "∂", "∇", "∑", "⊙", "⊕", "←", "→", "≤", "≥", "≈", "×", "·", "−", "½",
    "W⁽²⁾", "Wᵀ", "z⁻¹", "aᶻ", "∈", "ℝ", "√", "∞", "′", "θ η λ δ ε", "quick waffle",
  ]

  /// Symbols and Hangul.
  static let written = symbols + ["은닉층", "뷁", "손실 ŷ"]

  @Test(arguments: written, [TextStyle(size: 11), TextStyle(size: 11).bold])
  func `what figures write has its glyphs`(text: String, style: TextStyle) throws {
    #expect(throws: Never.self) { try renderer.raster(of: page(saying: text, style)) }
  }

  /// A private character, a hanja that NanumGothic lacks, Tibetan, and one beyond the first plane.
  static let missing: [Character] = ["\u{E000}", "\u{4E8D}", "\u{0F40}", "\u{1F9E0}"]

  @Test(arguments: missing, ImageFormat.allCases)
  func `a character without a glyph is named`(character: Character, format: ImageFormat) throws {
    let text = "한글 a\(character)b"
    #expect(throws: RenderError.missingGlyph(character: character, text: text)) {
      try renderer.encode(page(saying: text), as: format, metadata: .sample)
    }
  }

  @Test(arguments: ["\n", "\t", "\u{0}", "\u{2028}", "\u{7F}"] as [Character])
  func `a control character is not drawn but named`(character: Character) throws {
    let text = "a\(character)b"
    #expect(throws: RenderError.missingGlyph(character: character, text: text)) {
      try renderer.raster(of: page(saying: text))
    }
  }

  @Test func `a missing glyph is told by its code`() {
    let error = RenderError.missingGlyph(character: "\u{E000}", text: "a\u{E000}")
    #expect(error.description.hasPrefix("no glyph for U+E000 of "))
  }

  @Test(arguments: [" ", "a b", "a\u{A0}b", "a\u{200B}b", "❤\u{FE0E}"])
  func `blanks that are meant to be blank are no error`(text: String) throws {
    #expect(throws: Never.self) { try renderer.raster(of: page(saying: text)) }
  }

  @Test(arguments: written, [7.0, 9.3, 24])
  func `a size twice as large is twice as wide`(text: String, size: Double) {
    let once = measurer.measure(text, TextStyle(size: size))
    let twice = measurer.measure(text, TextStyle(size: size * 2))
    // Each advance is rounded to 1/1024 point.
    let rounding = Double(text.unicodeScalars.count + 1) * 2 / 1024
    #expect(abs(twice.width - 2 * once.width) <= rounding)
  }

  @Test func `digits are as wide as DejaVu Sans says`() {
    // 1303 of 2048 units, in its horizontal metrics.
    let width = measurer.width("0", TextStyle(size: 100))
    #expect(abs(width - 100 * 1303 / 2048) < 2.0 / 1024)
  }

  @Test func `Hangul does not lean and has no slanted font to fall back on`() throws {
    let upright = try renderer.raster(of: page(saying: "은닉층", TextStyle(size: 20)))
    let slanted = try renderer.raster(of: page(saying: "은닉층", TextStyle(size: 20).slanted))
    #expect(upright.meanDifference(from: slanted) < 0.01)
  }

  @Test func `eight tasks measure what one does`() async {
    let styles = (1...40).map { TextStyle(size: Double($0)) }
    let alone = styles.map { measurer.measure("은닉 σ′", $0) }
    await withTaskGroup(of: [TextExtent].self) { [measurer] group in
      for _ in 0..<8 { group.addTask { styles.map { measurer.measure("은닉 σ′", $0) } } }
      for await extents in group { #expect(extents == alone) }
    }
  }

  @Test(arguments: [2, 40, 150])
  func `ink begins at the origin and ends at the measured width`(letters: Int) throws {
    let text = String(repeating: "H", count: letters)
    let width = measurer.width(text, TextStyle(size: 30))
    var drawing = page(width + 20, 40)
    drawing.write(text, Point(10, 30), TextStyle(size: 30), measurer)
    let raster = try renderer.raster(of: drawing, dpi: 72)
    let inked = (0..<raster.columns).filter { column in
      (0..<40).contains { raster.color(column, $0) < 0x808080 }
    }
    // DejaVu's H keeps 0.098 em free at both sides: 2.9 points.
    #expect(abs(Double(inked.first ?? 0) - 12.9) <= 1)
    #expect(abs(Double(inked.last ?? 0) + 1 - (10 + width - 2.9)) <= 1)
  }

  @Test func `a quarter turn clockwise writes downward`() throws {
    var drawing = page(40, 100)
    drawing.write("HH", Point(10, 10), TextStyle(size: 30), measurer, rotation: 90)
    let raster = try renderer.raster(of: drawing, dpi: 72)
    let inkedRows = (0..<100).filter { row in
      (0..<40).contains { raster.color($0, row) < 0x808080 }
    }
    #expect((inkedRows.first ?? 0) >= 10 && (inkedRows.last ?? 0) > 45)
  }
}
