import Languages
public import Lessons
public import Plotting
import Tracing

/// How large numbers are in each layer on a logarithmic axis: deviations against depth with theory
/// dashed, or the size of updates beside the weights; or the same layer by layer over the training.
///
/// Across layers, each scenario is a line and each quantity a panel. Over epochs, each layer is a
/// line, dark for the first and bright for the last, and each scenario and quantity a panel.
public struct DepthCurveFigure: Figure {
  /// The word in lesson files.
  public static let kind = "depth-curve"
  /// The line of the guide.
  public static let summary =
    "deviations of activations or gradients, or update ratios, against depth or over the training"
  /// A section that shows it off.
  public static let example = """
    kind: depth-curve
    scenario: hidden-layer
    quantities: [activations, gradients]
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), ScenarioChoice.listField("scenarios"),
    Field(
      "quantities", .list(of: .choice(DepthQuantity.names)),
      summary: "what to draw, a panel for each; gradients are those by pre-activations",
      defaultText: "[activations]"),
    Field(
      "across", .choice(["layers", "epochs"]), summary: "what runs across", defaultText: "layers"),
    MeasuredLayers.epochField, LayerInputs.field, PanelGrid.field,
  ]

  private let scenarios: [LocatedText]
  private let quantities: [DepthQuantity]
  private let isOverTraining: Bool
  private let epoch: EpochChoice?
  private let inputs: LayerInputs
  private let grid: PanelGrid

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenarios = try ScenarioChoice.decodeOneOrMore(&reader)
    let chosen = try reader.choices("quantities", of: "quantity", from: DepthQuantity.all) {
      $0.name
    }
    quantities = chosen.isEmpty ? [.of(.activations)] : chosen
    isOverTraining =
      try reader.choice(
        "across", of: "axis", from: ["layers", "epochs"], naming: { $0 }, default: "layers")
      == "epochs"
    epoch = reader.has("epoch") ? try EpochChoice.one("epoch", in: &reader) : nil
    inputs = try LayerInputs.decode(&reader)
    grid = try PanelGrid(in: &reader)
    if isOverTraining, inputs == .gaussian {
      throw reader.error(
        "over the training the inputs are those of the scenario", at: "inputs",
        help: "leave 'inputs' out, or write 'across: layers'")
    }
  }

  /// The scenarios at the epoch, or at moments along the training.
  public var requests: [ScenarioRequest] {
    let needsUpdates = quantities.contains { $0.isUpdateRatio }
    var schedule = isOverTraining ? TraceSchedule.logarithmic(40) : epoch?.schedule ?? .ends
    if needsUpdates { schedule = schedule.union(UpdatePairs.schedule(isOverTraining)) }
    return scenarios.map { ScenarioRequest(name: $0, schedule: schedule) }
  }

  /// Over the training, a curve is all that was before.
  public var needsPath: Bool { isOverTraining }

  /// Networks, which have layers.
  public func check(_ starts: Outcomes) throws(FigureError) {
    for name in scenarios {
      try starts.value(of: name, as: Trace.self).requireNetwork(for: Self.kind, at: name.location)
    }
  }

  /// Draws the curves.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let readings = try MeasuredLayers.readings(
      of: scenarios, epoch: isOverTraining ? .last : epoch, inputs: inputs, for: Self.kind,
      outcomes, context.words)
    let panels =
      isOverTraining
      ? quantities.flatMap { quantity in
        readings.map { LayerTimes(quantity, $0, context).panel(isNamed: readings.count > 1) }
      }
      : quantities.map {
        DepthPanel($0, readings, context).panel(
          isFirst: $0 == quantities.first, isLast: $0 == quantities.last)
      }
    var prints = SmallPrint()
    for reading in readings {
      prints.add(
        lines: isOverTraining
          ? [reading.trace.facts] : [reading.facts, reading.trace.facts(at: reading.step)],
        of: reading.title)
    }
    let zeros = isOverTraining ? [] : DepthPanel.notes(quantities, readings, context.words)
    let notes = zeros + prints.shared(context.words)
    return Plot(
      theme: context.theme, keys: keys(readings, context), note: notes.joined(separator: "\n"),
      panels: panels, columns: grid.columns,
      shape: shape(panels.count, context.theme), sharesX: isOverTraining && countsAlike,
      sharesY: isOverTraining && comparesSizes, minimumPanelWidth: isOverTraining ? 150 : 125)
  }

  /// A slide has a height to fill.
  private func shape(_ panelCount: Int, _ theme: Theme) -> Plot.PanelShape {
    theme.keepsProportion && !isOverTraining ? .fill : .aspect(panelCount > 1 ? 1.1 : 0.55)
  }

  /// Whether all panels run over epochs, or all over updates.
  private var countsAlike: Bool { Set(quantities.map { $0.isUpdateRatio }).count == 1 }

  /// Whether the panels show one thing, or gradients only, whose sizes are to be compared.
  private var comparesSizes: Bool {
    quantities.count == 1 || quantities.allSatisfy { $0.layers?.isGradient ?? false }
  }

  private func keys(_ readings: [MeasuredLayers], _ context: FigureContext) -> [Key] {
    let (theme, words) = (context.theme, context.words)
    let healthy: [Key] =
      quantities.contains { $0.isUpdateRatio } ? [.swatch(theme.shade, words(.healthyRatio))] : []
    if isOverTraining {
      let count = Double(readings.map(\.layerCount).max() ?? 1)
      let layers = Key.ramp(LayerTimes.ramp(theme), domain: 1...count, words(.layerAxis))
      return (count > 1 ? [layers] : []) + healthy
    }
    let hasTheory =
      quantities.contains { $0.hasTheory } && readings.contains { $0.hasTheory }
    guard hasTheory else { return healthy }
    return healthy + [
      .line(theme.ink, width: theme.line, dash: [], words(.measured)),
      .line(theme.ink, width: theme.hairline * 1.6, dash: DepthPanel.dash, words(.meanField)),
    ]
  }
}

/// What a curve of depth shows: the deviation of a quantity, or the size of updates.
struct DepthQuantity: Sendable, Equatable {
  /// The word in lesson files.
  let name: String
  /// The quantity; nil for the size of updates.
  let layers: LayerQuantity?

  static func of(_ quantity: LayerQuantity) -> DepthQuantity {
    DepthQuantity(name: quantity.rawValue, layers: quantity)
  }

  static let all =
    LayerQuantity.allCases.map(of) + [DepthQuantity(name: "update-ratio", layers: nil)]
  static let names = all.map(\.name)

  var isUpdateRatio: Bool { layers == nil }
  var hasTheory: Bool { layers?.theoryExists ?? false }

  /// What it is called.
  func name(_ words: Words) -> String { words(layers?.word ?? .updateRatio) }
}
