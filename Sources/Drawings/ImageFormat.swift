/// A file format that a drawing can become, with all that others need to know of it.
///
/// A further format is a case here, and its writer in `Rendering`: whoever else tells formats apart asks
/// for one of these facts.
public enum ImageFormat: String, CaseIterable, Sendable {
  /// Pixels: 8-bit RGB without alpha.
  case png
  /// Vector for the web and for slides; text is drawn as outlines.
  case svg
  /// Vector for print and LaTeX; text can be selected and searched.
  case pdf

  /// The format whose files end in `fileExtension`, in small letters and without a dot; nil if there is none.
  public init?(fileExtension: some StringProtocol) {
    guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension }) else {
      return nil
    }
    self = format
  }

  /// The file name's ending, without a dot.
  public var fileExtension: String { rawValue }

  /// Its name for readers, such as `SVG`.
  public var label: String {
    switch self {
    case .png: "PNG"
    case .svg: "SVG"
    case .pdf: "PDF"
    }
  }

  /// The media type, as in `image/png`.
  public var mediaType: String {
    switch self {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf: "application/pdf"
    }
  }

  /// Whether it is made of pixels, so that it has a resolution.
  public var isRaster: Bool {
    switch self {
    case .png: true
    case .svg, .pdf: false
    }
  }

  /// Whether its files are text in UTF-8.
  public var isText: Bool {
    switch self {
    case .svg: true
    case .png, .pdf: false
    }
  }

  /// Whether browsers show it where a page has an image.
  public var isShownByBrowsers: Bool {
    switch self {
    case .png, .svg: true
    case .pdf: false
    }
  }

  /// Whether its text can stand in the page itself, as an element.
  public var canStandInPages: Bool {
    switch self {
    case .svg: true
    case .png, .pdf: false
    }
  }

  /// Whether one file can hold many pages.
  public var holdsPages: Bool {
    switch self {
    case .pdf: true
    case .png, .svg: false
    }
  }

  /// What a page shows of a figure, the best first: what is sharp at every size, then pixels.
  public static let onPages = vectorsShown + rastersShown

  /// What stands for a figure in a list, the best first: pixels, which are quickly there, then the rest.
  public static let thumbnails = rastersShown + vectorsShown

  /// What one moment of an animation can become: an image of its own, or a page of a document.
  public static let frames = allCases.filter { $0.isRaster || $0.holdsPages }

  private static let vectorsShown = allCases.filter { $0.isShownByBrowsers && !$0.isRaster }
  private static let rastersShown = allCases.filter { $0.isShownByBrowsers && $0.isRaster }
}
