import CCairo
import Drawings

/// A Cairo surface that is released with its owner.
struct CairoSurface: ~Copyable {
  /// The surface, valid as long as this value.
  let pointer: OpaquePointer

  /// Where a stream surface writes; kept here because destroying the surface may write too.
  private let sink: ByteSink?

  /// Takes over `pointer`, as a `create` function of Cairo returned it.
  init(_ pointer: OpaquePointer?, for what: String, writingTo sink: ByteSink? = nil)
    throws(RenderError)
  {
    guard let pointer else { throw .library("Cairo made no surface for \(what)") }
    let status = cairo_surface_status(pointer)
    // A surface in error is one of Cairo's own constants: nothing to release.
    guard status == CAIRO_STATUS_SUCCESS else { throw RenderError(status, in: what) }
    self.pointer = pointer
    self.sink = sink
  }

  deinit { cairo_surface_destroy(pointer) }

  /// Ends a stream surface and returns all that it wrote.
  borrowing func finish() throws(RenderError) -> [UInt8] {
    cairo_surface_finish(pointer)
    let status = cairo_surface_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else { throw RenderError(status) }
    return sink?.bytes ?? []
  }

  /// Returns a copy of `raster` as a surface.
  static func pixels(of raster: Raster) throws(RenderError) -> CairoSurface {
    let surface = try blank(columns: raster.columns, rows: raster.rows)
    try surface.withPixels { target throws(RenderError) in
      _ = target.update(fromContentsOf: raster.pixels)
    }
    return surface
  }

  /// Gives a picture a name: a document holds pictures of one name once.
  borrowing func name(by text: String) {
    let name = Array(text.utf8)
    guard let copy = malloc(name.count) else { return }
    copy.copyMemory(from: name, byteCount: name.count)
    cairo_surface_set_mime_data(
      pointer, CAIRO_MIME_TYPE_UNIQUE_ID, copy.assumingMemoryBound(to: UInt8.self),
      UInt(name.count), { free($0) }, copy)
  }

  /// Returns a surface of opaque black pixels.
  static func blank(columns: Int, rows: Int) throws(RenderError) -> CairoSurface {
    try CairoSurface(
      cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(clamping: columns), Int32(clamping: rows)),
      for: "\(columns)x\(rows) pixels")
  }

  /// Pixels across, of a surface made of pixels.
  var columns: Int { Int(cairo_image_surface_get_width(pointer)) }
  /// Pixels down, of a surface made of pixels.
  var rows: Int { Int(cairo_image_surface_get_height(pointer)) }

  /// Gives `body` the pixels, `0xRRGGBB` with a meaningless top byte, row-major from the top.
  borrowing func withPixels<Answer>(
    _ body: (UnsafeMutableBufferPointer<UInt32>) throws(RenderError) -> Answer
  ) throws(RenderError) -> Answer {
    cairo_surface_flush(pointer)
    let count = columns * rows
    // A row of four-byte pixels needs no padding, so the rows follow each other.
    guard let data = cairo_image_surface_get_data(pointer),
      Int(cairo_image_surface_get_stride(pointer)) == columns * 4
    else { throw .library("Cairo holds no pixels in rows of \(columns)") }
    let answer = try UnsafeMutableRawPointer(data).withMemoryRebound(
      to: UInt32.self, capacity: count
    ) { start throws(RenderError) in
      try body(UnsafeMutableBufferPointer(start: start, count: count))
    }
    cairo_surface_mark_dirty(pointer)
    return answer
  }
}

/// The bytes that a stream surface has written so far.
final class ByteSink {
  /// What was written, in order.
  var bytes: [UInt8] = []

  /// Cairo's write function for a sink given as its closure.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  /// The closure argument that goes with `write`; the sink must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

extension RenderError {
  /// The error that `status` stands for, in Cairo's words.
  init(_ status: cairo_status_t, in what: String? = nil) {
    let words = cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown error"
    self = .library("Cairo: " + (what.map { "\($0): \(words)" } ?? words))
  }
}
