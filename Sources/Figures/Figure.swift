public import Lessons
public import Plotting
public import Tracing

/// One kind of figure: decodes its own options and turns what scenarios gave into a plot.
///
/// A kind is one file in `Kinds/` and one line in `FigureCatalog`. Its doc comment and `summary` are
/// its page in the guide; `example` is decoded and drawn by the tests.
public protocol Figure: SectionDecodable {
  /// The word after `kind:` in lesson files.
  static var kind: String { get }
  /// What the kind shows, in one line.
  static var summary: String { get }
  /// The options of one figure section that shows the kind off, as lesson text.
  static var example: String { get }

  /// The scenarios that the figure draws from, and the moments of each that it needs.
  var requests: [ScenarioRequest] { get }

  /// Whether a frame of an animation needs all moments before it, and not the present one alone.
  var needsPath: Bool { get }

  /// Whether the figure is the same at every moment of its scenarios, so that it has no frames.
  var isStill: Bool { get }

  /// Turns what the requested scenarios gave into a plot without heading.
  ///
  /// - Throws: A `FigureError` where it does not suit the kind, such as a network with five inputs
  ///   for a picture of a plane.
  func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot
}

extension Figure {
  /// Most kinds show the present moment; curves are drawn from the history, which is always whole.
  public var needsPath: Bool { false }

  /// Most kinds show a state, which changes.
  public var isStill: Bool { false }
}

/// A scenario that a figure wants, with the moments that must be kept.
public struct ScenarioRequest: Sendable {
  /// The name, with its place in the lesson file.
  public var name: LocatedText
  /// The moments.
  public var schedule: TraceSchedule

  /// Makes a request.
  public init(name: LocatedText, schedule: TraceSchedule) {
    self.name = name
    self.schedule = schedule
  }
}

/// Why a figure cannot be drawn from what its scenarios gave.
public struct FigureError: Error, Equatable, Sendable {
  /// What does not fit, in words.
  public var message: String
  /// The place in the lesson file that asked for it; nil for the figure's own heading.
  public var location: SourceLocation?
  /// What to do about it; nil where the message says it all.
  public var help: String?

  /// Makes an error.
  public init(_ message: String, at location: SourceLocation? = nil, help: String? = nil) {
    self.message = message
    self.location = location
    self.help = help
  }
}
