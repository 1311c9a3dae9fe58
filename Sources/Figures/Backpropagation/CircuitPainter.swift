import Drawings
import Plotting

/// Turns a laid-out circuit into marks, as far as its steps are shown.
struct CircuitPainter {
  let diagram: CircuitDiagram
  let shown: Set<CircuitStep>
  let current: CircuitStep?
  let part: CircuitPart

  private var grid: CircuitGrid { diagram.grid }
  private var context: FigureContext { diagram.context }
  private var theme: Theme { context.theme }

  var wires: [Wire] {
    let ordinary = grid.runs.indices.filter { current?.run != $0 }
    // The wire in hand lies on top.
    return (ordinary + (current.map { [$0.run] } ?? [])).compactMap(wire)
  }

  private func wire(_ run: Int) -> Wire? {
    guard
      let item = grid.items.indices.first(where: { grid.items[$0].kind == .run(run) })
    else { return nil }
    let writer = CircuitWriter(grid: grid, number: diagram.number, scale: diagram.scale)
    var writing = writer.writing(grid.runs[run])
    let names = (
      writing.nameWidth(theme, measuring: context.measurer),
      writing.endNameWidth(theme, measuring: context.measurer)
    )
    let (hasValue, hasGradient) = (
      shown.contains(.value(run)), shown.contains(.gradient(run))
    )
    if !hasValue { writing.value = "" }
    if !hasGradient { (writing.gradient, writing.product) = ("", "") }
    if !part.showsGradients || !knowsSlope(of: run) { writing.slope = "" }
    let start = diagram.place(item).moved(names.0, 0)
    let end = diagram.place(item, 1).moved(-names.1, 0)
    let isKnown = hasValue || hasGradient
    return Wire(
      corners: way(to: item) + [start, end] + target(of: item, from: end), runStart: start,
      runEnd: end, writing: writing, hasHead: grid.runs[run].use != nil,
      color: run == current?.run ? theme.accent : (isKnown ? theme.ink : theme.frame.opacity(0.6)),
      width: run == current?.run ? theme.line * 1.3 : theme.line * 0.7)
  }

  /// Whether the gate that a run enters has been computed, so that its local derivatives are known.
  private func knowsSlope(of run: Int) -> Bool {
    guard part.showsValues, let use = grid.runs[run].use else { return true }
    return grid.runs.indices.contains {
      grid.runs[$0].source == use.gate && shown.contains(.value($0))
    }
  }

  /// The places from the source of a run to its beginning.
  private func way(to run: Int) -> [Point] {
    var corners: [Point] = []
    var item = run
    while let before = grid.items[item].before.first {
      switch grid.items[before].kind {
      case .pass: corners += [diagram.place(before, 1), diagram.place(before)]
      case .gate(let gate): corners.append(exit(of: before, gate))
      case .fork: corners.append(diagram.place(before, 0.5))
      case .run: break
      }
      guard case .pass = grid.items[before].kind else { break }
      item = before
    }
    return corners.reversed()
  }

  /// The end of a run: the edge of a gate, or the middle of a fork.
  private func target(of run: Int, from end: Point) -> [Point] {
    guard let after = grid.items[run].after.first else { return [] }
    guard case .gate(let gate) = grid.items[after].kind else {
      return [diagram.place(after, 0.5)]
    }
    let radius = Gate.radius(theme, scale: diagram.scale)
    let left = left(of: after, gate)
    let center = left.moved(radius, 0)
    let (dx, dy) = (center.x - end.x, center.y - end.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > radius else { return [left] }
    return [center.moved(-dx / length * radius, -dy / length * radius)]
  }

  private func left(of item: Int, _ gate: Int) -> Point { diagram.place(item) }

  private func exit(of item: Int, _ gate: Int) -> Point {
    left(of: item, gate).moved(
      Gate.width(
        of: grid.circuit.gates[gate].symbol, theme, scale: diagram.scale,
        measuring: context.measurer), 0)
  }

  var gates: [Gate] {
    grid.items.indices.compactMap { item in
      guard case .gate(let gate) = grid.items[item].kind else { return nil }
      return Gate(
        at: left(of: item, gate), symbol: grid.circuit.gates[gate].symbol, outline: theme.ink,
        scale: diagram.scale)
    }
  }

  /// Where wires fork.
  var forks: [Point] {
    grid.items.indices.compactMap { item in
      guard case .fork = grid.items[item].kind else { return nil }
      return diagram.place(item, 0.5)
    }
  }
}

extension Mark {
  /// Small dots where wires fork.
  static func forks(_ places: [Point]) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      for place in places.map(frame.place) where place.x.isFinite && place.y.isFinite {
        drawing.fill(.circle(place, radius: frame.theme.dot * 0.55), frame.theme.ink)
      }
    }
  }
}
