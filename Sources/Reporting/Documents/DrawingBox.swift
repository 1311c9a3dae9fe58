import Drawings

extension Rectangle {
  /// The least rectangle around both.
  func union(_ other: Rectangle) -> Rectangle {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rectangle(
      x: left, y: top, width: max(right, other.right) - left,
      height: max(bottom, other.bottom) - top)
  }

  /// What both have in common; nil for nothing.
  func intersection(_ other: Rectangle) -> Rectangle? {
    let (left, top) = (max(x, other.x), max(y, other.y))
    let (width, height) = (min(right, other.right) - left, min(bottom, other.bottom) - top)
    return width >= 0 && height >= 0
      ? Rectangle(x: left, y: top, width: width, height: height) : nil
  }
}

extension DrawingCommand {
  /// The place that it covers; nil for a command that draws nothing.
  var box: Rectangle? {
    switch self {
    case .fill(let path, _), .pushClip(let path): path.box
    case .stroke(let path, _, let style):
      path.box.map {
        let half = style.width / 2
        return $0.inset(left: -half, top: -half, right: -half, bottom: -half)
      }
    case .text(let text): text.box
    case .image(_, let box): box
    case .popClip: nil
    }
  }
}

extension Path {
  /// The rectangle around all its points, those that curves are pulled by included.
  fileprivate var box: Rectangle? {
    var (left, top, right, bottom) = (
      Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
    )
    func take(_ point: Point) {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    for element in elements {
      switch element {
      case .move(let to), .line(let to): take(to)
      case .curve(let first, let second, let to): [first, second, to].forEach(take)
      case .close: break
      }
    }
    guard right >= left, bottom >= top else { return nil }
    return Rectangle(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension PlacedText {
  /// The line with its accents and descenders, turned by quarters if at all.
  fileprivate var box: Rectangle {
    let (up, down) = (style.size * 0.95, style.size * 0.25)
    return switch rotation {
    case 90, -270: Rectangle(x: origin.x - down, y: origin.y, width: up + down, height: width)
    case -90, 270:
      Rectangle(x: origin.x - up, y: origin.y - width, width: up + down, height: width)
    case 180, -180:
      Rectangle(x: origin.x - width, y: origin.y - down, width: width, height: up + down)
    default: Rectangle(x: origin.x, y: origin.y - up, width: width, height: up + down)
    }
  }
}
