public import Drawings
public import Lessons
public import Plotting
import Wording

/// A figure of a lesson: its kind with its options, and the words around it.
public struct FigureSection: Sendable {
  /// The name under `figures:`, which becomes the file's name.
  public let id: String
  /// Where the name stands.
  public let location: SourceLocation
  /// The kind's word.
  public let kind: String
  /// The heading inside the figure; empty languages have none.
  public let title: LocalizedText
  /// The sentence below the heading.
  public let subtitle: LocalizedText
  /// The text below the figure on a page.
  public let caption: LocalizedText
  /// The one sentence that the figure proves: what its slide says; empty for the first of the caption.
  public let proves: LocalizedText
  /// What the figure shows, for those who cannot see it.
  public let alt: LocalizedText
  /// A size in points that overrides the theme's, or nil.
  public let size: Size?
  /// The kind with its options.
  public private(set) var figure: any Figure
  /// The animation that a build makes of the figure; nil for none.
  public let frames: FrameChoice?
  /// Where `frames:` stands, or the figure's name.
  public let framesLocation: SourceLocation
  let section: Section

  /// What the lesson says of the figure besides its words and its animation: equal for sections that mean
  /// the same.
  public var optionsText: String {
    section.without(["title", "subtitle", "caption", "proves", "alt", "frames"]).canonicalText
  }

  /// What the lesson says of the figure and of its animation besides words.
  public var framesText: String {
    section.without(["title", "subtitle", "caption", "proves", "alt"]).canonicalText
  }

  /// The fields that every figure may have.
  public static let commonFields: [Field] = [
    Field(
      "kind", .choice(FigureCatalog.kinds), isRequired: true, summary: "what kind of figure it is"),
    Field("title", .localizedText, summary: "the heading inside the figure"),
    Field("subtitle", .localizedText, summary: "one sentence below the heading"),
    Field("caption", .localizedText, summary: "the text below the figure on a page"),
    Field(
      "proves", .localizedText, summary: "the one sentence that the figure's slide says",
      defaultText: "the first sentence of the caption"),
    Field(
      "alt", .localizedText, isRequired: true,
      summary: "what the figure shows, for readers who cannot see it"),
    Field(
      "size", .list(of: .number(min: 60, max: 2000)),
      summary: "width and height in points (72 an inch), such as [480, 300]",
      defaultText: "as the theme and the figure need"),
    FrameChoice.field,
  ]

  /// Decodes a figure section: first the common fields, then those of its kind.
  ///
  /// - Throws: The first `LessonError` of the section.
  public init(decoding section: Section) throws(LessonError) {
    var probe = SectionReader(section, fields: Self.commonFields)
    let type = try probe.choice("kind", of: "figure kind", from: FigureCatalog.entries) { $0.kind }
    var reader = SectionReader(section, fields: Self.commonFields + type.fields)
    _ = try reader.string("kind")
    self.section = section
    id = section.name
    location = section.location
    kind = type.kind
    title = try reader.optionalLocalizedText("title") ?? LocalizedText("")
    subtitle = try reader.optionalLocalizedText("subtitle") ?? LocalizedText("")
    caption = try reader.optionalLocalizedText("caption") ?? LocalizedText("")
    proves = try reader.optionalLocalizedText("proves") ?? LocalizedText("")
    alt = try reader.localizedText("alt")
    size = try Self.size(&reader)
    framesLocation = reader.location(of: "frames")
    frames = try FrameChoice.decode(&reader)
    figure = try type.decode(&reader)
    try reader.finish()
  }

  /// The figure of the training as it stands, whichever epochs the lesson chose: what an animation shows.
  ///
  /// - Throws: A `LessonError` if the figure is not one without its choice of epochs.
  public func following() throws(LessonError) -> FigureSection {
    try FigureSection(decoding: section.without(["epoch", "epochs"]))
  }

  /// The figure at one of its own steps; itself where it has none.
  public func at(step: Int) -> FigureSection { with(figure.at(step: step)) }

  /// The figure with one scenario in view; itself where it cannot.
  public func showingOnly(scenario index: Int) -> FigureSection {
    with(figure.showingOnly(scenario: index))
  }

  /// The same section with its kind in another state.
  func with(_ figure: any Figure) -> FigureSection {
    var copy = self
    copy.figure = figure
    return copy
  }

  /// Draws the figure with its heading in the language of `context`.
  ///
  /// - Throws: A `FigureError`, always with a location.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    do throws(FigureError) {
      var plot = try figure.plot(of: outcomes, in: context)
      if let title = title[context.words.language], !title.isEmpty { plot.title = title }
      if let subtitle = subtitle[context.words.language], !subtitle.isEmpty {
        plot.subtitle = subtitle
      }
      if let size { plot.size = size }
      return plot
    } catch {
      var located = error
      located.location = error.location ?? location
      throw located
    }
  }

  private static func size(_ reader: inout SectionReader) throws(LessonError) -> Size? {
    guard reader.has("size") else { return nil }
    let numbers = try reader.numbers("size")
    guard numbers.count == 2 else {
      throw reader.error(
        "'size' wants a width and a height, found \(counted(numbers.count, "number"))", at: "size",
        help: "for example [480, 300]")
    }
    return Size(numbers[0], numbers[1])
  }
}

extension FigureSection {
  /// The most panels that a page holds so that they can still be read.
  private static let mostPanels = 200

  /// Refuses a figure of more panels than a page can hold.
  ///
  /// - Throws: A `FigureError` that says how many there would be.
  public func checkPanelCount() throws(FigureError) {
    let count = figure.requests.reduce(0) { $0 + max(1, $1.epochs.count) }
    guard count > Self.mostPanels else { return }
    throw FigureError(
      "figure '\(id)' would have \(count) panels; the limit is \(Self.mostPanels)", at: location,
      help: "name fewer epochs or scenarios; 'frames' shows many moments one after another")
  }
}
