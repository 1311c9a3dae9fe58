/// A file format that a drawing can become.
public enum ImageFormat: String, CaseIterable, Sendable {
  /// Pixels: 8-bit RGB without alpha.
  case png
  /// Vector for the web and for slides; text is drawn as outlines.
  case svg
  /// Vector for print and LaTeX; text can be selected and searched.
  case pdf

  /// Whether it is made of pixels, so that it has a resolution.
  public var isRaster: Bool {
    switch self {
    case .png: true
    case .svg, .pdf: false
    }
  }
  /// The file name's ending, without a dot.
  public var fileExtension: String { rawValue }
  /// The media type, as in `image/png`.
  public var mediaType: String {
    switch self {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf: "application/pdf"
    }
  }
}
