import CCairo
public import Drawings

extension Renderer {
  /// Returns `document` as a tagged PDF: with its structure, its language, its table of contents, and
  /// alternative texts for its figures.
  ///
  /// - Parameters:
  ///   - document: The pages, at least one.
  ///   - metadata: What the document says about itself.
  /// - Returns: The bytes of the file.
  /// - Throws: As `encode`.
  public func encode(_ document: Document, metadata: ImageMetadata) throws(RenderError) -> [UInt8] {
    guard let first = document.pages.first else { throw .invalid("a document without pages") }
    for page in document.pages { try page.drawing.checkSize() }
    let pdf = PDFDocument(metadata)
    let surface = try pdf.surface(of: first.size)
    let writer = DocumentWriter(surface: surface.pointer, images: pdf.images)
    for (index, page) in document.pages.enumerated() {
      try writer.add(page, label: "\(index + 1)")
    }
    writer.add(document.outline)
    return try pdf.completed(try surface.finish(), PDFStructure(document))
  }
}

/// Writes the pages of a document with the tags that Cairo knows.
private struct DocumentWriter {
  let surface: OpaquePointer
  let images: PDFImages

  func add(_ page: Document.Page, label: String) throws(RenderError) {
    try TextEngine.borrow { engine throws(RenderError) in
      cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
      cairo_pdf_surface_set_page_label(surface, label)
      let canvas = CairoCanvas(surface, .vector(images))
      try canvas.draw(Drawing(size: page.size, background: page.background), engine)
      for piece in page.pieces {
        var drawing = Drawing(size: page.size, background: Self.nothing)
        drawing.commands = piece.commands
        if let tag = piece.role.tag { canvas.begin(tag) }
        try canvas.draw(drawing, engine)
        if let tag = piece.role.tag { canvas.end(tag) }
      }
      canvas.endPage()
    }
  }

  private static let nothing = Color(red: 1, green: 1, blue: 1, alpha: 0)

  func add(_ outline: [Document.Entry]) {
    // The entry that the next one of a level would hang under, by level.
    var parents: [Int32] = [CAIRO_PDF_OUTLINE_ROOT]
    for entry in outline {
      let level = min(max(entry.level, 1), parents.count)
      parents.removeSubrange(level...)
      let flags = level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
      parents.append(
        cairo_pdf_surface_add_outline(
          surface, parents[level - 1], entry.title, "page=\(entry.page + 1)", flags))
    }
  }
}

extension Document.Role {
  /// The standard structure type; nil for what is no part of the structure.
  ///
  /// - Source: ISO 32000-1, section 14.8.4.
  fileprivate var tag: String? {
    switch self {
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .figure: "Figure"
    case .caption: "Caption"
    case .decoration: nil
    }
  }
}
