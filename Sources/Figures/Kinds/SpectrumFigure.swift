import Languages
public import Lessons
import Networks
public import Plotting
import Tracing

/// The curvatures of the loss at moments of a training: the eigenvalues of its Hessian, sorted.
///
/// They are counted as down, near 0 and up, with the tolerance in the small print, and the gradient's
/// length is printed beside. A heading says minimum, saddle or plateau only where the gradient is short
/// enough for a level place and the counts say which.
/// - Source: Sagun et al. 2016, Eigenvalues of the Hessian in Deep Learning, for such pictures.
public struct SpectrumFigure: Figure {
  /// The word in lesson files.
  public static let kind = "spectrum"
  /// The line of the guide.
  public static let summary =
    "the eigenvalues of the Hessian of the loss at chosen epochs, counted as down, near 0 and up"
  /// A section that shows it off.
  public static let example = """
    kind: spectrum
    scenario: hidden-layer
    epochs: [0, last]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    EpochChoice.field("epochs"),
    Field(
      "tolerance", .number(above: 0), summary: "curvatures smaller than this count as near 0",
      defaultText: "0.001"),
    Field(
      "level", .number(above: 0), summary: "a gradient shorter than this counts as level",
      defaultText: "0.001"),
    PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let epochs: EpochChoice
  private let tolerance: Double
  private let level: Double
  private let grid: PanelGrid
  /// The time for more grows with the third power.
  private static let parameterLimit = 600

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    epochs = try EpochChoice("epochs", in: &reader)
    tolerance = try reader.number("tolerance", default: 1e-3)
    level = try reader.number("level", default: 1e-3)
    grid = try PanelGrid(in: &reader)
  }

  /// The chosen epochs.
  public var requests: [ScenarioRequest] {
    scenarios.map { ScenarioRequest(name: $0, epochs) }
  }

  /// Every panel is headed by its epoch.
  public var headingsNameEpoch: Bool { true }

  /// A loss, and not too many parameters.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios { _ = try loss(of: try starts.value(of: name, as: Trace.self), name) }
  }

  private func loss(of trace: Trace, _ name: LocatedText) throws(FigureError) -> Loss {
    guard let loss = trace.loss else {
      throw FigureError(
        "scenario '\(name.text)' is a perceptron, which has no loss", at: name.location)
    }
    let count = trace.last.network.parameterCount
    guard count <= Self.parameterLimit else {
      throw FigureError(
        "scenario '\(name.text)' has \(count) parameters, and their curvatures take too long",
        at: name.location, help: "the limit is \(Self.parameterLimit)")
    }
    return loss
  }

  /// Draws a panel for each scenario and epoch.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let (theme, words) = (context.theme, context.words)
    var spectra: [Spectrum] = []
    var notes: [String] = []
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      let loss = try loss(of: trace, name)
      let title = outcomes.title(of: name, words)
      for step in try epochs.steps(of: trace) {
        let heading = scenarios.count > 1 ? title + ", " : ""
        spectra.append(
          Spectrum(
            of: step, trace: trace, loss: loss,
            title: heading + words(.epoch, String(step.epoch))))
      }
      notes.append((scenarios.count > 1 ? title + ": " : "") + trace.facts.line(words))
      for note in Self.kinks(of: trace.last.network, words) where !notes.contains(note) {
        notes.append(note)
      }
    }
    notes.append(words(.noteSpectrum, Shown.exact(tolerance), Shown.exact(level)))
    let axis = CurvatureAxis(spectra, tolerance: tolerance)
    return Plot(
      theme: theme,
      keys: [
        .dot(.circle, theme.negative, words(.curvesDown)),
        .dot(.circle, theme.quietInk, words(.curvesFlat)),
        .dot(.circle, theme.positive, words(.curvesUp)),
      ], note: notes.joined(separator: "\n"),
      panels: spectra.map { $0.panel(axis, level: level, theme, words) }, columns: grid.columns,
      shape: theme.keepsProportion ? .fill : .aspect(0.85),
      sharesX: Set(spectra.map { $0.curvatures.count }).count == 1, sharesY: true,
      minimumPanelWidth: theme.keepsProportion ? 180 : 125)
  }

  /// Where an activation has a kink there is no second derivative.
  private static func kinks(of network: Network, _ words: Words) -> [String] {
    network.layers.map { $0.activation }.filter { !$0.traits.kinks.isEmpty }.map { activation in
      let places = activation.traits.kinks.map(Shown.exact).joined(separator: ", ")
      return words(.noteKinks, activation.name, places)
    }
  }
}
