public import Lessons
import Networks
public import Plotting
import Tracing

/// A network as units and connections, drawn from its real numbers: a weight's line is as thick as the
/// weight is large, blue where it is positive and orange where it is negative; inside each unit stands
/// its activation for one row of the data.
public struct NetworkDiagramFigure: Figure {
  /// The word in lesson files.
  public static let kind = "network-diagram"
  /// The line of the guide.
  public static let summary =
    "units and connections: weights as width and color, activations for one input inside the units"
  /// A section that shows it off.
  public static let example = """
    kind: network-diagram
    scenario: hidden-layer
    row: 2
    """
  /// The options.
  public static let fields = [
    ScenarioChoice.field("scenario"), EpochChoice.field("epoch", isList: false),
    Field(
      "row", .integer(min: 1), summary: "the row of the data whose activations are shown",
      defaultText: "the last row"),
    Field(
      "weights", .boolean, summary: "whether numbers stand on the connections",
      defaultText: "true where there are 24 connections or fewer"),
  ]

  private let scenario: LocatedText
  private let epoch: EpochChoice
  private let row: Int?
  private let showsWeights: Bool?

  /// Decodes the options.
  public init(from reader: inout SectionReader) throws(LessonError) {
    scenario = try ScenarioChoice.decode(&reader)
    epoch = try EpochChoice.one("epoch", in: &reader)
    row = try reader.optionalInteger("row")
    showsWeights = reader.has("weights") ? try reader.boolean("weights") : nil
  }

  /// The scenario at the epoch.
  public var requests: [ScenarioRequest] {
    [ScenarioRequest(name: scenario, schedule: epoch.schedule)]
  }

  /// Draws the diagram.
  public func plot(of traces: Traces, in context: FigureContext) throws(FigureError) -> Plot {
    let trace = try traces.trace(of: scenario)
    let step = try epoch.steps(of: trace)[0]
    let row = self.row ?? trace.dataset.rowCount
    guard row <= trace.dataset.rowCount else {
      throw FigureError(
        "scenario '\(scenario.text)' has \(trace.dataset.rowCount) rows, not \(row)",
        at: scenario.location)
    }
    let (theme, words) = (context.theme, context.words)
    let inputs = trace.dataset.inputs.row(row - 1)
    let diagram = NetworkDiagram(
      network: step.network, pass: step.network.forward(Matrix([inputs])),
      inputNames: trace.dataset.inputNames, context: context, showsWeights: showsWeights)
    let reach = diagram.largestWeight
    return Plot(
      theme: theme,
      keys: [
        .ramp(theme.signed, domain: -reach...reach, words(.weightKey)),
        .note(words(.shownFor, inputs.map(Shown.exact).joined(separator: ", "))),
      ],
      note: trace.smallPrint(words) + " · " + words(.epoch, String(step.epoch)) + " · "
        + words(.parameters, NumberText.count(step.network.parameterCount)),
      panels: [diagram.panel], shape: .height(diagram.height))
  }
}

/// The places and looks of a network's units and connections.
private struct NetworkDiagram {
  let network: Network
  let pass: ForwardPass
  let inputNames: [String]
  let context: FigureContext
  let showsWeights: Bool

  /// Layers with more units are drawn with a gap in the middle.
  private static let mostUnits = 9
  /// In taller layers there is no room beside the units for their names and biases.
  private static let crowd = 5

  init(
    network: Network, pass: ForwardPass, inputNames: [String], context: FigureContext,
    showsWeights: Bool?
  ) {
    self.network = network
    self.pass = pass
    self.inputNames = inputNames
    self.context = context
    let count = network.layers.reduce(0) { $0 + $1.weights.values.count }
    self.showsWeights = showsWeights ?? (count <= 24)
  }

  private var theme: Theme { context.theme }
  private var sizes: [Int] { [network.inputCount] + network.layers.map(\.fanOut) }
  private var radius: Double { theme.label.size * (tallest > Self.crowd ? 1.45 : 2) }
  private var tallest: Int { sizes.map { min($0, Self.mostUnits) }.max() ?? 1 }

  /// Points from the top to the bottom of the diagram.
  var height: Double {
    max(2.4, Double(tallest)) * radius * (tallest > Self.crowd ? 3.1 : 3.9) + radius * 2
  }

  var largestWeight: Double {
    let reach = network.layers.flatMap(\.weights.values).filter(\.isFinite)
      .reduce(0) { max($0, $1.magnitude) }
    return reach > 0 ? (reach * 10).rounded(.up) / 10 : 1
  }

  var panel: Panel {
    let middle = Double(tallest - 1) / 2
    return Panel(
      x: .hidden(-0.42...Double(sizes.count) - 0.58),
      y: .hidden(-middle - 0.55...middle + Self.headroom(tallest)),
      marks: [.links(links), .units(units), .labels(layerNames + omissions)])
  }

