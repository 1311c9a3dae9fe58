import CCairo
import Drawings

/// A drawing as pixels.
struct PixelPage: ~Copyable {
  private let surface: CairoSurface
  private let dpi: Double

  /// Pixels across or down that Cairo's images have at most.
  private static let largest = 32767

  /// Draws `drawing` at `dpi` pixels per inch; a page smaller than a pixel gets one.
  init(_ drawing: Drawing, dpi: Double) throws(RenderError) {
    try drawing.checkSize()
    guard dpi > 0, dpi <= 2400 else {
      throw .invalid("\(dpi) dpi; it must be above 0, 2400 at most")
    }
    let scale = dpi / 72
    let columns = max(1, Int((drawing.size.width * scale).rounded()))
    let rows = max(1, Int((drawing.size.height * scale).rounded()))
    guard max(columns, rows) <= Self.largest else {
      throw .invalid("\(columns) x \(rows) pixels; each must be \(Self.largest) at most")
    }
    let surface = try CairoSurface.blank(columns: columns, rows: rows)
    try TextEngine.borrow { engine throws(RenderError) in
      try CairoCanvas(surface.pointer, .pixels, scale: scale).draw(drawing, engine)
    }
    self.surface = surface
    self.dpi = dpi
  }

  /// Pixels across and down.
  var size: Size { Size(Double(surface.columns), Double(surface.rows)) }

  /// Returns the pixels.
  borrowing func raster() throws(RenderError) -> Raster {
    let (columns, rows) = (surface.columns, surface.rows)
    return try surface.withPixels { pixels in
      Raster(columns: columns, rows: rows, pixels: pixels.map { $0 & 0xFFFFFF }, isSmooth: false)
    }
  }

  /// Returns the file.
  borrowing func encoded(
    _ metadata: ImageMetadata, _ compression: Compression
  ) throws(RenderError) -> [UInt8] {
    var encoder = PNGEncoder(columns: surface.columns, rows: surface.rows)
    encoder.compression = compression
    encoder.pixelsPerMeter = UInt32((dpi / 0.0254).rounded())
    let texts =
      [
        (key: "Title", value: metadata.title), ("Description", metadata.description),
        ("Software", metadata.software),
      ] + metadata.extra
    for (key, value) in texts where isKeyword(key) && !value.isEmpty {
      encoder.texts.append((key, value.filter { $0 != "\0" }))
    }
    let complete = encoder
    return try surface.withPixels { pixels throws(RenderError) in
      try complete.encode(UnsafeBufferPointer(pixels))
    }
  }

  private borrowing func isKeyword(_ key: String) -> Bool {
    // Spaces at the ends or in pairs are not allowed; Latin letters beyond ASCII would be.
    key.utf8.count <= 79 && !key.hasPrefix(" ") && !key.hasSuffix(" ") && !key.contains("  ")
      && !key.isEmpty && key.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}
