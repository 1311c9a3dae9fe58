public import Lessons
import Networks
public import Plotting
import Tracing

/// Input space beside hidden space: the same points and the same mesh of inputs in both.
///
/// In the space of the last hidden layer the boundary is straight, since only one linear unit comes
/// after it; its pull-back into the input space is the curve drawn there. With `layers` the mesh is
/// followed layer by layer. Of layers wider than two, two units are drawn.
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
      "layers", .list(of: .integer(min: 1)),
      summary: "the hidden layers to show, counted from 1", defaultText: "the last"),
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
    [ScenarioRequest(name: scenario, schedule: epochs.schedule)]
  }

  /// Draws a row of spaces for each epoch.
  public func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try traces.trace(of: scenario)
    try trace.requireTwoInputs(for: Self.kind, at: scenario.location)
    try trace.requireHiddenLayer(for: Self.kind, at: scenario.location)
    let hiddenCount = trace.last.network.layers.count - 1
    let chosen = layers.isEmpty ? [hiddenCount] : layers
    for layer in chosen { try check(layer, in: trace) }
    let steps = try epochs.steps(of: trace)
    let data = DataDots(dataset: trace.dataset, theme: context.theme)
    var panels: [Panel] = []
    for step in steps {
      let folding = Folding(
        step: step, trace: trace, context: context, window: window.resolved(data.window),
        units: units.map { $0 - 1 })
      panels.append(folding.inputPanel)
      panels += chosen.map { folding.panel(afterLayer: $0) }
      if steps.count > 1 {
        panels[panels.count - 1 - chosen.count].title +=
          " · " + context.words(.epoch, String(step.epoch))
      }
    }
    var keys = data.keys(context.words)
    if trace.last.network.outputCount == 1 {
      let levels = trace.dataset.encoding.levels
      keys.append(
        .ramp(context.theme.field, domain: levels.low...levels.high, context.words(.output)))
    }
    return Plot(
      theme: context.theme, keys: keys,
      note: trace.smallPrint(context.words)
        + (steps.count == 1 ? " · " + context.words(.epoch, String(steps[0].epoch)) : "") + "\n"
        + context.words(.noteMesh), panels: panels,
      columns: grid.columns ?? (steps.count > 1 || chosen.count < 3 ? chosen.count + 1 : nil),
      shape: .aspect(1), minimumPanelWidth: 105)
  }

  private func check(_ layer: Int, in trace: Trace) throws(FigureError) {
    let network = trace.last.network
    guard layer <= network.layers.count - 1 else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(network.layers.count - 1) hidden layers, not \(layer)",
        at: scenario.location)
    }
    let width = network.layers[layer - 1].fanOut
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

/// One network's way of folding the plane.
private struct Folding {
  let step: TraceStep
  let trace: Trace
  let context: FigureContext
  let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let units: [Int]

  private static let lineCount = 15
  private static let pointsPerLine = 61

  private var theme: Theme { context.theme }
  private var network: Network { step.network }
  private var data: DataDots { DataDots(dataset: trace.dataset, theme: theme) }

  var inputPanel: Panel {
    let field = PlaneField(
      OutputField(
        of: network, encoding: trace.dataset.encoding, x: window.x, y: window.y), theme: theme)
    return Panel(
      title: context.words(.inputSpace), subtitle: trace.score(of: step, context.words),
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: [field.marks[0]] + meshMarks { $0 } + field.boundary
        + [.dots(data.dots()), data.names(within: window)])
  }

