import Drawings

extension Drawing {
  /// The commands that reach beyond the page or whose place is no number, as text.
  ///
  /// What is clipped is held against its own numbers only: the clip is what must lie on the page.
  var strays: [String] {
    var strays: [String] = []
    var depth = 0
    for command in commands {
      if command == .popClip { depth -= 1 }
      let points = command.points
      let isPlaced = points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
      if !isPlaced || depth == 0 && !points.allSatisfy(isOnPage) {
        var alone = Drawing(size: size, background: background)
        alone.commands = [command]
        strays.append(alone.description)
      }
      if case .pushClip = command { depth += 1 }
    }
    return strays
  }

  /// Everything that is written, in drawing order.
  var writing: [String] { commands.compactMap { $0.placedText?.content } }

  private func isOnPage(_ point: Point) -> Bool {
    // Half a line's width may stand out where a line runs along the edge.
    let slack = 0.5
    return point.x >= -slack && point.y >= -slack && point.x <= size.width + slack
      && point.y <= size.height + slack
  }
}

extension DrawingCommand {
  /// The text, if the command writes one.
  var placedText: PlacedText? {
    if case .text(let placed) = self { placed } else { nil }
  }

  /// The outermost points of what is drawn.
  var points: [Point] {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _), .pushClip(let path): path.corners
    case .image(_, let box): [Point(box.x, box.y), Point(box.right, box.bottom)]
    case .text(let text): text.ends
    case .popClip: []
    }
  }
}

extension Path {
  /// The ends of all steps, without control points.
  var corners: [Point] {
    elements.compactMap { element in
      switch element {
      case .move(let to), .line(let to), .curve(_, _, let to): to
      case .close: nil
      }
    }
  }
}

extension PlacedText {
  /// Two opposite corners of the ink: from the top of a capital to below the deepest letter.
  fileprivate var ends: [Point] {
    let (rise, depth) = (style.size * 0.75, style.size * 0.2)
    return rotation == 0
      ? [origin.moved(0, -rise), origin.moved(width, depth)]
      : [origin.moved(-rise, -width), origin.moved(depth, 0)]
  }
}

extension [Point] {
  /// The area inside the closed outline through the points; positive whichever way it runs.
  var area: Double {
    indices.reduce(0) { sum, index in
      let (here, next) = (self[index], self[(index + 1) % count])
      return sum + here.x * next.y - next.x * here.y
    }.magnitude / 2
  }
}
