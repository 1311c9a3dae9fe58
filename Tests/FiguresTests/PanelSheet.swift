import Drawings
import Plotting

/// What a panel's marks draw, read back in data units.
struct PanelSheet {
  /// One filled or stroked outline, each of its lines apart.
  struct Outline {
    var lines: [[Point]]
    var color: Color
    /// 0 for a filled outline.
    var width = 0.0

    var corners: [Point] { lines.flatMap { $0 } }
  }

  let panel: Panel
  let theme: Theme
  let x: Scale
  let y: Scale
  let commands: [DrawingCommand]

  /// Draws the marks where 100 points are one unit.
  init(_ panel: Panel, theme: Theme) {
    let across = panel.x.domain ?? Self.span(panel.marks.compactMap { $0.extent.x })
    let up = panel.y.domain ?? Self.span(panel.marks.compactMap { $0.extent.y })
    let width = (across.upperBound - across.lowerBound) * 100
    let height = (up.upperBound - up.lowerBound) * 100
    x = Scale(domain: across, from: 0, to: width, transform: panel.x.transform)
    y = Scale(domain: up, from: height, to: 0, transform: panel.y.transform)
    let frame = Frame(
      area: Rectangle(x: 0, y: 0, width: width, height: height), x: x, y: y, theme: theme,
      measurer: .fixed)
    var drawing = Drawing(size: Size(width, height), background: theme.background)
    for mark in panel.marks { mark.draw(frame, &drawing) }
    self.panel = panel
    self.theme = theme
    commands = drawing.commands
  }

  private static func span(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double> {
    let low = ranges.map { $0.lowerBound }.min() ?? 0
    let high = ranges.map { $0.upperBound }.max() ?? 1
    return low < high ? low...high : low - 1...high + 1
  }

  /// The values at a place of the sheet.
  func values(at place: Point) -> Point { Point(x.inverted(place.x), y.inverted(place.y)) }

  /// The filled outlines of a color at any opacity, in data units.
  func fills(_ color: Color) -> [Outline] {
    commands.compactMap { command in
      guard case .fill(let path, let ink) = command, ink.opacity(color.alpha) == color else {
        return nil
      }
      return Outline(lines: lines(of: path), color: ink)
    }
  }

  /// The stroked outlines of exactly a color, in data units.
  func strokes(_ color: Color) -> [Outline] {
    commands.compactMap { command in
      guard case .stroke(let path, color, let style) = command else { return nil }
      return Outline(lines: lines(of: path), color: color, width: style.width)
    }
  }

  /// The texts, in drawing order.
  var texts: [PlacedText] { commands.compactMap { $0.placedText } }

  /// The first picture, with the values at the middles of its pixels.
  var picture: (pixels: [UInt32], places: [Point])? {
    for case .image(let raster, let box) in commands {
      let places = (0..<raster.rows * raster.columns).map { index in
        let column = Double(index % raster.columns) + 0.5
        let row = Double(index / raster.columns) + 0.5
        return values(
          at: Point(
            box.x + column / Double(raster.columns) * box.width,
            box.y + row / Double(raster.rows) * box.height))
      }
      return (raster.pixels, places)
    }
    return nil
  }

  private func lines(of path: Path) -> [[Point]] {
    var lines: [[Point]] = []
    for element in path.elements {
      switch element {
      case .move(let to): lines.append([values(at: to)])
      case .line(let to), .curve(_, _, let to): lines[lines.count - 1].append(values(at: to))
      case .close: break
      }
    }
    return lines
  }
}

/// A table's words row by row, and which rows are shaded.
struct TableReading {
  let headings: [String]
  let rows: [[String]]
  let shadedRows: [Int]

  init(of sheet: PanelSheet) {
    var heights: [Double] = []
    var rows: [[String]] = []
    for text in sheet.texts {
      if heights.last != text.origin.y {
        heights.append(text.origin.y)
        rows.append([])
      }
      rows[rows.count - 1].append(text.content)
    }
    let boxes = sheet.commands.compactMap { command -> [Point]? in
      if case .fill(let path, _) = command { path.corners } else { nil }
    }
    headings = rows.first ?? []
    self.rows = Array(rows.dropFirst())
    shadedRows = self.rows.indices.filter { row in
      let height = heights[row + 1]
      return boxes.contains { box in
        box.contains { $0.y < height } && box.contains { $0.y > height }
      }
    }
  }
}

extension Double {
  /// The number that a figure writes so: `−0.25`, `3.2×10⁻⁷`, `∞`; NaN for anything else.
  init(shown text: String) {
    let superscripts = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    var plain = ""
    for character in text {
      switch character {
      case "−": plain.append("-")
      case "×": plain.append("e")
      default: plain.append(superscripts[character] ?? character)
      }
    }
    if plain.hasPrefix("10-") { plain = "1e10-" + plain.dropFirst(3) }
    let parts = plain.split(separator: "e10", omittingEmptySubsequences: false)
    self = Double(plain.contains("e10") ? "\(parts[0])e\(parts[1])" : plain) ?? .nan
    if text == "∞" { self = .infinity }
  }
}
