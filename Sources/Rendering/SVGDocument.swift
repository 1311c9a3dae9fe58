import Drawings

/// A drawing as SVG 1.1, written without Cairo.
///
/// Goals, in order: the same bytes always; shown alike by browsers, librsvg, Inkscape and
/// PowerPoint, which know neither CSS colors nor `<use>` of a glyph nor masks; small. So text is
/// outlines, every property an attribute, and every number a whole count of 1/100 point.
struct SVGDocument: ~Copyable {
  private let metadata: ImageMetadata
  private let prefix: String
  private var out = SVGBytes()
  private var clipCount = 0
  /// Where the element `svg` begins, and where the metadata in it.
  private var start = 0
  private var metadataPlace = 0..<0

  /// Makes a document that says `metadata` about itself.
  init(_ metadata: ImageMetadata) {
    self.metadata = metadata
    prefix = Self.identifier(metadata.id)
  }

  /// Returns the file of `drawing`.
  consuming func encoded(_ drawing: Drawing) throws(RenderError) -> EncodedImage {
    try drawing.checkSize()
    out.bytes.reserveCapacity(1 << 17)
    begin(drawing.size)
    let page = Rectangle(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
    if drawing.background.alpha > 0 {
      out.add("<rect")
      out.place(page)
      paint("fill", drawing.background)
      out.add("/>\n")
    }
    // What most strokes share; SVG's own limit of miters is 4, Cairo's and PDF's 10.
    out.add("<g stroke-linejoin=\"round\" stroke-miterlimit=\"10\">\n")
    try TextEngine.borrow { engine throws(RenderError) in try write(drawing.commands, engine) }
    out.add("</g>\n</svg>")
    let end = out.bytes.count
    out.add("\n")
    return EncodedImage(
      bytes: out.bytes, size: drawing.size,
      markup: [start..<metadataPlace.lowerBound, metadataPlace.upperBound..<end])
  }

  private mutating func begin(_ size: Size) {
    out.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    start = out.bytes.count
    out.add("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.add(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"")
    out.number(size.width)
    out.add("pt\" height=\"")
    out.number(size.height)
    out.add("pt\" viewBox=\"0 0 ")
    out.number(size.width)
    out.add(" ")
    out.number(size.height)
    out.add("\" role=\"img\" lang=\"")
    out.escape(metadata.language)
    out.add("\" xml:lang=\"")
    out.escape(metadata.language)
    out.add("\" aria-labelledby=\"\(prefix)-title \(prefix)-desc\">\n")
    out.add("<title id=\"\(prefix)-title\">")
    out.escape(metadata.title)
    out.add("</title>\n<desc id=\"\(prefix)-desc\">")
    out.escape(metadata.description)
    out.add("</desc>\n")
    describe()
  }

  /// Writes Dublin Core, the vocabulary that SVG editors read.
  private mutating func describe() {
    let begin = out.bytes.count
    out.add("<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"")
    out.add(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">")
    element("dc:language", metadata.language)
    element("dc:creator", metadata.software)
    for (key, value) in metadata.extra {
      if key == "Source" {
        element("dc:source", value)
      } else {
        element("dc:relation", "\(key): \(value)")
      }
    }
    out.add("</rdf:Description></rdf:RDF></metadata>")
    metadataPlace = begin..<out.bytes.count
    out.add("\n")
  }

  private mutating func element(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    out.add("<\(name)>")
    out.escape(text)
    out.add("</\(name)>")
  }

  private mutating func write(_ commands: [DrawingCommand], _ engine: TextEngine)
    throws(RenderError)
  {
    var openClips = 0
    var index = 0
    while index < commands.count {
      switch commands[index] {
      case .fill(let path, let color):
        // A shape and its edge, as of a dot, are one element.
        let next = index + 1 < commands.count ? commands[index + 1] : .popClip
        if case .stroke(path, let edge, let style) = next, style.width != 0 {
          try shape(path, fill: color, stroke: (edge, style))
          index += 1
        } else {
          try shape(path, fill: color, stroke: nil)
        }
      case .stroke(let path, let color, let style):
        if style.width != 0 { try shape(path, fill: nil, stroke: (color, style)) }
      case .text(let text):
        try write(text, engine)
      case .image(let raster, let place):
        try write(raster, in: place)
      case .pushClip(let path):
        try clip(to: path)
        openClips += 1
      case .popClip:
        guard openClips > 0 else { throw .invalid("a clip ends that did not begin") }
        out.add("</g>\n")
        openClips -= 1
      }
      index += 1
    }
    for _ in 0..<openClips { out.add("</g>\n") }
  }

  private mutating func shape(
    _ path: Path, fill: Color?, stroke: (color: Color, style: StrokeStyle)?
  ) throws(RenderError) {
    guard !path.elements.isEmpty else { return }
    try path.checkFinite(stroke == nil ? "a fill" : "a stroke")
    out.outline(path)
    if let fill { paint("fill", fill) } else { out.add(" fill=\"none\"") }
    if let (color, style) = stroke {
      try style.check()
      paint("stroke", color)
      out.attribute("stroke-width", style.width)
      out.dashes(style)
      switch style.cap {
      case .butt: break
      case .round: out.add(" stroke-linecap=\"round\"")
      case .square: out.add(" stroke-linecap=\"square\"")
      }
      switch style.join {
      case .round: break
      case .miter: out.add(" stroke-linejoin=\"miter\"")
      case .bevel: out.add(" stroke-linejoin=\"bevel\"")
      }
    }
    out.add("/>\n")
  }

  private mutating func paint(_ property: String, _ color: Color) {
    out.add(" \(property)=\"")
    out.color(color)
    out.add("\"")
    if color.alpha < 1 { out.attribute("\(property)-opacity", max(color.alpha, 0)) }
  }

  private mutating func write(_ text: PlacedText, _ engine: TextEngine) throws(RenderError) {
    guard let line = try engine.line(of: text) else { return }
    let outline = line.svgOutline
    guard !outline.isEmpty else { return }
    out.add("<path d=\"M")
    out.coordinates(text.origin)
    out.bytes += outline
    out.add("\"")
    if text.rotation != 0 {
      out.add(" transform=\"rotate(")
      out.number(text.rotation)
      out.add(" ")
      out.coordinates(text.origin)
      out.add(")\"")
    }
    paint("fill", text.color)
    out.add("/>\n")
  }

  private mutating func write(_ raster: Raster, in place: Rectangle) throws(RenderError) {
    try place.checkFinite("an image")
    guard !raster.isEmpty, place.width > 0, place.height > 0 else { return }
    out.add("<image preserveAspectRatio=\"none\"")
    out.place(place)
    if !raster.isSmooth {
      out.add(" image-rendering=\"pixelated\"")
    }
    out.add(" xlink:href=\"data:image/png;base64,")
    let kept = raster.sharpened
    let encoder = PNGEncoder(columns: kept.columns, rows: kept.rows)
    out.base64(
      try kept.pixels.withUnsafeBufferPointer { pixels throws(RenderError) in
        try encoder.encode(pixels)
      })
    out.add("\"/>\n")
  }

  private mutating func clip(to path: Path) throws(RenderError) {
    try path.checkFinite("a clip")
    clipCount += 1
    out.add("<clipPath id=\"\(prefix)-\(clipCount)\">")
    if !path.elements.isEmpty {
      out.outline(path)
      out.add("/>")
    }
    out.add("</clipPath>\n<g clip-path=\"url(#\(prefix)-\(clipCount))\">\n")
  }

  /// Returns `id` with all but Latin letters, digits, `-` and `_` made `-`, and a letter first.
  private static func identifier(_ id: String) -> String {
    let safe = String(
      id.unicodeScalars.map { scalar in
        let isSafe = scalar.isASCII && scalar.properties.isIDContinue || scalar == "-"
        return isSafe ? Character(scalar) : "-"
      })
    guard let first = safe.unicodeScalars.first, first.properties.isAlphabetic else {
      return "figure-" + safe
    }
    return safe
  }
}
