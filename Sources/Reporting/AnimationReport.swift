/// A figure in motion: one image for each moment, all of one size.
public struct AnimationReport: Equatable, Sendable {
  /// One image.
  public struct Frame: Equatable, Sendable {
    /// Its path below the output folder.
    public var path: String
    /// The moment, such as `epoch 40`.
    public var moment: String
    /// Numbers of that moment, one for each of `AnimationReport.quantities`; empty where there is none.
    public var values: [String]
    /// The cells of each of `AnimationReport.tables`, row by row; empty where a moment has none.
    public var cells: [[[String]]]

    /// Makes a frame.
    public init(
      path: String, moment: String, values: [String] = [], cells: [[[String]]] = []
    ) {
      self.path = path
      self.moment = moment
      self.values = values
      self.cells = cells
    }
  }

  /// A table of the trace, of which every frame has its own numbers.
  public struct Table: Equatable, Sendable {
    /// What it holds.
    public var title: String
    /// The names of its columns.
    public var headings: [String]

    /// Makes a table.
    public init(title: String, headings: [String]) {
      self.title = title
      self.headings = headings
    }
  }

  /// All frames in one file.
  public struct Document: Equatable, Sendable {
    /// Its path below the output folder.
    public var path: String
    /// The format's name, such as `pdf`.
    public var format: String
    /// Whether it shows the key frames side by side, rather than a page for each frame.
    public var isFilmstrip: Bool

    /// Makes a document.
    public init(path: String, format: String, isFilmstrip: Bool) {
      self.path = path
      self.format = format
      self.isFilmstrip = isFilmstrip
    }
  }

  /// Names of the numbers, such as `loss`.
  public var quantities: [String]
  /// Tables of the trace at each frame.
  public var tables: [Table]
  /// The frames in order.
  public var frames: [Frame]
  /// Frames a second at which it is meant to be played.
  public var rate: Double
  /// Across, in CSS pixels.
  public var width: Double
  /// Down, in CSS pixels.
  public var height: Double
  /// The same frames in one file.
  public var documents: [Document]

  /// Makes an animation.
  public init(
    quantities: [String] = [], tables: [Table] = [], frames: [Frame], rate: Double, width: Double,
    height: Double,
    documents: [Document] = []
  ) {
    self.quantities = quantities
    self.tables = tables
    self.frames = frames
    self.rate = rate
    self.width = width
    self.height = height
    self.documents = documents
  }
}
