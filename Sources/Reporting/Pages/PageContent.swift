// What the templates are filled with: a name in a template is the name of a property here. A name
// that is nil is looked for further out, so no two levels share one that may be nil.

struct LayoutContent {
  var language, style, documentTitle, skip: String
  /// The way back to the course; nil on the course's own page.
  var home: LinkContent?
  var courseLabel, languagesLabel: String
  var isTranslated: Bool
  var translations: [LanguageContent]
  /// What moves the figures; nil for a page on which none does.
  var script: String?
  /// HTML.
  var content: String
}

struct LinkContent {
  var target, text: String
}

struct LanguageContent {
  var code, text, target: String
  var isCurrent: Bool
}

struct CourseContent {
  var courseTitle, lessonsLabel: String
  var lessons: [LinkContent]
}

struct LessonContent {
  /// HTML.
  var prose: String
  var documents: DocumentsContent?
  var numbers: NumbersContent?
  var neighborsLabel: String
  var previous, next: NeighborContent?
}

struct NeighborContent {
  var label, target, text: String
}

struct DocumentsContent {
  var documentsTitle: String
  var documentFiles: [FileContent]
}

struct NumbersContent {
  var numbersTitle, numbersNote: String
  var traces: [TraceContent]
}

struct TraceContent {
  var traceTitle: String
  var files: [FileContent]
}

struct FileContent {
  var target, text, label: String
  /// The name under which the file is saved.
  var download: String
}

struct FigureContent {
  /// Nil where the figure is shown again: an id stands once on a page.
  var anchor: String?
  var number, caption: String
  var image: ImageContent?
  var player: PlayerContent?
  var downloadLabel: String
  var downloads: [FileContent]
}

struct ImageContent {
  var source, alternative, openLabel: String
  var width, height: Int
  /// The image for dark pages, if there is one.
  var dark: DarkImageContent?
  /// Whether the image is light on dark whatever the page is.
  var isAlwaysDark: Bool
}

struct DarkImageContent {
  var darkSource: String
  var darkWidth, darkHeight: Int
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
    func image(_ format: String, isDark: Bool) -> FigureImage? {
      figure.images.first { $0.format == format && $0.isDark == isDark }
    }
    anchor = isFirst ? "fig-\(figure.id)" : nil
    self.number = name
    caption = figure.caption
    self.image = (image("svg", isDark: isDark) ?? image("png", isDark: isDark)).map { main in
      ImageContent(
        source: relative(main.path), alternative: figure.alternative,
        openLabel: words(.openLarge),
        width: Int(main.width.rounded()), height: Int(main.height.rounded()),
        dark: (isDark ? nil : image("svg", isDark: true) ?? image("png", isDark: true)).map {
          DarkImageContent(
            darkSource: relative($0.path), darkWidth: Int($0.width.rounded()),
            darkHeight: Int($0.height.rounded()))
        }, isAlwaysDark: isDark)
    }
    player = figure.animation.flatMap {
      PlayerContent($0, figure: name, words: words, relative: relative)
    }
    downloadLabel = words(.download)
    downloads = ["png", "svg", "pdf"].compactMap { format in
      own.first { $0.format == format }.map { file in
        FileContent(
          target: relative(file.path), text: format.uppercased(),
          label: "\(name), \(format.uppercased())",
          download: "\(lesson)-\(figure.id)-\(words.language).\(format)")
      }
    }
  }
}
