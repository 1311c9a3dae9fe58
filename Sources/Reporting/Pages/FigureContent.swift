import Languages
import Drawings

// What the template of a figure is filled with.

struct FigureContent {
  /// Nil where the figure is shown again: an id stands once on a page.
  var anchor: String?
  var number, caption: String
  /// SVG that stands in the page; nil to show a file.
  var drawing: String?
  var image: ImageContent?
  /// The image for dark pages, if there is one.
  var dark: ImageContent?
  /// Whether the image is light on dark whatever the page is.
  var isAlwaysDark: Bool
  var player: PlayerContent?
  /// The image as a file of its own.
  var largeTarget: String?
  var openLabel: String
  var downloadLabel: String
  var downloads: [FileContent]
}

struct ImageContent {
  var source, alternative: String
  var width, height: Int
}

extension FigureContent {
  /// The content of `figure` as number `number` on a page.
  init(
    _ figure: FigureReport, lesson: String, number: Int, isFirst: Bool, words: PageWords,
    relative: (String) -> String
  ) {
    let name = words.figure(number)
    let isDark = figure.images.allSatisfy { $0.isDark }
    let own = figure.images.filter { $0.isDark == isDark }
    func image(isDark: Bool) -> FigureImage? {
      figure.images.filter { $0.isDark == isDark }.first(of: ImageFormat.onPages)
    }
    func content(_ image: FigureImage) -> ImageContent {
      ImageContent(
        source: relative(image.path), alternative: figure.alternative,
        width: Int(image.width.rounded()), height: Int(image.height.rounded()))
    }
    let main = image(isDark: isDark)
    // The ids within a drawing stand once on a page as well.
    drawing = isFirst ? main?.markup : nil
    anchor = isFirst ? "fig-\(figure.id)" : nil
    self.number = name
    caption = figure.caption
    self.image = drawing == nil ? main.map(content) : nil
    dark = isDark ? nil : image(isDark: true).map(content)
    isAlwaysDark = isDark
    player = figure.animation.flatMap {
      PlayerContent($0, figure: name, words: words, relative: relative)
    }
    largeTarget = main.map { relative($0.path) }
    openLabel = words(.openLarge)
    downloadLabel = words(.download)
    downloads = ImageFormat.allCases.compactMap { format in
      own.first { $0.format == format }.map { file in
        FileContent(
          target: relative(file.path), text: format.label,
          label: "\(name), \(format.label)",
          download: "\(lesson)-\(figure.id)-\(words.language).\(format.fileExtension)")
      }
    }
  }
}
