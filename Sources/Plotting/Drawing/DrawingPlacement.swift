extension Drawing {
  /// Adds the commands of another drawing, its upper left corner at `corner`; its background is left out.
  mutating func place(_ other: Drawing, at corner: Point) {
    for command in other.commands { commands.append(command.moved(corner.x, corner.y)) }
  }
}

extension DrawingCommand {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> DrawingCommand {
    switch self {
    case .fill(let path, let color): return .fill(path.moved(dx, dy), color)
    case .stroke(let path, let color, let style): return .stroke(path.moved(dx, dy), color, style)
    case .text(var text):
      text.origin = text.origin.moved(dx, dy)
      return .text(text)
    case .image(let raster, let box): return .image(raster, box.moved(dx, dy))
    case .pushClip(let path): return .pushClip(path.moved(dx, dy))
    case .popClip: return .popClip
    }
  }
}

extension Path {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let to): .move(to.moved(dx, dy))
        case .line(let to): .line(to.moved(dx, dy))
        case .curve(let a, let b, let to):
          .curve(a.moved(dx, dy), b.moved(dx, dy), to.moved(dx, dy))
        case .close: .close
        }
      })
  }
}

extension Rectangle {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> Rectangle {
    Rectangle(x: x + dx, y: y + dy, width: width, height: height)
  }
}
