public import Lessons
public import Plotting
public import Tracing

/// One kind of figure: decodes its own options and turns traces into a plot.
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

  /// Turns the traces of the requested scenarios into a plot without heading.
  ///
  /// - Throws: A `FigureError` where a trace does not suit the kind, such as a network with five inputs
  ///   for a picture of a plane.
  func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot
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

/// What the scenarios that a figure asked for gave, by name, and what each scenario is called.
public struct Traces: Sendable {
  private let byName: [String: ScenarioOutcome]
  private let titles: [String: LocalizedText]

  /// Makes a collection of outcomes; scenarios without a title go by their names.
  public init(outcomes: [String: ScenarioOutcome], titles: [String: LocalizedText] = [:]) {
    byName = outcomes
    self.titles = titles
  }

  /// Makes a collection of trainings; scenarios without a title go by their names.
  public init(_ byName: [String: Trace], titles: [String: LocalizedText] = [:]) {
    self.init(outcomes: byName.mapValues { .training($0) }, titles: titles)
  }

  /// What a scenario is called in figures of a language.
  func title(of name: LocatedText, _ words: Words) -> String {
    titles[name.text]?[words.language] ?? name.text
  }

  /// What a scenario gave.
  ///
  /// - Throws: A `FigureError` if the scenario was not run.
  public func outcome(of name: LocatedText) throws(FigureError) -> ScenarioOutcome {
    guard let outcome = byName[name.text] else {
      throw FigureError("there is no trace of scenario '\(name.text)'", at: name.location)
    }
    return outcome
  }

  /// The trace of a scenario.
  ///
  /// - Throws: A `FigureError` if the scenario was not run, or is no training.
  public func trace(of name: LocatedText) throws(FigureError) -> Trace {
    let outcome = try outcome(of: name)
    if case .training(let trace) = outcome { return trace }
    throw misfit(
      name, outcome, wanted: "a training",
      help: "name a scenario with 'network' or 'perceptron' and without 'sweep'")
  }

  /// The sweep of a scenario.
  ///
  /// - Throws: A `FigureError` if the scenario was not run, or is no sweep.
  public func sweep(of name: LocatedText) throws(FigureError) -> Sweep {
    let outcome = try outcome(of: name)
    if case .sweep(let sweep) = outcome { return sweep }
    throw misfit(
      name, outcome, wanted: "a sweep",
      help: "name a scenario with a section 'sweep', such as sweep: {seeds: 100}")
  }

  /// The descent of a scenario.
  ///
  /// - Throws: A `FigureError` if the scenario was not run, or is no descent.
  public func descent(of name: LocatedText) throws(FigureError) -> Descent {
    let outcome = try outcome(of: name)
    if case .descent(let descent) = outcome { return descent }
    throw misfit(
      name, outcome, wanted: "a descent",
      help: "name a scenario with 'model: function', such as function: himmelblau")
  }

  /// The computed expression of a scenario.
  ///
  /// - Throws: A `FigureError` if the scenario was not run, or is no expression.
  public func expression(of name: LocatedText) throws(FigureError) -> ExpressionRun {
    let outcome = try outcome(of: name)
    if case .expression(let run) = outcome { return run }
    throw misfit(
      name, outcome, wanted: "an expression",
      help: "name a scenario with 'model: expression', such as expression: w*x + b")
  }

  private func misfit(
    _ name: LocatedText, _ outcome: ScenarioOutcome, wanted: String, help: String
  ) -> FigureError {
    FigureError(
      "this figure draws \(wanted), and scenario '\(name.text)' is \(outcome.kind)",
      at: name.location, help: help)
  }
}

/// Why a figure cannot be drawn from its traces.
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
