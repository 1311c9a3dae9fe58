import Drawings

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
