public import Lessons

/// The text of a `lesson.LANG.md`, parsed: what `check` sees of it, and what pages and documents are made of.
public struct ProseText: Equatable, Sendable {
  /// A heading.
  public struct Heading: Equatable, Sendable {
    /// From 1 for `#` to 6 for `######`.
    public let level: Int
    /// The text as it was written, at its place.
    public let text: LocatedText
  }

  /// A figure shown by its built path: `![alt](figures/NAME.svg)`.
  public struct Figure: Equatable, Sendable {
    /// The figure's id, at its place in the path; at the `!` where the path stands elsewhere.
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
    /// The path or address, cut off where it is too long to be shown.
    public let path: String
  }

  /// The text of the file.
  public let source: SourceText
  /// What a page shows of it.
  public let tree: ProseTree
  /// The headings, in order.
  public let headings: [Heading]
  /// The figures that are shown, in order.
  public let figures: [Figure]
  /// All images that are no part of another one's text, in order; figures among them.
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
    let bytes = Array(source.text.utf8)
    var prepared = PreparedText(bytes)
    var document = MarkdownDocument(parsing: prepared.text)
    var unclosed: [SourceLocation] = []
    if bytes.contains(UInt8(ascii: "$")) {
      // Only cmark knows what is code, and only without the formulas does it know what else there is.
      let visible = HiddenText.masked(bytes, prepared, document)
      var scanner = FormulaScanner(source, bytes, visible: visible)
      scanner.scan()
      unclosed = scanner.unclosed
      if !scanner.formulas.isEmpty {
        prepared = PreparedText(bytes, scanner.formulas)
        document = MarkdownDocument(parsing: prepared.text)
      }
    }
    var reader = ProseReader(source, bytes, prepared)
    document.forEachEvent { reader.read($0, isEntering: $1) }

    self.source = source
    tree = reader.tree
    headings = reader.headings
    figures = reader.figures
    images = reader.images
    mentions = reader.mentions
    formulas = reader.formulas.sorted { $0.range.lowerBound < $1.range.lowerBound }
    formulaErrors = unclosed.map {
      source.error(
        "nothing closes this formula", at: $0,
        help: "end it with '$$' before the next empty line; '\\$' is a dollar sign")
    }
  }

  /// Two texts are equal when their files and their characters are; all else follows from these.
  public static func == (left: ProseText, right: ProseText) -> Bool { left.source == right.source }

  /// The text of the first heading of level 1; nil if there is none.
  public var title: String? { headings.first { $0.level == 1 }?.text.text }

  /// An error for each figure that is shown or mentioned but is not one of `known`.
  public func errors(knownFigures known: [String]) -> [LessonError] {
    let names = figures.map { $0.name } + mentions
    return LessonErrors(
      names.filter { !known.contains($0.text) }.map { $0.unknown("figure", among: known) }
    ).errors
  }
}
