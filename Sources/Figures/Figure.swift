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

  /// Whether headings name the epoch that is shown, so that an animation over epochs need not say it again.
  var headingsNameEpoch: Bool { get }

  /// Whether frames are steps of the figure's own, such as the numbers of a circuit one after another.
  var hasOwnSteps: Bool { get }

  /// Whether figures of the kind can show one of their scenarios alone, on the scales of all.
  static var showsScenariosInTurn: Bool { get }

  /// The last of the figure's own steps, counted from 0.
  ///
  /// - Throws: As `plot`.
  func lastStep(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Int

  /// The figure as it is at one of its own steps, from 0 to the last.
  func at(step: Int) -> Self

  /// The figure with one of its scenarios, counted from 0, in view.
  func showingOnly(scenario index: Int) -> Self

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

  /// Most kinds say the epoch in the small print alone.
  public var headingsNameEpoch: Bool { false }

  /// Most kinds move as their scenarios do.
  public var hasOwnSteps: Bool { false }

  /// Most kinds show all of their scenarios at once.
  public static var showsScenariosInTurn: Bool { false }

  /// Without steps of its own, a figure ends as it begins.
  public func lastStep(
    of outcomes: Outcomes, in context: FigureContext
  ) throws(FigureError) -> Int { 0 }

  /// Without steps of its own, a figure is the same at all of them.
  public func at(step: Int) -> Self { self }

  /// Where scenarios are not shown in turn, all stay in view.
  public func showingOnly(scenario index: Int) -> Self { self }
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
