import Languages
public import Lessons
import Networks
public import Plotting
import Tracing
import Wording

/// Input space beside hidden space: the same points and the same mesh of inputs in both.
///
/// In the space of the last hidden layer the boundary is straight, since only one linear unit comes
/// after it; its pull-back into the input space is the curve drawn there. With `layers` the mesh is
/// followed layer by layer; layer 0 is the features, hand-made ones fold the plane too. Of layers wider
/// than two, two units are drawn. More than two raw inputs have no plane: their points stand in the
/// hidden spaces only.
public struct HiddenSpaceFigure: Figure {
  /// The word in lesson files.
  public static let kind = "hidden-space"
  /// The line of the guide.
  public static let summary =
    "input space beside hidden space: how a layer folds the plane until one line can separate it"
  /// A section that shows it off.
  public static let example = """
    kind: hidden-space
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epochs"),
    Field(
      "layers", .list(of: .integer(min: 0)),
      summary: "the hidden layers to show, counted from 1; 0 for the features",
      defaultText: "the last"),
    Field(
      "units", .list(of: .integer(min: 1)),
      summary: "the two units whose activations are the axes", defaultText: "[1, 2]"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let epochs: EpochChoice
  private let layers: [Int]
  private let units: [Int]
  private let window: Window
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epochs = try EpochChoice("epochs", in: &reader)
    layers = try reader.integers("layers", default: [])
    units = try reader.integers("units", default: [1, 2])
    guard units.count == 2, units[0] != units[1] else {
      throw reader.error(
        "'units' wants two different units", at: "units", help: "for example [1, 2]")
    }
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The scenario at the epochs.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epochs)]
  }

  /// The layers and units that the lesson names.
  public func check(_ starts: Outcomes) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    if trace.dataset.features == nil {
      try trace.requireHiddenLayer(for: Self.kind, at: scenario.location)
    }
    for layer in chosenLayers(of: trace) { try check(layer, in: trace) }
  }

  private func chosenLayers(of trace: Trace) -> [Int] {
    layers.isEmpty ? [trace.last.network.layers.count - 1] : layers
  }

  /// Draws a row of spaces for each epoch.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    try check(outcomes)
    let chosen = chosenLayers(of: trace)
    let steps = try epochs.steps(of: trace)
    let hasPlane = trace.dataset.rawInputNames.count == 2
    let panels = steps.flatMap {
      self.panels(of: $0, trace, chosen, steps.count > 1, context)
    }
    var keys = DataDots(dataset: trace.dataset, theme: context.theme).keys(context.words)
    if trace.last.network.outputCount == 1 {
      let levels = trace.dataset.encoding.levels
      keys.append(
        .ramp(context.theme.field, domain: levels.low...levels.high, context.words(.output)))
    }
    let group = chosen.count + (hasPlane ? 1 : 0)
    let isFixed = group > 1 && (steps.count > 1 || group < 4)
    return Plot(
      theme: context.theme, keys: keys,
      note: note(trace, steps, hasPlane: hasPlane, context.words), panels: panels,
      columns: grid.columns ?? (isFixed ? group : nil), shape: .aspect(1), minimumPanelWidth: 105)
  }

  private func note(
    _ trace: Trace, _ steps: [TraceStep], hasPlane: Bool, _ words: Words
  ) -> String {
    let epoch: [Fact] = steps.count == 1 ? [.epoch(steps[0].epoch)] : []
    // A number to be predicted is no decision.
    let mesh: FigureWord = trace.dataset.encoding == .value ? .notePlainMesh : .noteMesh
    return (trace.facts + epoch).line(words) + "\n" + words(hasPlane ? mesh : .noteHiddenPoints)
  }

  /// The spaces at one moment: the plane of the inputs where there is one, then the layers'.
  private func panels(
    of step: TraceStep, _ trace: Trace, _ chosen: [Int], _ namesEpoch: Bool,
    _ context: FigureContext
  ) -> [Panel] {
    let hasPlane = trace.dataset.rawInputNames.count == 2
    let data = DataDots(dataset: trace.dataset, theme: context.theme)
    let folding = Folding(
      step: step, trace: trace, context: context,
      window: hasPlane ? window.resolved(data.window) : nil, units: units.map { $0 - 1 })
    var panels = chosen.map { folding.panel(afterLayer: $0) }
    if hasPlane { panels.insert(folding.inputPanel, at: 0) }
    if namesEpoch {
      let epoch = context.words(.epoch, String(step.epoch))
      // A column of hidden spaces alone needs no other name.
      panels[0].title = panels.count == 1 ? epoch : panels[0].title + " · " + epoch
    }
    // Without the plane of the inputs, the score has no other place.
    if !hasPlane {
      let errors = trace.validationScore(at: step, context.words)
      panels[0].footnotes =
        errors.isEmpty ? [trace.score(of: step, context.words)] : errors.map(Shown.breakable)
    }
    return panels
  }

  private func check(_ layer: Int, in trace: Trace) throws(FigureError) {
    let network = trace.last.network
    guard layer <= network.layers.count - 1 else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(counted(network.layers.count - 1, "hidden layer")), not "
          + "\(layer)",
        at: scenario.location)
    }
    guard layer > 0 || trace.dataset.features != nil else {
      throw FigureError(
        "scenario '\(scenario.text)' has no features, which layer 0 stands for",
        at: scenario.location, help: "hidden layers are counted from 1")
    }
    let width = layer == 0 ? network.inputCount : network.layers[layer - 1].fanOut
    guard width > 1 else {
      throw FigureError(
        "layer \(layer) of scenario '\(scenario.text)' has 1 unit; two are needed",
        at: scenario.location)
    }
    if let unit = units.first(where: { $0 > width }) {
      throw FigureError(
        "layer \(layer) of scenario '\(scenario.text)' has \(width) units, not \(unit)",
        at: scenario.location)
    }
  }
}
