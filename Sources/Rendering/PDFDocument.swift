import CCairo
import Drawings

/// Drawings as the pages of a PDF.
struct PDFDocument {
  private let metadata: ImageMetadata

  /// Makes an empty document that says `metadata` about itself.
  init(_ metadata: ImageMetadata) { self.metadata = metadata }

  /// Returns the file with `drawings` as its pages.
  func encoded(_ drawings: [Drawing]) throws(RenderError) -> [UInt8] {
    guard let first = drawings.first else { throw .invalid("a document without pages") }
    for drawing in drawings { try drawing.checkSize() }
    let surface = try surface(of: first.size)
    for drawing in drawings { try add(drawing, to: surface.pointer) }
    return completed(try surface.finish())
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
      let canvas = CairoCanvas(surface, .vector)
      try canvas.draw(drawing, engine)
      canvas.endPage()
    }
  }

  /// Returns what Cairo wrote with what it has no words for.
  func completed(_ file: [UInt8]) -> [UInt8] { withLanguage(withDatePrefix(file)) }

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
    set(CAIRO_PDF_METADATA_CREATE_DATE, UTCDate(secondsSince1970: metadata.creationTime).iso8601)
  }

  /// Returns `file` with the `D:` that begins a date in a PDF and that Cairo 1.16 leaves out.
  ///
  /// Two spaces before the key make room, so that every object stays where the file says it is.
  func withDatePrefix(_ file: [UInt8]) -> [UInt8] {
    guard let key = file.lastRange(of: "   /CreationDate ("), key.upperBound < file.count,
      (0x30...0x39).contains(file[key.upperBound])
    else { return file }
    return Array(file[..<key.lowerBound]) + Array(" /CreationDate (D:".utf8)
      + file[key.upperBound...]
  }

  /// Returns `file` with the language in its catalog, which Cairo 1.16 has no word for.
  ///
  /// The catalog is the last object, so that what grows there moves the table of objects only. A
  /// file that looks otherwise is left as it is: the language is a help, not a part of the page.
  private func withLanguage(_ file: [UInt8]) -> [UInt8] {
    let isTag = metadata.language.utf8.allSatisfy { byte in
      let scalar = Unicode.Scalar(byte)
      return scalar.isASCII && (scalar.properties.isIDContinue || scalar == "-")
    }
    guard isTag, !metadata.language.isEmpty,
      let catalog = file.lastRange(of: "<< /Type /Catalog\n"),
      let start = file.lastRange(of: "startxref\n"), catalog.upperBound < start.lowerBound,
      let end = file[start.upperBound...].firstIndex(of: 0x0A),
      let table = Int(String(decoding: file[start.upperBound..<end], as: UTF8.self)),
      table > catalog.upperBound, file[catalog.upperBound..<table].count < 512
    else { return file }
    let addition = Array(
      "   /Lang (\(metadata.language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n".utf8)
    return Array(file[..<catalog.upperBound]) + addition
      + file[catalog.upperBound..<start.upperBound]
      + Array(String(table + addition.count).utf8) + file[end...]
  }
}

extension [UInt8] {
  /// Where `text` occurs for the last time.
  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    var start = count - wanted.count
    while start >= 0 {
      if self[start] == wanted[0], self[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start -= 1
    }
    return nil
  }
}