  /// The units of a layer that are drawn: all, or the first and the last few.
  private func visible(_ layer: Int) -> [Int] {
    let count = sizes[layer]
    guard count > Self.mostUnits else { return Array(0..<count) }
    let half = Self.mostUnits / 2
    return Array(0..<half) + Array((count - half)..<count)
  }

  /// The place of a unit; with a gap in the middle where units are left out.
  private func place(_ layer: Int, _ slot: Int) -> Point {
    let shown = visible(layer).count
    let isCut = sizes[layer] > Self.mostUnits
    let rows = isCut ? shown + 1 : shown
    let line = isCut && slot >= shown / 2 ? slot + 1 : slot
    return Point(Double(layer), Double(rows - 1) / 2 - Double(line))
  }

  private var links: [Link] {
    network.layers.indices.flatMap { index -> [Link] in
      let layer = network.layers[index]
      return visible(index + 1).enumerated().flatMap { slot, unit in
        visible(index).enumerated().map { fromSlot, from in
          link(
            layer.weights[unit, from], from: place(index, fromSlot), to: place(index + 1, slot),
            staggered: fromSlot)
        }
      }
    }
  }

  private func link(_ weight: Double, from start: Point, to end: Point, staggered: Int) -> Link {
    let share = weight.isFinite ? min(weight.magnitude / largestWeight, 1) : 0
    return Link(
      from: start, to: end, width: theme.hairline + share * theme.boldLine * 2.6,
      color: theme.signed(0.5 + (weight < 0 ? -1 : 1) * (0.14 + 0.36 * share)),
      label: showsWeights ? Shown.weight(weight) : "",
      labelPlace: tallest > 2 ? [0.22, 0.4][staggered % 2] : 0.3,
      labelColor: weight < 0 ? theme.negative : theme.positive)
  }

  private var units: [NetworkUnit] {
    sizes.indices.flatMap { layer -> [NetworkUnit] in
      let isCrowded = visible(layer).count > Self.crowd
      return visible(layer).enumerated().map { slot, unit in
        let value = pass.activations[layer][0, unit]
        let fill =
          value.isFinite ? theme.field(0.5 + 0.5 * value / reach(of: layer)) : theme.panel
        return NetworkUnit(
          at: place(layer, slot), radius: radius, fill: fill, outline: theme.ink,
          value: layer == sizes.count - 1
            ? NumberText.fixed(value, places: 3) : Shown.weight(value), ink: theme.ink(on: fill),
          name: isCrowded ? "" : name(layer, unit),
          footnote: layer == 0 || isCrowded
            ? "" : "b = " + Shown.weight(network.layers[layer - 1].biases[unit]))
      }
    }
  }

  /// What full color stands for in a layer: 1, or the largest activation where that is larger.
  private func reach(of layer: Int) -> Double {
    pass.activations[layer].values.filter(\.isFinite).reduce(1) { max($0, $1.magnitude) }
  }

  private func name(_ layer: Int, _ unit: Int) -> String {
    if layer == 0 { return inputNames[unit] }
    if layer == sizes.count - 1 {
      return network.outputCount == 1 ? "ŷ" : "ŷ" + NumberText.subscript(unit + 1)
    }
    let name = "h" + NumberText.subscript(unit + 1)
    return sizes.count > 3 ? name + "⁽" + NumberText.superscript(layer) + "⁾" : name
  }

  /// What each column is, above it: the kind of layer and below it the activation.
  private var layerNames: [TextLabel] {
    let words = context.words
    let top = Double(tallest - 1) / 2 + Self.headroom(tallest)
    let width = theme.page.width * 0.9 / Double(sizes.count)
    return sizes.indices.flatMap { layer -> [TextLabel] in
      let isEnd = layer == 0 || layer == sizes.count - 1
      let kind = words(layer == 0 ? .inputLayer : (isEnd ? .outputLayer : .hiddenLayer))
      let fits = context.measurer.width(kind, theme.label) < width
      let lines = [
        fits || isEnd ? kind : words(.layer, String(layer)),
        layer == 0 ? "" : network.layers[layer - 1].activation.name,
      ]
      return lines.enumerated().map { index, text in
        TextLabel(
          text, at: Point(Double(layer), top),
          offset: Size(0, theme.label.size * (0.4 + 1.3 * Double(index))), vertical: .top,
          style: fits ? theme.label : theme.tick, color: theme.quietInk)
      }
    }
  }

  /// Room above the units for the layers' names, in units' distances.
  private static func headroom(_ tallest: Int) -> Double { tallest > crowd ? 1.5 : 1.05 }

  private var omissions: [TextLabel] {
    sizes.indices.filter { sizes[$0] > Self.mostUnits }.map { layer in
      TextLabel(
        "⋮ " + context.words(.omitted, String(sizes[layer] - visible(layer).count)),
        at: Point(Double(layer), 0), style: theme.tick, color: theme.quietInk, hasPlate: true)
    }
  }
}
