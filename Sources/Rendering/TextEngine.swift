import CCairo
import Drawings
import Synchronization

/// Pango with the pinned fonts, for one caller at a time.
///
/// A line is laid out once, in points and without hinting, and drawn at whatever scale the format
/// has: that makes the layout of PNG, SVG and PDF equal by construction.
final class TextEngine: @unchecked Sendable {
  // Unchecked because a Pango font map is not safe in two threads at once: `borrow` hands each
  // engine to one caller at a time, and the lock of the pool orders their uses of it.
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let outliner: GlyphOutliner
  private var lines = RecentLines()

  private static let idle = Mutex<[TextEngine]>([])

  /// Gives `body` an engine that no one else uses until it returns.
  static func borrow<Answer>(
    _ body: (TextEngine) throws(RenderError) -> Answer
  ) throws(RenderError) -> Answer {
    let engine: TextEngine
    if let idle = idle.withLock({ $0.popLast() }) {
      engine = idle
    } else {
      engine = try TextEngine()
    }
    defer { idle.withLock { $0.append(engine) } }
    return try body(engine)
  }

  private init() throws(RenderError) {
    let fonts = try PinnedFonts.shared()
    guard let fontMap = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
      let context = pango_font_map_create_context(fontMap)
    else { throw .library("Pango was built without FreeType") }
    outliner = try GlyphOutliner()
    self.fontMap = fontMap
    self.context = context
    pango_fc_font_map_set_config(OpaquePointer(fontMap), fonts.configuration)
    pango_cairo_font_map_set_resolution(OpaquePointer(fontMap), 72)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    // A fixed language: Pango would ask the locale, and choose glyphs by it.
    pango_context_set_language(context, pango_language_from_string("en"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    lines.removeAll()
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(fontMap))
  }

  /// Returns `content` laid out in `style`, from memory if it was asked for before.
  func line(_ content: String, _ style: TextStyle) -> TextLine {
    lines.line(content, style) { TextLine(content, style, in: context, outliner) }
  }

  /// Returns the layout of `text`; nil if there is nothing to see.
  /// - Throws: `RenderError.missingGlyph` for a character that the fonts lack, and
  ///   `RenderError.invalid` for a place, an angle or a size that is not finite.
  func line(of text: PlacedText) throws(RenderError) -> TextLine? {
    guard text.origin.isFinite, text.rotation.isFinite, text.style.size.isFinite else {
      throw .invalid("non-finite coordinate in the text \(text.content.debugDescription)")
    }
    guard !text.content.isEmpty, text.style.size > 0 else { return nil }
    let line = line(text.content, text.style)
    if let missing = line.missing {
      throw .missingGlyph(character: missing, text: text.content)
    }
    return line
  }
}
