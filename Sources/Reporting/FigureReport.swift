public import Drawings

/// A figure as a page knows it: words and files, not how it was made.
public struct FigureReport: Equatable, Sendable {
  /// The name that prose shows it by, `![...](figures/NAME.svg)`.
  public var id: String
  /// The text below it; empty for none.
  public var caption: String
  /// What it shows, for those who cannot see it.
  public var alternative: String
  /// Its images, at most one of each format for light and one for dark pages.
  public var images: [FigureImage]
  /// The figure in motion; nil if it stands still.
  public var animation: AnimationReport?

  /// Makes a figure.
  public init(
    id: String, caption: String, alternative: String, images: [FigureImage],
    animation: AnimationReport? = nil
  ) {
    self.id = id
    self.caption = caption
    self.alternative = alternative
    self.images = images
    self.animation = animation
  }
}

/// One image of a figure.
public struct FigureImage: Equatable, Sendable {
  /// The format.
  public var format: ImageFormat
  /// Its path below the output folder.
  public var path: String
  /// Whether it is light on dark.
  public var isDark: Bool
  /// Across, in CSS pixels.
  public var width: Double
  /// Down, in CSS pixels.
  public var height: Double
  /// The element `svg` that stands in the page itself; nil to show the file.
  public var markup: String?

  /// Makes an image.
  public init(
    format: ImageFormat, path: String, isDark: Bool = false, width: Double, height: Double,
    markup: String? = nil
  ) {
    self.format = format
    self.path = path
    self.isDark = isDark
    self.width = width
    self.height = height
    self.markup = markup
  }
}
