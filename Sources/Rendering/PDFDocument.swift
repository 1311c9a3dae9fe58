import CCairo
import Drawings

/// Drawings as the pages of a PDF.
struct PDFDocument {
  private let metadata: ImageMetadata
  /// The pictures of all pages.
  let images = PDFImages()

  /// Makes an empty document that says `metadata` about itself.
  init(_ metadata: ImageMetadata) { self.metadata = metadata }

  /// Returns the file with `drawings` as its pages.
  func encoded(_ drawings: [Drawing]) throws(RenderError) -> [UInt8] {
    guard let first = drawings.first else { throw .invalid("a document without pages") }
    for drawing in drawings { try drawing.checkSize() }
    let surface = try surface(of: first.size)
    for drawing in drawings { try add(drawing, to: surface.pointer) }
    return try completed(try surface.finish())
  }

  /// Returns a surface whose first page has a size, with what the document says about itself.
  func surface(of size: Size) throws(RenderError) -> CairoSurface {
    let sink = ByteSink()
    let surface = try CairoSurface(
      cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.closure, size.width, size.height),
      for: "a PDF", writingTo: sink)
    describe(surface.pointer)
    return surface
  }

  /// Adds a page.
  func add(_ drawing: Drawing, to surface: OpaquePointer) throws(RenderError) {
    try TextEngine.borrow { engine throws(RenderError) in
      cairo_pdf_surface_set_size(surface, drawing.size.width, drawing.size.height)
      let canvas = CairoCanvas(surface, .vector(images))
      try canvas.draw(drawing, engine)
      canvas.endPage()
    }
  }

  /// Returns what Cairo wrote with what Cairo 1.16 has no words for: the language, and a date that is not
  /// the clock's; with them what a document says about its structure.
  func completed(_ bytes: [UInt8], _ structure: PDFStructure? = nil) throws(RenderError) -> [UInt8]
  {
    let file = try PDFFile(reading: bytes)
    let catalog = file.catalog
    if !metadata.language.isEmpty { catalog["/Lang"] = file.text(metadata.language) }
    catalog["/ViewerPreferences"] = file.parsed("<< /DisplayDocTitle true >>")
    let date = UTCDate(secondsSince1970: metadata.creationTime)
    file.information["/CreationDate"] = file.text(date.pdf)
    try images.complete(file)
    try structure?.add(to: file)
    // The few objects of a figure take more time to be packed than they save room.
    return try file.encoded(packingObjects: structure != nil)
  }

  private func describe(_ surface: OpaquePointer) {
    func set(_ key: cairo_pdf_metadata_t, _ value: String) {
      if !value.isEmpty { cairo_pdf_surface_set_metadata(surface, key, value) }
    }
    set(CAIRO_PDF_METADATA_TITLE, metadata.title)
    set(CAIRO_PDF_METADATA_SUBJECT, metadata.description)
    set(CAIRO_PDF_METADATA_CREATOR, metadata.software)
    set(
      CAIRO_PDF_METADATA_KEYWORDS,
      metadata.extra.map { "\($0.key): \($0.value)" }.joined(separator: "; "))
  }
}
