import CCairo
import CQPDF
public import Drawings

/// The maker of image files, in fonts of its own: draws PNG and PDF with Cairo, and writes SVG itself.
///
/// The bytes depend on the drawing, the resolution and the metadata only: not on the time, the
/// locale, the thread, or what was rendered before. One point is 1/72 inch in every format.
public struct Renderer: Sendable {
  /// Pixels per inch at which a figure looks sharp on slides: two to a point.
  public static let defaultDPI = 144.0

  /// Makes a renderer.
  /// - Throws: `RenderError.missingFont` if a pinned font is not installed.
  public init() throws(RenderError) {
    _ = try PinnedFonts.shared()
  }

  /// The paths of the font files that text is drawn with.
  /// - Throws: `RenderError.missingFont` if one is not installed.
  public static func fontFiles() throws(RenderError) -> [String] {
    try PinnedFonts.shared().paths
  }

  /// The libraries whose version may show in the bytes of a file, such as `cairo 1.16.0`.
  public static var libraries: [String] {
    let (cairo, pango) = (cairo_version_string(), pango_version_string())
    let qpdf = qpdf_get_qpdf_version()
    return [("cairo", cairo), ("pango", pango), ("qpdf", qpdf)].map { name, version in
      version.map { "\(name) \(String(cString: $0))" } ?? name
    }
  }

  /// Returns `drawing` as a file.
  ///
  /// - Parameters:
  ///   - drawing: What to draw.
  ///   - format: The kind of file.
  ///   - dpi: Pixels per inch of a PNG; SVG and PDF have none.
  ///   - metadata: What the file says about itself.
  ///   - compression: Whether a PNG shall be small or soon there.
  /// - Returns: The file, with its size.
  /// - Throws: `RenderError.missingGlyph` for text that the fonts lack, `RenderError.invalid` for
  ///   numbers that are not finite, clips that do not match, and pages too large to hold,
  ///   `RenderError.library` if a library gave up.
  public func encode(
    _ drawing: Drawing, as format: ImageFormat, dpi: Double = defaultDPI,
    metadata: ImageMetadata, compression: Compression = .small
  ) throws(RenderError) -> EncodedImage {
    switch format {
    case .png:
      let page = try PixelPage(drawing, dpi: dpi)
      return EncodedImage(bytes: try page.encoded(metadata, compression), size: page.size)
    case .svg:
      return try SVGDocument(metadata).encoded(drawing)
    case .pdf:
      return EncodedImage(
        bytes: try encodePages([drawing], metadata: metadata), size: drawing.size)
    }
  }

  /// Returns `drawings` as the pages of one PDF, each page of its drawing's size.
  ///
  /// - Parameters:
  ///   - drawings: The pages, at least one.
  ///   - metadata: What the document says about itself.
  /// - Returns: The bytes of the file.
  /// - Throws: As `encode`.
  public func encodePages(_ drawings: [Drawing], metadata: ImageMetadata) throws(RenderError)
    -> [UInt8]
  {
    try PDFDocument(metadata).encoded(drawings)
  }

  /// Returns `drawing` as pixels, the same that `encode` puts into a PNG.
  ///
  /// - Parameters:
  ///   - drawing: What to draw.
  ///   - dpi: Pixels per inch.
  /// - Returns: A picture of round(points · dpi / 72) pixels each way.
  /// - Throws: As `encode`.
  public func raster(of drawing: Drawing, dpi: Double = defaultDPI) throws(RenderError) -> Raster {
    try PixelPage(drawing, dpi: dpi).raster()
  }
}
