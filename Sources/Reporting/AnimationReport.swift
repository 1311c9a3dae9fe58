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

  /// What the moments are counted in, such as `epoch`; the heading of their column.
  public var axis: String
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
  /// Other files of the same frames, such as a filmstrip, by the text of their link.
  public var files: [TraceReport.File]

  /// Makes an animation.
  public init(
    axis: String, quantities: [String] = [], frames: [Frame], rate: Double, width: Double,
    height: Double, files: [TraceReport.File] = []
  ) {
    self.axis = axis
    self.quantities = quantities
    self.frames = frames
    self.rate = rate
    self.width = width
    self.height = height
    self.files = files
  }
}