  func panel(afterLayer layer: Int) -> Panel {
    let isLast = layer == network.layers.count - 1
    let activation = network.layers[layer - 1].activation
    let lines = meshLines.map { activations(of: $0, afterLayer: layer) }
    let rows = (0..<trace.dataset.rowCount).map {
      Point(trace.dataset.inputs[$0, 0], trace.dataset.inputs[$0, 1])
    }
    let places = activations(of: rows, afterLayer: layer)
    let frame = hiddenWindow(lines + [places], activation)
    var marks: [Mark] = []
    var boundary: [Mark] = []
    let showsOutput = isLast && network.layers[layer - 1].fanOut == 2
    if showsOutput {
      // What comes after the layer is a network of its own, over the plane of the two activations.
      let rest = Network(layers: [network.layers[layer]])
      let field = PlaneField(
        OutputField(
          of: rest, encoding: trace.dataset.encoding, x: frame.x, y: frame.y), theme: theme)
      marks.append(field.marks[0])
      boundary = field.boundary
    }
    marks += lines.enumerated().map { meshMark($0.element, index: $0.offset) }
    marks += boundary
    marks += [.dots(data.dots(at: places)), data.names(at: places, within: frame)]
    return Panel(
      title: isLast && network.layers.count == 2
        ? context.words(.hiddenSpace) : context.words(.layerSpace, String(layer)),
      subtitle: "\(activation.name), \(units.map { unitName($0, layer) }.joined(separator: " × "))",
      x: Axis(unitName(units[0], layer), domain: frame.x),
      y: Axis(unitName(units[1], layer), domain: frame.y), marks: marks)
  }

  private func unitName(_ unit: Int, _ layer: Int) -> String {
    let name = "h" + NumberText.subscript(unit + 1)
    return network.layers.count > 2 ? name + "⁽" + NumberText.superscript(layer) + "⁾" : name
  }

  /// The activations' range where it is finite, else what the mesh spans, with some room.
  private func hiddenWindow(_ lines: [[Point]], _ activation: Activation)
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)
  {
    let range = activation.range
    if range.lowerBound.isFinite, range.upperBound.isFinite {
      let room = (range.upperBound - range.lowerBound) * 0.1
      let wide = range.lowerBound - room...range.upperBound + room
      return (wide, wide)
    }
    let extent = Extent(of: lines.flatMap { $0 })
    func widened(_ range: ClosedRange<Double>?) -> ClosedRange<Double> {
      guard let range else { return -1...1 }
      let room = max((range.upperBound - range.lowerBound) * 0.08, 1e-6)
      return range.lowerBound - room...range.upperBound + room
    }
    // Both axes as long, so that what a linear layer does to angles is seen as it is.
    let (x, y) = (widened(extent.x), widened(extent.y))
    let half = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound) / 2
    func around(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      let middle = (range.lowerBound + range.upperBound) / 2
      return middle - half...middle + half
    }
    return (around(x), around(y))
  }

  private func activations(of points: [Point], afterLayer layer: Int) -> [Point] {
    let inputs = Matrix(points.map { [$0.x, $0.y] })
    let values = network.forward(inputs).activations[layer]
    return points.indices.map { Point(values[$0, units[0]], values[$0, units[1]]) }
  }

  /// Lines of constant x₁, then lines of constant x₂, each as points in input space.
  private var meshLines: [[Point]] {
    let xs = Grid.axis(window.x, count: Self.lineCount)
    let ys = Grid.axis(window.y, count: Self.lineCount)
    let fineX = Grid.axis(window.x, count: Self.pointsPerLine)
    let fineY = Grid.axis(window.y, count: Self.pointsPerLine)
    return xs.map { x in fineY.map { Point(x, $0) } } + ys.map { y in fineX.map { Point($0, y) } }
  }

  private func meshMarks(_ moved: ([Point]) -> [Point]) -> [Mark] {
    meshLines.enumerated().map { meshMark(moved($0.element), index: $0.offset) }
  }

  /// Lines of constant x₁ and of constant x₂ differ in shade, so that folds can be followed.
  private func meshMark(_ points: [Point], index: Int) -> Mark {
    let isUpright = index < Self.lineCount
    return .line(
      points, color: theme.ink.opacity(isUpright ? 0.5 : 0.28), width: theme.hairline,
      countsForScales: false)
  }
}
