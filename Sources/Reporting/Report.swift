/// A course told in one language, ready to be laid out: prose, and the files of figures and numbers.
///
/// It is a value that any form of output can be made from. All paths go from the output folder.
public struct Report: Equatable, Sendable {
  /// The course's title.
  public var title: String
  /// The code of the language, such as `en`.
  public var language: String
  /// The codes of all languages with pages, in order, `language` among them.
  public var languages: [String]
  /// The code of the language whose pages have no suffix.
  public var firstLanguage: String
  /// The lessons in order.
  public var lessons: [LessonReport]

  /// Makes a report.
  public init(
    title: String, language: String, languages: [String], firstLanguage: String,
    lessons: [LessonReport]
  ) {
    self.title = title
    self.language = language
    self.languages = languages
    self.firstLanguage = firstLanguage
    self.lessons = lessons
  }
}

/// One lesson in one language.
public struct LessonReport: Equatable, Sendable {
  /// The name of its folder.
  public var id: String
  /// The title.
  public var title: String
  /// Markdown; nil for a lesson without prose, which shows its figures one after the other.
  public var prose: String?
  /// The figures it may show, in the order of the lesson file.
  public var figures: [FigureReport]
  /// The numbers behind them.
  public var traces: [TraceReport]
  /// Slides, handouts and sheets, in the order of their links.
  public var documents: [DocumentReport]

  /// Makes a lesson.
  public init(
    id: String, title: String, prose: String? = nil, figures: [FigureReport] = [],
    traces: [TraceReport] = [], documents: [DocumentReport] = []
  ) {
    self.id = id
    self.title = title
    self.prose = prose
    self.figures = figures
    self.traces = traces
    self.documents = documents
  }
}

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
  /// The format's name, such as `svg`.
  public var format: String
  /// Its path below the output folder.
  public var path: String
  /// Whether it is light on dark.
  public var isDark: Bool
  /// Across, in CSS pixels.
  public var width: Double
  /// Down, in CSS pixels.
  public var height: Double

  /// Makes an image.
  public init(format: String, path: String, isDark: Bool = false, width: Double, height: Double) {
    self.format = format
    self.path = path
    self.isDark = isDark
    self.width = width
    self.height = height
  }
}

/// The numbers of one scenario.
public struct TraceReport: Equatable, Sendable {
  /// A file of numbers.
  public struct File: Equatable, Sendable {
    /// The format's name, such as `csv`.
    public var format: String
    /// Its path below the output folder.
    public var path: String

    /// Makes a file.
    public init(format: String, path: String) {
      self.format = format
      self.path = path
    }
  }

  /// What the scenario is called.
  public var title: String
  /// Its files, in the order of their links.
  public var files: [File]

  /// Makes the numbers of a scenario.
  public init(title: String, files: [File]) {
    self.title = title
    self.files = files
  }
}
