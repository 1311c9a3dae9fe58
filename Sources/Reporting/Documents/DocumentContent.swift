public import Drawings

/// What the documents of a lesson show in one language: sections and figures in the order of the prose.
public struct DocumentContent: Sendable {
  /// One thing to show.
  public enum Item: Sendable {
    /// The heading of what follows.
    case section(String)
    /// A figure.
    case figure(DocumentFigure)
    /// A figure that another document shows: a sheet to be filled in.
    case sheet(number: Int, title: String)
  }

  /// The course's title.
  public var course: String
  /// The lesson's title.
  public var lesson: String
  /// The code of the language, such as `en`.
  public var language: String
  /// What to show, in order.
  public var items: [Item]
  /// The words of the language.
  public var words: PageWords

  /// Makes the content of documents; its words are those of the program unless others are given.
  public init(
    course: String, lesson: String, language: String, items: [Item], words: PageWords? = nil
  ) {
    self.words = words ?? PageWords.of(language)
    self.course = course
    self.lesson = lesson
    self.language = language
    self.items = items
  }

  /// The figures in order.
  public var figures: [DocumentFigure] {
    items.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}

/// A figure as a document knows it: drawn without its title, which the document sets itself.
public struct DocumentFigure: Sendable {
  /// Its number, the same as on the page of the lesson.
  public var number: Int
  /// Its title; empty for none.
  public var title: String
  /// The text that belongs to it; empty for none.
  public var caption: String
  /// What a slide says of it; empty for the first sentence of the caption.
  public var sentence: String
  /// What it shows, for those who cannot see it.
  public var alternative: String
  /// The figure.
  public var drawing: Drawing
  /// Space that the drawing leaves empty at each of its edges, in points; the page's own takes its place.
  public var margin: Double
  /// What explains it and stands above it; nil for nothing, or where it is in the drawing.
  public var key: Drawing?
  /// The small print; empty for none, or where it is in the drawing.
  public var note: String
  /// Heights at which the drawing may be cut apart, between rows of panels.
  public var cuts: [Double]

  /// Makes a figure of a document.
  public init(
    number: Int, title: String, caption: String, sentence: String = "", alternative: String,
    drawing: Drawing, margin: Double = 0, key: Drawing? = nil, note: String = "",
    cuts: [Double] = []
  ) {
    self.number = number
    self.title = title
    self.caption = caption
    self.sentence = sentence
    self.alternative = alternative
    self.drawing = drawing
    self.margin = margin
    self.key = key
    self.note = note
    self.cuts = cuts
  }
}
