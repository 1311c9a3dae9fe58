import Languages
import Drawings
import Networks
import Plotting

/// One unit for one row: what it is given, what it makes of it, and how that is drawn.
struct UnitParts {
  let layer: Layer
  let inputs: [Double]
  let inputNames: [String]
  let weights: [Double]
  let bias: Double
  /// The weighted sum z.
  let sum: Double
  /// The activation of z.
  let value: Double
  let valueName: String
  let context: FigureContext

  init(
    network: Network, inputs: Matrix, names: UnitNames, layer: Int, unit: Int,
    context: FigureContext
  ) {
    let pass = network.forward(inputs)
    self.layer = network.layers[layer - 1]
    self.inputs = pass.activations[layer - 1].row(0)
    inputNames = (0..<self.inputs.count).map { names.activation(layer - 1, $0) }
    weights = self.layer.weights.row(unit)
    bias = self.layer.biases[unit]
    sum = pass.preActivations[layer - 1][0, unit]
    value = pass.activations[layer][0, unit]
    valueName = names.activation(layer, unit)
    self.context = context
  }

  private var theme: Theme { context.theme }
  private var words: Words { context.words }
  private var products: [Double] { zip(weights, inputs).map { $0 * $1 } }
  private var radius: Double { theme.label.size * 1.9 }
  /// Points from one row to the next, with room for a name between them.
  private var distance: Double { radius * 3.4 }
  private var rowCount: Int { inputs.count + 1 }

  /// What full color stands for among weights, products and the sum.
  var reach: Double {
    let all = weights + products + [bias, sum]
    let largest = all.filter(\.isFinite).reduce(0) { max($0, $1.magnitude) }
    return largest > 0 ? (largest * 10).rounded(.up) / 10 : 1
  }

  /// The height of the panels in points.
  var height: Double { max(Double(rowCount), 3) * distance + theme.label.size * 2.5 }

  /// Inputs, products with the bias, the sum and the activation, from left to right.
  var circuit: Panel {
    let top = Double(rowCount - 1) / 2
    return Panel(
      footnotes: arithmetic, x: .hidden(-0.35...3.4),
      y: .hidden(-top - 0.6...top + 0.6 + theme.label.size * 2.2 / distance),
      marks: [.links(links), .units(units), .labels(headings(above: top))])
  }

  /// The height of row `index`, from the top; the last is the bias.
  private func y(_ index: Int) -> Double { Double(rowCount - 1) / 2 - Double(index) }

  private var links: [Link] {
    let middle = Point(2, 0)
    let weighted = weights.indices.map { index in
      link(
        weights[index], from: Point(0, y(index)), to: Point(1, y(index)),
        label: Shown.weight(weights[index]))
    }
    let summed = (products + [bias]).indices.map { index in
      Link(from: Point(1, y(index)), to: middle, width: theme.line, color: theme.frame)
    }
    let last = Link(
      from: middle, to: Point(3, 0), width: theme.line, color: theme.frame,
      label: layer.activation.name, labelColor: theme.ink)
    return weighted + summed + [last]
  }

  private func link(_ weight: Double, from start: Point, to end: Point, label: String) -> Link {
    let share = weight.isFinite ? min(weight.magnitude / reach, 1) : 0
    return Link(
      from: start, to: end, width: theme.hairline + share * theme.boldLine * 2.6,
      color: theme.signed(0.5 + (weight < 0 ? -1 : 1) * (0.14 + 0.36 * share)), label: label,
      labelColor: weight < 0 ? theme.negative : theme.positive)
  }

  private var units: [NetworkUnit] {
    let range = layer.activation.range
    let top = range.upperBound.isFinite ? range.upperBound : max(1, value.magnitude)
    let given = inputs.reduce(1) { max($0, $1.magnitude) }
    var units = inputs.indices.map { index in
      unit(inputs[index], of: given, at: Point(0, y(index)), inputNames[index])
    }
    units += products.indices.map { index in
      unit(products[index], of: reach, at: Point(1, y(index)), "")
    }
    units.append(unit(bias, of: reach, at: Point(1, y(products.count)), "b"))
    units.append(unit(sum, of: reach, at: Point(2, 0), "z"))
    units.append(unit(value, of: top, at: Point(3, 0), valueName))
    return units
  }

  private func unit(_ value: Double, of reach: Double, at place: Point, _ name: String)
    -> NetworkUnit
  {
    let fill = value.isFinite ? theme.field(0.5 + 0.5 * value / reach) : theme.panel
    return NetworkUnit(
      at: place, radius: radius, fill: fill, outline: theme.ink, value: Shown.weight(value),
      ink: theme.ink(on: fill), name: name)
  }

  private func headings(above top: Double) -> [TextLabel] {
    let names = [
      words(.unitInputs), words(.unitProducts), words(.unitSum), words(.activationKey),
    ]
    return names.enumerated().map { index, name in
      TextLabel(
        name, at: Point(Double(index), top), offset: Size(0, -radius - theme.label.size * 2.1),
        vertical: .bottom, style: theme.tick, color: theme.quietInk)
    }
  }

  /// The sum and the activation with their numbers.
  private var arithmetic: [String] {
    func number(_ value: Double) -> String {
      value < 0 ? "(\(Shown.weight(value)))" : Shown.weight(value)
    }
    let terms = zip(weights, inputs).map { number($0) + "\u{A0}·\u{A0}" + number($1) }
    let z = (terms + [number(bias)]).joined(separator: " + ")
    let width = theme.page.width * 0.55
    return context.measurer.lines(
      of: "z = \(z) = \(Shown.weight(sum))", theme.small, width: width)
      + ["\(valueName) = \(layer.activation.name)(\(Shown.weight(sum))) = \(Shown.weight(value))"]
  }

  /// The activation's curve with this row's place on it.
  var curve: Panel {
    let reach = max(4, (sum.magnitude * 1.3).rounded(.up))
    let places = Grid.axis(-reach...reach, count: 201)
    let points = zip(places, layer.activation.values(at: places)).map { Point($0, $1) }
    let here = Point(sum, value)
    let low = min(points.map(\.y).filter(\.isFinite).min() ?? 0, 0)
    return Panel(
      title: "\(valueName) = \(layer.activation.name)(z)",
      x: Axis("z", domain: -reach...reach), y: Axis(valueName, hasGrid: true),
      marks: [
        .line(points, color: theme.forward, width: theme.boldLine),
        .line(
          [Point(sum, low), here, Point(-reach, value)], color: theme.accent, width: theme.line,
          dash: [3, 2.5]),
        .dots([Dot(here, color: theme.accent, scale: 1.2)]),
      ])
  }
}
