/// What Chalkline must know of a `lesson.LANG.md`: its title, its headings, its figures and
/// its formulas.
///
/// The rest of the Markdown is left to the report. Fenced code, code spans and HTML comments are
/// passed over. The columns count in Unicode scalars.
public struct Prose: Equatable, Sendable {
  /// A heading written with `#`.
  public struct Heading: Equatable, Sendable {
    /// From 1 for `#` to 6 for `######`.
    public let level: Int
    /// The text, at its place.
    public let text: LocatedText
  }

  /// A figure shown by its built path: `![alt](figures/NAME.svg)`.
  public struct FigureReference: Equatable, Sendable {
    /// The figure's id, at its place in the path.
    public let name: LocatedText
    /// The text between the square brackets.
    public let alternative: String
    /// The path's extension: `svg`, `png` or `pdf`.
    public let format: String
  }

  /// Any image: `![alt](path)`.
  public struct Image: Equatable, Sendable {
    /// The text between the square brackets, at the `!` before them.
    public let alternative: LocatedText
    /// The path or address, as written.
    public let path: String
  }

  /// The text of the file.
  public let source: SourceText
  /// The text of the first `#` heading of level 1; nil if there is none.
  public let title: String?
  /// The headings, in order.
  public let headings: [Heading]
  /// The figures that are shown, in order.
  public let figures: [FigureReference]
  /// All images, in order; figures among them.
  public let images: [Image]
  /// The figures that are mentioned as `@fig-NAME`, in order, each at its `@`.
  public let mentions: [LocatedText]
  /// The formulas, in order.
  public let formulas: [Formula]
  /// An error for each `$$` that nothing closes.
  public let formulaErrors: [LessonError]

  /// Reads the text of a `lesson.LANG.md`; every text is valid Markdown.
  public init(parsing text: String, named file: String) {
    self.init(SourceText(text, file: file))
  }

  /// Reads the bytes of a `lesson.LANG.md`.
  ///
  /// - Throws: A `LessonError` for bytes that are not UTF-8, or too many of them.
  public init(parsing bytes: [UInt8], named file: String) throws(LessonError) {
    self.init(try SourceText(bytes: bytes, file: file))
  }

  private init(_ source: SourceText) {
    self.source = source
    var scanner = ProseScanner(source)
    scanner.scan()
    headings = scanner.headings
    figures = scanner.figures
    images = scanner.images
    mentions = scanner.mentions
    formulas = scanner.formulas
    formulaErrors = scanner.unclosedFormulas.map {
      source.error(
        "nothing closes this formula", at: $0,
        help: "end it with '$$' before the next empty line; '\\$' is a dollar sign")
    }
    title = headings.first { $0.level == 1 }?.text.text
  }

  /// An error for each figure that is shown or mentioned but is not one of `known`.
  public func errors(knownFigures known: [String]) -> [LessonError] {
    let names = figures.map { $0.name } + mentions
    return LessonErrors(
      names.filter { !known.contains($0.text) }.map { $0.unknown("figure", among: known) }
    ).errors
  }
}
