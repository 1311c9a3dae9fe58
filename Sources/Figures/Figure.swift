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

  /// Checks all that can be known before the scenarios are run, from what they are before their first update.
  ///
  /// - Parameter starts: Trainings of no epochs, and formulas; sweeps and descents are not among them.
  /// - Throws: A `FigureError` where a scenario does not suit the kind, as `plot` would.
  func check(_ starts: Outcomes) throws(FigureError)

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

  /// A kind that draws whatever its scenarios give has nothing to check.
  public func check(_ starts: Outcomes) throws(FigureError) {}

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
  /// The epochs that the lesson names, each of which a training must have.
  public var epochs: [LocatedText]
  /// The kind of outcome that the figure draws; nil if it draws more than one.
  public var kind: (any OutcomeKind.Type)?

  /// Makes a request for moments.
  public init(
    name: LocatedText, schedule: TraceSchedule, epochs: [LocatedText] = [],
    kind: (any OutcomeKind.Type)? = Trace.self
  ) {
    self.name = name
    self.schedule = schedule
    self.epochs = epochs
    self.kind = kind
  }

  /// Makes a request for the epochs that a lesson names.
  init(
    name: LocatedText, _ epochs: EpochChoice, kind: (any OutcomeKind.Type)? = Trace.self
  ) {
    self.init(name: name, schedule: epochs.schedule, epochs: epochs.numbers, kind: kind)
  }

  /// Checks that a scenario gives what the figure draws, and has the epochs that the lesson names.
  ///
  /// - Throws: A `FigureError` as `plot` of the figure would.
  public func check(_ scenario: Scenario) throws(FigureError) {
    if let kind, kind.kind != scenario.kind {
      throw .wrongKind(name, is: scenario.kind, draws: kind)
    }
    guard let last = scenario.spec.epochs else { return }
    for epoch in epochs {
      if let number = Int(epoch.text), number > last {
        throw .noEpoch(epoch, in: name.text, endingAt: last)
      }
    }
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

  /// A scenario gives something else than what the figure draws.
  static func wrongKind(
    _ scenario: LocatedText, is kind: String, draws wanted: any OutcomeKind.Type
  ) -> FigureError {
    FigureError(
      "this figure draws \(wanted.kind), and scenario '\(scenario.text)' is \(kind)",
      at: scenario.location, help: wanted.recipe)
  }

  /// A training ends before an epoch that the lesson names.
  static func noEpoch(_ epoch: LocatedText, in scenario: String, endingAt last: Int) -> FigureError
  {
    FigureError(
      "scenario '\(scenario)' has no epoch \(epoch.text): it ends at epoch \(last)",
      at: epoch.location, help: "write 'last' for the end, whenever that is")
  }
}
