import CCairo
import Drawings

/// Cairo's interpreter of drawings: one surface, drawn on once.
struct CairoCanvas: ~Copyable {
  /// How the surface keeps what is drawn on it.
  enum Medium {
    /// As pixels: text is filled as outlines, because Cairo sets glyphs on whole pixels only.
    case pixels
    /// As shapes and text, of a document with these pictures.
    case vector(PDFImages)
  }

  private let context: OpaquePointer
  /// The pictures of the document that is drawn; nil for pixels.
  private let images: PDFImages?
  /// The pixels themselves, where the medium has them.
  private let pixels: PixelArea?

  /// Begins drawing on `surface`, with `scale` surface units to a point.
  init(_ surface: OpaquePointer, _ medium: Medium, scale: Double = 1) {
    context = cairo_create(surface)
    switch medium {
    case .pixels: (images, pixels) = (nil, PixelArea(of: surface, scale: scale))
    case .vector(let pictures): (images, pixels) = (pictures, nil)
    }
    cairo_scale(context, scale, scale)
  }

  deinit { cairo_destroy(context) }

  /// Draws every command of `drawing`, in order.
  /// - Throws: `RenderError.missingGlyph` for text that the fonts lack; `RenderError.invalid` for
  ///   numbers that are not finite and for clips that do not match.
  borrowing func draw(_ drawing: Drawing, _ engine: TextEngine) throws(RenderError) {
    paint(drawing.background)
    // What the clips leave of the pixels; nil where one of them is no rectangle.
    var areas = [pixels]
    var coverage = Coverage()
    var index = 0
    while index < drawing.commands.count {
      switch drawing.commands[index] {
      case .fill(let path, let color):
        let next = index + 1 < drawing.commands.count ? drawing.commands[index + 1] : nil
        if images == nil, let dot = Dot(path, color, next) {
          if areas.last??.draw(dot) != true { show(dot) }
          index += 1
        } else {
          try path.checkFinite("a fill")
          let isFilled = areas.last??.fill(path, color, using: &coverage) ?? false
          if !isFilled { fill(path, color) }
        }
      case .stroke(let path, let color, let style):
        try style.check()
        try path.checkFinite("a stroke")
        guard style.width > 0 else { break }
        let isDrawn = areas.last??.stroke(path, color, style, using: &coverage) ?? false
        if !isDrawn { stroke(path, color, style) }
      case .text(let text):
        try write(text, engine)
      case .image(let raster, let rectangle):
        try show(raster, in: rectangle, on: areas[areas.count - 1])
      case .pushClip(let path):
        try path.checkFinite("a clip")
        cairo_save(context)
        trace(path)
        cairo_clip(context)
        areas.append(
          areas[areas.count - 1].flatMap { area in path.rectangle.map { area.clipped(to: $0) } })
      case .popClip:
        guard areas.count > 1 else { throw .invalid("a clip ends that did not begin") }
        cairo_restore(context)
        areas.removeLast()
      }
      index += 1
    }
    for _ in 1..<areas.count { cairo_restore(context) }
    try check()
  }

  /// Begins what a document calls `tag`, such as `Figure`, until the matching `end`.
  borrowing func begin(_ tag: String) { cairo_tag_begin(context, tag, "") }

  /// Ends what `begin` began.
  borrowing func end(_ tag: String) { cairo_tag_end(context, tag) }

  /// Ends the page of a document with several.
  borrowing func endPage() { cairo_show_page(context) }

  private borrowing func check() throws(RenderError) {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else { throw RenderError(status) }
  }

  private borrowing func paint(_ background: Color) {
    if images == nil, background.alpha < 1 {
      // The pixels hold no alpha: what shows through is paper.
      setSource(Color(hex: 0xFFFFFF))
      cairo_paint(context)
    }
    guard background.alpha > 0 else { return }
    setSource(background)
    cairo_paint(context)
  }

  private borrowing func setSource(_ color: Color) {
    if color.alpha >= 1 {
      cairo_set_source_rgb(context, color.red, color.green, color.blue)
    } else {
      cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }
  }

  private borrowing func fill(_ path: Path, _ color: Color) {
    trace(path)
    setSource(color)
    cairo_fill(context)
  }

  private borrowing func show(_ dot: Dot) {
    fill(.circle(dot.center, radius: dot.outerRadius), dot.edge)
    if dot.innerRadius > 0 { fill(.circle(dot.center, radius: dot.innerRadius), dot.color) }
  }

  private borrowing func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let point):
        let to = point.withinReach
        cairo_move_to(context, to.x, to.y)
      case .line(let point):
        let to = point.withinReach
        cairo_line_to(context, to.x, to.y)
      case .curve(let first, let second, let end):
        let (first, second, to) = (first.withinReach, second.withinReach, end.withinReach)
        cairo_curve_to(context, first.x, first.y, second.x, second.y, to.x, to.y)
      case .close:
        cairo_close_path(context)
      }
    }
  }

  private borrowing func stroke(_ path: Path, _ color: Color, _ style: StrokeStyle) {
    trace(path)
    setSource(color)
    cairo_set_line_width(context, style.width)
    cairo_set_line_cap(context, style.cap.cairo)
    cairo_set_line_join(context, style.join.cairo)
    let dash = style.hasDashes ? style.dash : []
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    cairo_stroke(context)
  }

  private borrowing func write(_ text: PlacedText, _ engine: TextEngine) throws(RenderError) {
    guard let line = try engine.line(of: text) else { return }
    let origin = text.origin.withinReach
    setSource(text.color)
    cairo_save(context)
    cairo_translate(context, origin.x, origin.y)
    if text.rotation != 0 { cairo_rotate(context, text.rotation * .pi / 180) }
    if images == nil {
      trace(line.outline)
      cairo_fill(context)
    } else {
      cairo_new_path(context)
      cairo_move_to(context, 0, 0)
      line.show(on: context)
    }
    cairo_restore(context)
  }

  private borrowing func show(
    _ raster: Raster, in place: Rectangle, on area: PixelArea?
  ) throws(RenderError) {
    try place.checkFinite("an image")
    guard !raster.isEmpty, place.width > 0, place.height > 0 else { return }
    if let area, !raster.isSmooth {
      area.draw(raster, in: place)
      return
    }
    let image =
      if let images {
        try images.standIn(for: raster)
      } else {
        try CairoSurface.pixels(of: raster)
      }
    let (columns, rows) = (Double(image.columns), Double(image.rows))
    cairo_save(context)
    cairo_translate(context, place.x, place.y)
    cairo_scale(context, place.width / columns, place.height / rows)
    if images == nil {
      // Padding beyond the edge and a clip at it: no background bleeds into the outer pixels.
      cairo_new_path(context)
      cairo_rectangle(context, 0, 0, columns, rows)
      cairo_clip(context)
    }
    cairo_set_source_surface(context, image.pointer, 0, 0)
    let pattern = cairo_get_source(context)
    // A PDF holds the image once and says where it goes; padded, it would be held enlarged.
    cairo_pattern_set_extend(
      pattern, images == nil ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE)
    cairo_pattern_set_filter(
      pattern, raster.isSmooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
    cairo_paint(context)
    cairo_restore(context)
  }
}

extension StrokeStyle.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension StrokeStyle.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
