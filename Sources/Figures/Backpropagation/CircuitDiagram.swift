public import Drawings
public import Plotting

/// A circuit laid out on a page: where each wire and each gate goes, and what is written on them.
public struct CircuitDiagram: Sendable {
  /// Points across that the drawing needs.
  public let width: Double
  /// Points down that the drawing needs.
  public let height: Double

  let grid: CircuitGrid
  let context: FigureContext
  let number: ShownNumber
  let scale: Double
  /// Left edge and width of each column.
  let columns: [(left: Double, width: Double)]
  /// The height of the wire of each item.
  let places: [Double]

  private static let gap = 1.7

  /// Lays out a circuit.
  ///
  /// - Parameters:
  ///   - circuit: The gates.
  ///   - context: Theme and font metrics.
  ///   - decimals: The most decimals of each number, 0...6.
  ///   - scale: How large everything is, 1 for the theme's sizes.
  public init(_ circuit: Circuit, in context: FigureContext, decimals: Int = 3, scale: Double = 1) {
    let grid = CircuitGrid(circuit)
    self.grid = grid
    self.context = context
    self.scale = scale
    number = ShownNumber(decimals: decimals)
    let writer = CircuitWriter(
      grid: grid, number: ShownNumber(decimals: decimals), scale: scale)
    let writings = grid.runs.map { writer.writing($0) }
    let measure = CircuitMeasure(grid: grid, writings: writings, context: context, scale: scale)
    let heights = CircuitHeights(grid, rooms: measure.rooms)
    places = heights.places
    height = heights.height
    columns = measure.columns(
      places: places, gap: Self.gap * context.theme.label.size * scale)
    width = columns.last.map { $0.left + $0.width } ?? 0
  }

  /// The largest layout that stays within a size, growing from the theme's sizes up to `most` times.
  public static func fitting(
    _ circuit: Circuit, within size: Size, in context: FigureContext, decimals: Int = 3,
    most: Double
  ) -> CircuitDiagram {
    let natural = CircuitDiagram(circuit, in: context, decimals: decimals)
    let scale = min(most, size.width / natural.width, size.height / natural.height)
    guard scale > 1 else { return natural }
    return CircuitDiagram(circuit, in: context, decimals: decimals, scale: scale)
  }

  /// The wires' values and gradients in the order in which they become known.
  func steps(_ part: CircuitPart) -> [CircuitStep] {
    let forward = grid.forwardRuns
    return (part.showsValues ? forward.map { .value($0) } : [])
      + (part.showsGradients ? forward.reversed().map { .gradient($0) } : [])
  }

  /// The panel, with all values and gradients written.
  public var panel: Panel { panel(showing: .both, upTo: nil) }

  /// The panel with the first so many steps shown, the last of them marked; nil for all.
  func panel(showing part: CircuitPart, upTo step: Int?) -> Panel {
    let steps = self.steps(part)
    let count = step ?? .max
    let shown = Array(steps.prefix(count))
    let painter = CircuitPainter(
      diagram: self, shown: Set(shown), current: count > steps.count ? nil : shown.last, part: part)
    return Panel(
      x: .hidden(0...1), y: .hidden(0...1),
      marks: [
        .atNaturalSize(
          Size(width, height),
          [.wires(painter.wires), .forks(painter.forks), .gates(painter.gates)])
      ])
  }

  /// The place of an item's left end, right end or middle, at the height of its wire.
  func place(_ item: Int, _ share: Double = 0) -> Point {
    let column = columns[grid.items[item].column]
    return Point(column.left + column.width * share, -places[item])
  }
}

/// One number that becomes known.
enum CircuitStep: Hashable, Sendable {
  case value(Int)
  case gradient(Int)

  var run: Int {
    switch self {
    case .value(let run), .gradient(let run): run
    }
  }
}

/// What is written on each run of a circuit.
struct CircuitWriter {
  let grid: CircuitGrid
  let number: ShownNumber
  let scale: Double

  func writing(_ run: CircuitGrid.Run) -> WireWriting {
    let circuit = grid.circuit
    let source = circuit.gates[run.source]
    var writing = WireWriting()
    writing.scale = scale
    writing.value = number(source.value)
    let isFirst = source.inputs.isEmpty
    switch run.part {
    case .output:
      writing.endName = source.name
      if !source.isGiven { writing.gradient = number(source.gradient) }
    case .trunk:
      writing.name = isFirst ? source.name : ""
      guard !source.isGiven else { break }
      writing.gradient = number(source.gradient)
      writing.product = "= " + number.sum(circuit.uses(of: run.source).map(circuit.contribution))
    case .whole(let use), .branch(let use):
      if case .whole = run.part { writing.name = isFirst ? source.name : "" }
      guard !source.isGiven else { break }
      let user = circuit.gates[use.gate]
      let local = user.localDerivatives[use.input]
      writing.gradient = number(circuit.contribution(of: use))
      writing.product = "= " + number.product(user.gradient, local)
      writing.slope = number(local)
    }
    return writing
  }
}

/// What the items of a circuit take across and down.
struct CircuitMeasure {
  let grid: CircuitGrid
  let writings: [WireWriting]
  let context: FigureContext
  let scale: Double

  private var theme: Theme { context.theme }
  private var unit: Double { theme.label.size * scale }

  /// Above and below the wire of each item, half the gap to the next included.
  var rooms: [(above: Double, below: Double)] {
    grid.items.map { item in
      switch item.kind {
      case .run:
        (
          WireWriting.heightAbove(theme, scale: scale) + unit * 0.3,
          WireWriting.depthBelow(theme, scale: scale, hasProduct: true) + unit * 0.3
        )
      case .gate:
        (
          Gate.radius(theme, scale: scale) + unit * 0.35,
          Gate.radius(theme, scale: scale) + unit * 0.35
        )
      case .fork, .pass: (unit * 0.55, unit * 0.55)
      }
    }
  }

  private func width(_ item: CircuitGrid.Item) -> Double {
    switch item.kind {
    case .run(let run):
      let writing = writings[run]
      return writing.nameWidth(theme, measuring: context.measurer)
        + writing.runWidth(theme, measuring: context.measurer)
        + writing.endNameWidth(theme, measuring: context.measurer)
    case .gate(let gate):
      return Gate.width(
        of: grid.circuit.gates[gate].symbol, theme, scale: scale, measuring: context.measurer)
    case .fork: return unit * 0.4
    case .pass: return 0
    }
  }

  /// The columns from the left; the steeper the wires between two of them, the wider their gap.
  func columns(places: [Double], gap: Double) -> [(left: Double, width: Double)] {
    var columns: [(left: Double, width: Double)] = []
    var left = 0.0
    for (index, column) in grid.columns.enumerated() {
      let width = column.map { self.width(grid.items[$0]) }.max() ?? 0
      columns.append((left, width))
      let steepest =
        column.flatMap { item in
          grid.items[item].after.map { (places[$0] - places[item]).magnitude }
        }.max() ?? 0
      // Out of a gate most wires run level, and the gap before an empty column closes.
      let least = index % 2 == 0 ? gap : gap * 0.5
      left += width + (column.isEmpty ? 0 : min(max(least, steepest * 0.42), gap * 2.4))
    }
    return columns
  }
}
