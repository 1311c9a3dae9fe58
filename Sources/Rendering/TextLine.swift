import CCairo
import Drawings

/// One line of text laid out by Pango: its size, its glyphs, and what is missing among them.
final class TextLine {
  /// The room it takes, in points.
  let extent: TextExtent
  /// The first character without a glyph of its own in the pinned fonts.
  let missing: Character?

  /// The shapes of its glyphs in points, the baseline beginning at (0, 0).
  private(set) lazy var outline = outliner.outline(of: pango_layout_get_line_readonly(layout, 0))

  /// The same as steps of an SVG path, relative to where the baseline begins.
  private(set) lazy var svgOutline = {
    var svg = SVGBytes()
    svg.steps(outline, from: Point(0, 0))
    return svg.bytes
  }()

  private let layout: OpaquePointer?
  private let outliner: GlyphOutliner

  /// Lays out `content`; a line break or another control character counts as missing.
  init(_ content: String, _ style: TextStyle, in context: OpaquePointer, _ outliner: GlyphOutliner)
  {
    self.outliner = outliner
    let layout = pango_layout_new(context)
    self.layout = layout
    let font = pango_font_description_new()
    pango_font_description_set_family(font, PinnedFonts.families.joined(separator: ","))
    let size = style.size.isFinite ? max(style.size, 0) : 0
    pango_font_description_set_absolute_size(font, size * unitsPerPoint)
    if style.isBold { pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
    if style.isSlanted { pango_font_description_set_style(font, PANGO_STYLE_OBLIQUE) }
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_auto_dir(layout, 0)
    var bytes = content
    bytes.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        pango_layout_set_text(layout, $0.baseAddress, Int32($0.count))
      }
    }
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    let baseline = pango_layout_get_baseline(layout)
    extent = TextExtent(
      width: Double(logical.width) / unitsPerPoint, ascent: Double(baseline) / unitsPerPoint,
      descent: Double(logical.height - baseline) / unitsPerPoint)
    missing =
      content.first { $0.unicodeScalars.contains(where: isControl) }
      ?? Self.firstMissing(of: content, in: layout)
  }

  deinit { if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) } }

  /// Shows the glyphs as text, the baseline beginning at the current point of `canvas`.
  func show(on canvas: OpaquePointer) {
    pango_cairo_show_layout_line(canvas, pango_layout_get_line_readonly(layout, 0))
  }

  /// Looks at every run, because Pango's own count of unknown glyphs passes over blank ones.
  private static func firstMissing(of content: String, in layout: OpaquePointer?) -> Character? {
    guard let iterator = pango_layout_get_iter(layout) else { return nil }
    defer { pango_layout_iter_free(iterator) }
    repeat {
      guard let run = pango_layout_iter_get_run_readonly(iterator)?.pointee else { continue }
      if let byte = firstMissingByte(of: content, in: run) {
        return character(at: byte, of: content)
      }
    } while pango_layout_iter_next_run(iterator) != 0
    return nil
  }

  private static func firstMissingByte(of content: String, in run: PangoLayoutRun) -> Int? {
    guard let item = run.item?.pointee, let glyphs = run.glyphs?.pointee else { return nil }
    let font = item.analysis.font
    let offset = Int(item.offset)
    guard isPinned(font) else { return offset }
    // The glyphs of a cluster draw one piece of text together; one with ink is enough.
    var inked: Set<Int> = []
    var blank: [Int] = []
    for index in 0..<Int(glyphs.num_glyphs) {
      let glyph = glyphs.glyphs[index].glyph
      let byte = offset + Int(glyphs.log_clusters[index])
      if glyph == 0 || glyph & unknownGlyphFlag != 0 { return byte }
      if hasInk(glyph, of: font) { inked.insert(byte) } else { blank.append(byte) }
    }
    return blank.first { !inked.contains($0) && !mayBeBlank(at: $0, of: content) }
  }

  private static func isPinned(_ font: UnsafeMutablePointer<PangoFont>?) -> Bool {
    guard let description = pango_font_describe(font) else { return false }
    defer { pango_font_description_free(description) }
    guard let family = pango_font_description_get_family(description) else { return false }
    return PinnedFonts.families.contains(String(cString: family))
  }

  private static func hasInk(_ glyph: PangoGlyph, of font: UnsafeMutablePointer<PangoFont>?)
    -> Bool
  {
    guard glyph != emptyGlyph else { return false }
    var ink = PangoRectangle()
    pango_font_get_glyph_extents(font, glyph, &ink, nil)
    return ink.width > 0 && ink.height > 0
  }

  private static func mayBeBlank(at byte: Int, of content: String) -> Bool {
    let index = content.utf8.index(content.startIndex, offsetBy: byte)
    let properties = content.unicodeScalars[index].properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
  }

  private static func character(at byte: Int, of content: String) -> Character? {
    let index = content.utf8.index(content.startIndex, offsetBy: byte)
    return content.indices.last { $0 <= index }.map { content[$0] }
  }
}

/// Pango units in one point.
private let unitsPerPoint = 1024.0

/// `PANGO_GLYPH_UNKNOWN_FLAG`, a cast that does not come through the importer.
private let unknownGlyphFlag: PangoGlyph = 0x1000_0000

/// `PANGO_GLYPH_EMPTY`: Pango's glyph for a character that draws nothing.
private let emptyGlyph: PangoGlyph = 0x0FFF_FFFF

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
