import CCairo
public import Drawings

/// A PDF that is written page by page: a drawing may be forgotten as soon as it is added.
///
/// The bytes are those of `Renderer.encodePages` with the same drawings.
public final class PDFPages {
  /// The format of what it becomes.
  public static let format = ImageFormat.pdf

  private let document: PDFDocument
  private var surface: CairoSurface?
  /// The first page; nil before it is added.
  public private(set) var size: Size?

  /// Makes a document without pages.
  ///
  /// - Parameter metadata: What the document says about itself.
  public init(metadata: ImageMetadata) { document = PDFDocument(metadata) }

  /// Adds a page.
  ///
  /// - Throws: As `Renderer.encode`.
  public func add(_ drawing: Drawing) throws(RenderError) {
    try drawing.checkSize()
    if size == nil {
      size = drawing.size
      surface = try document.surface(of: drawing.size)
    }
    guard let pointer = surface?.pointer else { return }
    try document.add(drawing, to: pointer)
  }

  /// Ends the document, which must have a page.
  ///
  /// - Returns: The bytes of the file.
  /// - Throws: `RenderError.invalid` if there is no page.
  public func finish() throws(RenderError) -> [UInt8] {
    guard let bytes = try surface?.finish() else { throw .invalid("a document without pages") }
    return try document.completed(bytes)
  }
}
