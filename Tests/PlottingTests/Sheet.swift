import Drawings
import Plotting

/// A rectangle of 100 by 100 points showing 0...10 on both axes, to draw marks on.
enum Sheet {
  static let area = Rectangle(x: 0, y: 0, width: 100, height: 100)

  static func frame(
    x: ClosedRange<Double> = 0...10, y: ClosedRange<Double> = 0...10,
    transform: ScaleTransform = .linear, theme: Theme = .paper
  ) -> Frame {
    Frame(
      area: area, x: Scale(domain: x, from: 0, to: 100),
      y: Scale(domain: y, from: 100, to: 0, transform: transform), theme: theme,
      measurer: .fixed)
  }

  /// What `mark` draws there, without the page.
  static func commands(of mark: Mark, in frame: Frame = frame()) -> [DrawingCommand] {
    var drawing = Drawing(size: Size(100, 100), background: frame.theme.background)
    mark.draw(frame, &drawing)
    return drawing.commands
  }

  /// The same as text, one command a line.
  static func text(of mark: Mark, in frame: Frame = frame()) -> String {
    var drawing = Drawing(size: Size(100, 100), background: frame.theme.background)
    mark.draw(frame, &drawing)
    return drawing.description.split(separator: "\n").dropFirst().joined(separator: "\n")
  }
}

extension Color {
  static let black = Color(hex: 0x000000)
  static let scarlet = Color(hex: 0xFF0000)
}

extension DrawingCommand {
  /// The text, if the command writes one.
  var placedText: PlacedText? {
    if case .text(let placed) = self { return placed }
    return nil
  }

  /// The outline, if the command fills or strokes one.
  var path: Path? {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _): return path
    case .text, .image, .pushClip, .popClip: return nil
    }
  }

  /// The picture and its place, if the command shows one.
  var picture: (raster: Raster, box: Rectangle)? {
    if case .image(let raster, let box) = self { return (raster, box) }
    return nil
  }
}

extension Path {
  /// The ends of all steps, without control points.
  var corners: [Point] {
    elements.compactMap { element in
      switch element {
      case .move(let to), .line(let to), .curve(_, _, let to): return to
      case .close: return nil
      }
    }
  }
}

extension PlacedText {
  /// The rectangle of the ink: from the top of a capital to below the deepest letter.
  var box: Rectangle {
    let (rise, depth) = (style.size * 0.75, style.size * 0.2)
    switch rotation {
    case -90, 270:
      return Rectangle(
        x: origin.x - rise, y: origin.y - width, width: rise + depth, height: width)
    case 90, -270:
      return Rectangle(x: origin.x - depth, y: origin.y, width: rise + depth, height: width)
    default:
      return Rectangle(x: origin.x, y: origin.y - rise, width: width, height: rise + depth)
    }
  }
}

extension Rectangle {
  /// Whether the two share more than an edge.
  func overlaps(_ other: Rectangle) -> Bool {
    // Sums of measures round: less than this is no overlap.
    let slack = 1e-6
    return x < other.right - slack && other.x < right - slack && y < other.bottom - slack
      && other.y < bottom - slack
  }

  /// Whether the other rectangle lies wholly inside.
  func holds(_ other: Rectangle) -> Bool {
    let slack = 1e-6
    return other.x >= x - slack && other.y >= y - slack && other.right <= right + slack
      && other.bottom <= bottom + slack
  }
}
