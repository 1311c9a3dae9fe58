import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The places and looks of a network's units and connections.
struct NetworkDiagram {
  let network: Network
  let pass: ForwardPass
  let inputNames: [String]
  /// What the outputs stand for, if each is a class.
  let classNames: [String]
  let context: FigureContext
  let showsWeights: Bool
  /// Whether the kinds of parts are named below.
  let namesParts: Bool

  /// Layers with more units are drawn with a gap in the middle.
  private static let mostUnits = 9
  /// In taller layers there is no room beside the units for their names and biases.
  private static let crowd = 5

  init(
    network: Network, pass: ForwardPass, dataset: Dataset, context: FigureContext,
    showsWeights: Bool?, namesParts: Bool
  ) {
    self.network = network
    self.pass = pass
    inputNames = dataset.inputNames
    classNames = network.outputCount == dataset.classNames.count ? dataset.classNames : []
    self.context = context
    self.namesParts = namesParts
    let count = network.layers.reduce(0) { $0 + $1.weights.values.count }
    self.showsWeights = showsWeights ?? (count <= 24)
  }

  var theme: Theme { context.theme }
  var sizes: [Int] { [network.inputCount] + network.layers.map(\.fanOut) }
  var radius: Double { theme.label.size * (tallest > Self.crowd ? 1.45 : 2) }
  private var tallest: Int { sizes.map { min($0, Self.mostUnits) }.max() ?? 1 }

  /// What the ends of a ramp stand for in all frames.
  private enum SharedRamp { case weights }

  /// Points from the top to the bottom of the diagram, with the names of the parts below it.
  var height: Double { diagramHeight + partsHeight }

  private var diagramHeight: Double {
    // Where the page has a fixed height, room between units would make everything smaller.
    let spacing = tallest > Self.crowd ? 3.1 : (theme.keepsProportion ? 3.6 : 3.9)
    return max(2.4, Double(tallest)) * radius * spacing + radius * 2
  }

  var largestWeight: Double {
    let reach = network.layers.flatMap(\.weights.values).filter(\.isFinite)
      .reduce(0) { max($0, $1.magnitude) }
    let rounded = reach > 0 ? (reach * 10).rounded(.up) / 10 : 1
    return context.span(SharedRamp.weights, -rounded...rounded).upperBound
  }

  var panel: Panel {
    let middle = Double(tallest - 1) / 2
    let top = middle + Self.headroom(tallest)
    // The diagram keeps its scale, and the names get the room below.
    let span = (top + middle + 0.55) * height / diagramHeight
    return Panel(
      x: .hidden(-0.42...Double(sizes.count) - 0.58), y: .hidden(top - span...top),
      marks: [.links(links)] + partMarks + [.units(units), .labels(layerNames + omissions)])
  }

  /// The units of a layer that are drawn: all, or the first and the last few.
  func visible(_ layer: Int) -> [Int] {
    let count = sizes[layer]
    guard count > Self.mostUnits else { return Array(0..<count) }
    let half = Self.mostUnits / 2
    return Array(0..<half) + Array((count - half)..<count)
  }

  /// The place of a unit; with a gap in the middle where units are left out.
  func place(_ layer: Int, _ slot: Int) -> Point {
    let shown = visible(layer).count
    let isCut = sizes[layer] > Self.mostUnits
    let rows = isCut ? shown + 1 : shown
    let line = isCut && slot >= shown / 2 ? slot + 1 : slot
    return Point(Double(layer), (Double(rows - 1) / 2 - Double(line)) * step(rows))
  }

  /// The distance of units in a column: in a tall diagram, short columns need room for their names.
  private func step(_ rows: Int) -> Double {
    guard tallest > Self.crowd, rows <= Self.crowd, rows > 1 else { return 1 }
    return min(1.5, Double(tallest - 1) / Double(rows - 1))
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
      labelPlace: tallest > 2 ? [0.2, 0.43][staggered % 2] : 0.3,
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
      guard network.outputCount > 1 else { return "ŷ" }
      let name = "ŷ" + NumberText.subscript(unit + 1)
      return classNames.isEmpty ? name : name + " " + classNames[unit]
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
      let number = sizes.count > 3 && !isEnd ? " " + String(layer) : ""
      let kind = words(layer == 0 ? .inputLayer : (isEnd ? .outputLayer : .hiddenLayer)) + number
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
