import Drawings
public import Prose

/// One lesson in one language.
public struct LessonReport: Equatable, Sendable {
  /// The name of its folder.
  public var id: String
  /// The title.
  public var title: String
  /// Nil for a lesson without prose, which shows its figures one after the other.
  public var prose: ProseText?
  /// The figures it may show, in the order of the lesson file.
  public var figures: [FigureReport]
  /// The numbers behind them.
  public var traces: [TraceReport]
  /// The formulas of `prose`, in order.
  public var formulas: [FormulaReport]
  /// The files that the lesson was written in.
  public var sources: [TraceReport.File]
  /// Slides, handouts and sheets, in the order of their links.
  public var documents: [DocumentReport]
  /// How it begins, for a list of lessons; nil for nothing.
  public var summary: String?
  /// The path of an image that stands for it in a list; nil for none.
  public var thumbnail: String?

  /// Makes a lesson.
  public init(
    id: String, title: String, prose: ProseText? = nil, figures: [FigureReport] = [],
    traces: [TraceReport] = [], formulas: [FormulaReport] = [],
    sources: [TraceReport.File] = [], documents: [DocumentReport] = [],
    summary: String? = nil, thumbnail: String? = nil
  ) {
    self.id = id
    self.title = title
    self.prose = prose
    self.figures = figures
    self.traces = traces
    self.formulas = formulas
    self.sources = sources
    self.documents = documents
    self.summary = summary
    self.thumbnail = thumbnail
  }
}

extension LessonReport {
  /// The first paragraph of the prose as plain text; nil if there is none.
  public var opening: String? { prose.flatMap { ProseSummary.text(of: $0.tree, formulas) } }

  /// The path of the image of the first figure that has one; nil if none has.
  public var firstImage: String? {
    figures.lazy.compactMap { figure in
      let images = figure.images.filter { !$0.isDark } + figure.images
      return images.first(of: ImageFormat.thumbnails)?.path
    }.first
  }
}

extension [FigureImage] {
  /// The first image of the first of `formats` that there is one of.
  func first(of formats: [ImageFormat]) -> FigureImage? {
    formats.lazy.compactMap { format in first { $0.format == format } }.first
  }
}

/// A formula of the prose, ready to be shown.
public struct FormulaReport: Equatable, Sendable {
  /// Its place in the prose, with its dollar signs, in bytes of UTF-8.
  public var range: Range<Int>
  /// An element `math` of MathML, which goes into the page as it is.
  public var mathML: String

  /// Makes a formula.
  public init(range: Range<Int>, mathML: String) {
    self.range = range
    self.mathML = mathML
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
