import CCairo
import Drawings

/// The maker of outlines: asks FreeType for glyph shapes at a size where its grid of 1/64 pixel
/// is far finer than anything that is drawn.
final class GlyphOutliner {
  private let surface: CairoSurface
  private let canvas: OpaquePointer

  /// Pixels to a point; FreeType's places are then multiples of 1/4096 point.
  private static let scale = 64.0

  /// Makes an outliner that draws nothing.
  init() throws(RenderError) {
    // Without bounds: Cairo drops glyphs that are more than 10 em outside of a surface.
    let surface = try CairoSurface(
      cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil), for: "outlines of glyphs")
    canvas = cairo_create(surface.pointer)
    self.surface = surface
    cairo_scale(canvas, Self.scale, Self.scale)
  }

  deinit { cairo_destroy(canvas) }

  /// Returns the shapes of all glyphs of `line` in points, its baseline beginning at (0, 0).
  func outline(of line: UnsafeMutablePointer<PangoLayoutLine>?) -> Path {
    cairo_new_path(canvas)
    cairo_move_to(canvas, 0, 0)
    pango_cairo_layout_line_path(canvas, line)
    guard let path = cairo_copy_path(canvas) else { return Path() }
    defer { cairo_path_destroy(path) }
    return Path(elements(of: path.pointee))
  }

  private func elements(of path: cairo_path_t) -> [Path.Element] {
    var elements: [Path.Element] = []
    guard path.status == CAIRO_STATUS_SUCCESS, let data = path.data else { return elements }
    func point(_ index: Int) -> Point { Point(data[index].point.x, data[index].point.y) }
    var index = 0
    while index < Int(path.num_data) {
      let header = data[index].header
      switch header.type {
      case CAIRO_PATH_MOVE_TO: elements.append(.move(point(index + 1)))
      case CAIRO_PATH_LINE_TO: elements.append(.line(point(index + 1)))
      case CAIRO_PATH_CURVE_TO:
        elements.append(.curve(point(index + 1), point(index + 2), point(index + 3)))
      default: elements.append(.close)
      }
      index += Int(header.length)
    }
    return elements.withoutEmptySubpaths
  }
}

extension [Path.Element] {
  /// The same without a `move` that another follows: Cairo adds one after each `close`.
  fileprivate var withoutEmptySubpaths: [Path.Element] {
    var kept: [Path.Element] = []
    kept.reserveCapacity(count)
    for element in self {
      if case .move = element, case .move? = kept.last { kept.removeLast() }
      kept.append(element)
    }
    if case .move? = kept.last { kept.removeLast() }
    return kept
  }
}
