import Languages
import Drawings
public import Lessons
import Networks
public import Plotting
import Tracing

/// What each hidden unit responds to: its activation over the plane of inputs, its formula, and the
/// weight with which it enters the output; last the output itself.
///
/// With `show: sum` the weighted
/// activations are added up one by one until they are the output's pre-activation.
public struct HiddenUnitsFigure: Figure {
  /// The word in lesson files.
  public static let kind = "hidden-units"
  /// The line of the guide.
  public static let summary =
    "the activation of every hidden unit over the plane, with its formula and its weight in the output"
  /// A section that shows it off.
  public static let example = """
    kind: hidden-units
    scenario: hidden-layer
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false),
    Field(
      "layer", .integer(min: 1), summary: "the hidden layer, counted from 1",
      defaultText: "the first"),
    Field(
      "show", .choice(["units", "sum"]),
      summary: "each unit by itself, or how the units of the last hidden layer add up",
      defaultText: "units"),
    Window.field("x"), Window.field("y"), PanelGrid.field,
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let layer: Int
  private let showsSum: Bool
  private let window: Window
  private let grid: PanelGrid
  private static let mostUnits = 16
  private static let mostTerms = 8

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice.one("epoch", in: &reader)
    layer = try reader.integer("layer", default: 1)
    showsSum =
      try reader.choice(
        "show", of: "part", from: ["units", "sum"], naming: { $0 }, default: "units") == "sum"
    if showsSum, reader.has("layer") {
      throw reader.error(
        "'layer' does not apply to 'show: sum', which adds up the last hidden layer", at: "layer")
    }
    window = try Window(in: &reader)
    grid = try PanelGrid(in: &reader)
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, epoch)]
  }

  /// A plane, and not too many units.
  public func check(_ starts: Outcomes) throws(FigureError) {
    let trace = try starts.value(of: scenario, as: Trace.self)
    try trace.requireTwoInputs(for: Self.kind, at: scenario.location)
    try trace.requireHiddenLayer(for: Self.kind, at: scenario.location)
    let layers = trace.last.network.layers
    if showsSum { return try check(output: layers[layers.count - 1]) }
    guard layer < layers.count else {
      throw FigureError(
        "scenario '\(scenario.text)' has no hidden layer \(layer)", at: scenario.location)
    }
    let units = layers[layer - 1].fanOut
    guard units <= Self.mostUnits else {
      throw FigureError(
        "layer \(layer) of scenario '\(scenario.text)' has \(units) units; "
          + "'\(Self.kind)' draws at most \(Self.mostUnits)", at: scenario.location)
    }
  }

  private func check(output: Layer) throws(FigureError) {
    guard output.fanOut == 1 else {
      throw FigureError(
        "'show: sum' adds up to one output; scenario '\(scenario.text)' has \(output.fanOut)",
        at: scenario.location)
    }
    guard output.fanIn <= Self.mostTerms else {
      throw FigureError(
        "the last hidden layer of scenario '\(scenario.text)' has \(output.fanIn) units; "
          + "'show: sum' adds up at most \(Self.mostTerms)", at: scenario.location)
    }
  }

  /// Draws a panel for each unit and one for the output.
  public func plot(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try outcomes.value(of: scenario, as: Trace.self)
    try check(outcomes)
    let step = try epoch.steps(of: trace)[0]
    if showsSum { return sum(trace, step, in: context) }
    let units = step.network.layers[layer - 1].fanOut
    let data = DataDots(dataset: trace.dataset, theme: context.theme)
    let view = UnitView(
      step: step, trace: trace, layer: layer, window: window.resolved(data.window),
      context: context)
    let words = context.words
    return Plot(
      theme: context.theme,
      keys: data.keys(words) + [
        .ramp(context.theme.field, domain: view.domain, words(.activationKey)),
        .ramp(context.theme.field, domain: view.outputDomain, words(.output)),
      ],
      note: (trace.facts + [.epoch(step.epoch)]).line(words) + "\n"
        + words(trace.dataset.encoding == .value ? .noteZeroLine : .noteUnitLines),
      panels: (0..<units).map(view.panel) + [view.outputPanel], columns: grid.columns,
      sharesX: true, sharesY: true, minimumPanelWidth: 125)
  }
}

extension HiddenUnitsFigure {
  /// The weighted activations and their sums.
  private func sum(_ trace: Trace, _ step: TraceStep, in context: FigureContext) -> Plot {
    let data = DataDots(dataset: trace.dataset, theme: context.theme)
    return TermSum(
      trace: trace, step: step, window: window.resolved(data.window), context: context
    ).plot(columns: grid.columns)
  }
}

/// The units of one layer of one network, over the plane.
private struct UnitView {
  let step: TraceStep
  let trace: Trace
  let layer: Int
  let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let context: FigureContext
  let pass: ForwardPass
  let xs: [Double]
  let ys: [Double]

  init(
    step: TraceStep, trace: Trace, layer: Int,
    window: (x: ClosedRange<Double>, y: ClosedRange<Double>), context: FigureContext
  ) {
    self.step = step
    self.trace = trace
    self.layer = layer
    self.window = window
    self.context = context
    let xs = Grid.axis(window.x, count: OutputField.resolution)
    let ys = Grid.axis(window.y, count: OutputField.resolution)
    pass = step.network.forward(
      trace.dataset.modelInputs(fromRaw: Matrix.mesh(xs: xs, ys: ys)))
    self.xs = xs
    self.ys = ys
  }

  private var theme: Theme { context.theme }
  private var data: DataDots { DataDots(dataset: trace.dataset, theme: theme) }
  private var shown: Layer { step.network.layers[layer - 1] }

  /// What the ends of a ramp stand for in all frames.
  private enum SharedRamp { case activation, output }

  /// What the ends of the ramp stand for: the activation's range, or the largest value met.
  var domain: ClosedRange<Double> {
    let range = shown.activation.range
    if range.lowerBound.isFinite, range.upperBound.isFinite { return range }
    let reach = pass.activations[layer].values.reduce(0) { max($0, $1.magnitude) }
    let rounded = reach > 0 ? (reach * 10).rounded(.up) / 10 : 1
    return context.span(SharedRamp.activation, -rounded...rounded)
  }

  /// What the ends of the ramp stand for in the picture of the output.
  var outputDomain: ClosedRange<Double> {
    context.span(
      SharedRamp.output, trace.dataset.encoding.outputDomain(of: grid(pass.outputs.column(0))))
  }

  func panel(_ unit: Int) -> Panel {
    let name = "h" + NumberText.subscript(unit + 1)
    let activation = grid(pass.activations[layer].column(unit))
    let preActivation = grid(pass.preActivations[layer - 1].column(unit))
    return Panel(
      title: "\(name) = \(shown.activation.name)(z)",
      footnotes: formula(unit) + outgoing(unit),
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: [
        .raster(activation, ramp: theme.field, domain: domain),
        .contours(preActivation, at: [0], color: theme.ink, width: theme.line, dash: [4, 2.5]),
        .dots(data.dots()),
      ], hasEqualUnits: Window.isSquareEnough(window.x, window.y))
  }

  var outputPanel: Panel {
    let field = PlaneField(
      OutputField(
        of: step.network, on: trace.dataset, encoding: trace.dataset.encoding, x: window.x,
        y: window.y), theme: theme)
    let network = step.network
    var lines: [String] = []
    if layer == network.layers.count - 1, network.outputCount == 1 {
      let output = network.layers[layer]
      let names = (1...output.fanIn).map { "h" + NumberText.subscript($0) }
      lines = wrapped(Shown.affine(output.weights.row(0), names, bias: output.biases[0]))
    }
    return Panel(
      title: context.words(.output), footnotes: lines,
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: field.marks + [.dots(data.dots())],
      hasEqualUnits: Window.isSquareEnough(window.x, window.y))
  }

  /// z written out; only the first layer's inputs are the axes of the picture.
  private func formula(_ unit: Int) -> [String] {
    let names =
      layer == 1
      ? trace.dataset.inputNames
      : (1...shown.fanIn).map {
        "h" + NumberText.subscript($0) + "⁽" + NumberText.superscript(layer - 1) + "⁾"
      }
    return wrapped(Shown.affine(shown.weights.row(unit), names, bias: shown.biases[unit]))
  }

  private func outgoing(_ unit: Int) -> [String] {
    let next = step.network.layers[layer]
    guard layer == step.network.layers.count - 1, next.fanOut == 1 else { return [] }
    return [context.words(.intoOutput, Shown.weight(next.weights[0, unit]))]
  }

  private func wrapped(_ affine: String) -> [String] {
    context.measurer.lines(
      of: "z = " + affine, theme.small, width: theme.small.size * 18)
  }

  private func grid(_ values: [Double]) -> Grid { Grid(xs: xs, ys: ys, values: values) }
}
