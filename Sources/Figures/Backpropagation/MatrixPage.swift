import Languages
import Drawings
import Networks
import Plotting

/// Equations of matrices set in rows under headings, as many beside each other as there is room for.
struct MatrixPage {
  /// A heading with the equations below it.
  struct Part {
    var heading: String
    var equations: [MatrixEquation]
  }

  private(set) var matrices: [MatrixTiles] = []
  private(set) var labels: [TextLabel] = []
  private(set) var size = Size(0, 0)

  private let context: FigureContext
  private let number: ShownNumber
  private let scale: Double
  private let reaches: (values: Double, gradients: Double)
  /// Whether matrices of each sort are shown.
  private let has: (values: Bool, gradients: Bool)
  private let tile: Size

  private var theme: Theme { context.theme }
  private var unit: Double { context.theme.label.size * scale }

  init(
    _ parts: [Part], room: Double, context: FigureContext, number: ShownNumber, scale: Double = 1
  ) {
    let equations = parts.flatMap { $0.equations }
    self.context = context
    self.number = number
    self.scale = scale
    reaches = (
      MatrixEquation.reach(of: equations, isGradient: false),
      MatrixEquation.reach(of: equations, isGradient: true)
    )
    let kinds = equations.flatMap { $0.parts }.compactMap { part -> Bool? in
      if case .matrix(_, _, let isGradient) = part { isGradient } else { nil }
    }
    has = (values: kinds.contains(false), gradients: kinds.contains(true))
    let style = TextStyle(size: context.theme.label.size * scale)
    var widest = style.size * 2
    for case .matrix(_, let matrix, _) in equations.flatMap({ $0.parts }) {
      for value in matrix.values {
        widest = max(widest, context.measurer.width(number(value), style))
      }
    }
    tile = Size(widest + style.size, style.size * 2.1)
    for part in parts { add(part, room: room) }
  }

  /// The setting that needs the least page, and the largest one that fits where there is room.
  static func fitting(
    _ parts: [Part], in layout: NaturalPage, context: FigureContext, number: ShownNumber
  ) -> MatrixPage {
    let room = layout.room
    func growth(_ page: MatrixPage) -> Double {
      max(page.size.width / room.width, page.size.height / room.height)
    }
    // On a slide, longer rows may save more height than they cost width.
    let pages = [1, 1.25, 1.5, 2].prefix(context.theme.keepsProportion ? 4 : 1).map { factor in
      MatrixPage(parts, room: room.width * factor, context: context, number: number)
    }
    let best = pages.min { growth($0) < growth($1) } ?? pages[0]
    let scale = min(layout.most, 1 / growth(best))
    guard scale > 1 else { return best }
    return MatrixPage(
      parts, room: room.width, context: context, number: number, scale: scale)
  }

  private mutating func add(_ part: Part, room: Double) {
    size.height += unit * (size.height > 0 ? 1.4 : 0.2)
    labels.append(
      TextLabel(
        part.heading, at: Point(0, -size.height), horizontal: .start, vertical: .top,
        style: TextStyle(size: theme.heading.size * scale, isBold: true)))
    size.height += theme.heading.size * scale * 1.5
    var row: [MatrixEquation] = []
    var used = 0.0
    for equation in part.equations {
      let width = self.width(equation)
      if !row.isEmpty, used + gap + width > room {
        set(row)
        (row, used) = ([], 0)
      }
      used += (row.isEmpty ? 0 : gap) + width
      row.append(equation)
    }
    set(row)
  }

  private var gap: Double { unit * 3.4 }
  private var bracket: Double { MatrixTiles.bracket(theme, scale: scale) }
  private var signStyle: TextStyle { TextStyle(size: unit * 1.15) }

  /// Sets equations beside each other, their middles level.
  private mutating func set(_ row: [MatrixEquation]) {
    let rows =
      row.flatMap { $0.parts }.map { part -> Int in
        if case .matrix(_, let matrix, _) = part { matrix.rows } else { 1 }
      }.max() ?? 1
    let height = Double(rows) * tile.height
    let middle = size.height + MatrixTiles.heightAbove(theme, scale: scale) + height / 2
    var x = 0.0
    for (index, equation) in row.enumerated() {
      if index > 0 { x += gap }
      for part in equation.parts {
        place(part, at: Point(x, middle))
        x += width(part)
      }
    }
    size.width = max(size.width, x)
    size.height = middle + height / 2 + MatrixTiles.depthBelow(theme, scale: scale) + unit * 0.5
  }

  private mutating func place(_ part: MatrixEquation.Part, at place: Point) {
    switch part {
    case .sign(let sign):
      labels.append(
        TextLabel(
          sign, at: Point(place.x + width(part) / 2, -place.y), style: signStyle))
    case .matrix(let name, let matrix, let isGradient):
      let top = place.y - Double(matrix.rows) * tile.height / 2
      let rows = (0..<matrix.rows).map { matrix.row($0) }
      matrices.append(
        MatrixTiles(
          at: Point(place.x + inset(part), -top), name: name,
          shape: "\(matrix.rows) × \(matrix.columns)", cells: rows.map { $0.map { number($0) } },
          fills: rows.map { $0.map { fill($0, isGradient: isGradient) } }, tile: tile,
          scale: scale))
    }
  }

  private func fill(_ value: Double, isGradient: Bool) -> Color {
    guard value.isFinite else { return theme.panel }
    return theme.field(0.5 + 0.5 * value / (isGradient ? reaches.gradients : reaches.values))
  }

  private func width(_ equation: MatrixEquation) -> Double {
    equation.parts.reduce(0) { $0 + width($1) }
  }

  /// Points across; a name may be wider than its tiles.
  private func width(_ part: MatrixEquation.Part) -> Double {
    switch part {
    case .sign(let sign): context.measurer.width(sign, signStyle) + unit * 0.9
    case .matrix(_, let matrix, _): Double(matrix.columns) * tile.width + 2 * inset(part)
    }
  }

  private func inset(_ part: MatrixEquation.Part) -> Double {
    guard case .matrix(let name, let matrix, _) = part else { return 0 }
    let words = context.measurer.width(name, TextStyle(size: unit, isBold: true)) + unit * 0.3
    return max(bracket, (words - Double(matrix.columns) * tile.width) / 2)
  }

  /// The scales of the colors that are there.
  func keys(_ words: Words) -> [Key] {
    var keys: [Key] = []
    if has.values {
      keys.append(
        .ramp(theme.field, domain: -reaches.values...reaches.values, words(.valuesKey)))
    }
    if has.gradients {
      keys.append(
        .ramp(theme.field, domain: -reaches.gradients...reaches.gradients, words(.gradientsKey)))
    }
    return keys
  }
}
