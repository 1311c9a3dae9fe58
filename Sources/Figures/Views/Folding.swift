import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// One network's way of folding the plane.
struct Folding {
  let step: TraceStep
  let trace: Trace
  let context: FigureContext
  /// The part of the plane of the inputs to show; nil where the inputs are no plane.
  let window: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
  let units: [Int]

  private static let lineCount = 15
  private static let pointsPerLine = 61

  private var theme: Theme { context.theme }
  private var network: Network { step.network }
  private var data: DataDots { DataDots(dataset: trace.dataset, theme: theme) }

  var inputPanel: Panel {
    let window = window ?? data.window
    let field = PlaneField(
      OutputField(
        of: network, on: trace.dataset, encoding: trace.dataset.encoding, x: window.x,
        y: window.y), theme: theme)
    return Panel(
      title: context.words(.inputSpace), subtitle: trace.score(of: step, context.words),
      x: data.axis(0, window.x), y: data.axis(1, window.y),
      marks: [field.marks[0]] + meshMarks { $0 } + field.boundary
        + [.dots(data.dots()), data.names(within: window)])
  }

  func panel(afterLayer layer: Int) -> Panel {
    let isLast = layer == network.layers.count - 1
    let activation = layer == 0 ? nil : network.layers[layer - 1].activation
    let lines = meshLines.map {
      activations(of: Matrix($0.map { [$0.x, $0.y] }), afterLayer: layer)
    }
    let places = activations(of: trace.dataset.rawInputs, afterLayer: layer)
    let frame = hiddenWindow(lines + [places], activation)
    var marks: [Mark] = []
    var boundary: [Mark] = []
    let showsOutput = isLast && network.layers[layer].fanIn == 2
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
    let wrong = trace.dataset.rowsAnsweredWrongly(by: network)
    marks += [
      .dots(data.dots(at: places, onTop: wrong)), data.names(at: places, within: frame),
    ]
    return Panel(
      title: title(of: layer), subtitle: subtitle(of: layer),
      x: Axis(unitName(units[0], layer), domain: frame.x),
      y: Axis(unitName(units[1], layer), domain: frame.y), marks: marks)
  }

  private func title(of layer: Int) -> String {
    if layer == 0 { return context.words(.featureSpace) }
    return network.layers.count == 2
      ? context.words(.hiddenSpace) : context.words(.layerSpace, String(layer))
  }

  private func subtitle(of layer: Int) -> String {
    let names = "(" + units.map { unitName($0, layer) }.joined(separator: ", ") + ")"
    return layer == 0 ? names : network.layers[layer - 1].activation.name + ", " + names
  }

  private func unitName(_ unit: Int, _ layer: Int) -> String {
    if layer == 0 { return trace.dataset.inputNames[unit] }
    let name = "h" + NumberText.subscript(unit + 1)
    return network.layers.count > 2 ? name + "⁽" + NumberText.superscript(layer) + "⁾" : name
  }

  /// The activations' range where it is finite, else what the mesh spans, with some room.
  private func hiddenWindow(_ lines: [[Point]], _ activation: Activation?)
    -> (x: ClosedRange<Double>, y: ClosedRange<Double>)
  {
    if let range = activation?.range, range.lowerBound.isFinite, range.upperBound.isFinite {
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

  /// Where points of the raw inputs, `[points × raw inputs]`, come to lie after a layer.
  private func activations(of points: Matrix, afterLayer layer: Int) -> [Point] {
    let inputs = trace.dataset.modelInputs(fromRaw: points)
    let values = network.forward(inputs).activations[layer]
    return (0..<points.rows).map { Point(values[$0, units[0]], values[$0, units[1]]) }
  }

  /// Lines of constant x₁, then lines of constant x₂, each as points in input space; none where that
  /// is no plane.
  private var meshLines: [[Point]] {
    guard let window else { return [] }
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
