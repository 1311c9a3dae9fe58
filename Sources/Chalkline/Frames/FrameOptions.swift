import Drawings
import Figures
import Rendering

/// Which frames of an animation are made, and in which forms.
public struct FrameOptions: Sendable {
  /// Every so many moments; nil for what the lesson says.
  public var every: Int?
  /// The last moment of interest; nil for what the lesson says.
  public var until: Int?
  /// The most frames; nil for what the lesson says.
  public var count: Int?
  /// The most frames that are allowed; nil for what the lesson says.
  public var limit: Int?
  /// How they are spread, `log` or `linear`; nil for what the lesson says.
  public var spacing: String?
  /// What they go along, `epochs`, `updates` or `scenarios`; nil for what the lesson says.
  public var over: String?
  /// Frames in a second of a film; nil for what the lesson says.
  public var framesPerSecond: Int?
  /// Names of the formats: `png`, `pdf`, and those of films; `mp4` if there is no filmstrip either.
  public var formats: [String] = []
  /// Key frames of a filmstrip; nil for none.
  public var filmstrip: Int?
  /// Codes of the languages; empty for the course's.
  public var languages: [String] = []
  /// Names of the themes; empty for the course's.
  public var themes: [String] = []
  /// Pixels per inch.
  public var dotsPerInch = 144

  /// The most frames where neither the lesson nor the options say it.
  public static let usualLimit = FrameChoice.usualLimit

  /// Makes options with the usual values.
  public init() {}

  /// The choice of a lesson, or the usual one, with what these options change of it.
  func choice(of figure: FigureSection) -> FrameChoice {
    var choice = figure.frames ?? FrameChoice()
    if let every { choice.every = every }
    if count != nil || spacing != nil { choice.every = nil }
    if let until { choice.until = until }
    if let count { choice.count = count }
    if let spacing { choice.spacing = FrameChoice.Spacing(rawValue: spacing) }
    if let over { choice.over = FrameChoice.Course(rawValue: over) }
    if let limit { choice.limit = limit }
    if let framesPerSecond { choice.framesPerSecond = framesPerSecond }
    return choice
  }

  /// The forms by their names.
  ///
  /// - Throws: `UsageError` if there is no such format.
  func forms() throws(UsageError) -> FrameForms {
    let known = FrameForms.names
    for format in formats where !known.contains(format) {
      throw .noneNamed(format, kind: "format of frames", among: known)
    }
    let wanted = formats.isEmpty && filmstrip == nil ? [FilmFormat.mp4.rawValue] : formats
    return FrameForms(
      images: ImageFormat.frames.filter { !$0.holdsPages && wanted.contains($0.rawValue) },
      pages: wanted.contains(PDFPages.format.rawValue), keyFrames: filmstrip ?? 0,
      films: FilmFormat.allCases.filter { wanted.contains($0.rawValue) })
  }
}
