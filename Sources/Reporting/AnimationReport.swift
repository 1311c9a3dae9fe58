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

    /// Makes a frame.
    public init(path: String, moment: String, values: [String] = []) {
      self.path = path
      self.moment = moment
      self.values = values
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
    quantities: [String] = [], frames: [Frame], rate: Double, width: Double, height: Double,
    documents: [Document] = []
  ) {
    self.quantities = quantities
    self.frames = frames
    self.rate = rate
    self.width = width
    self.height = height
    self.documents = documents
  }
}
