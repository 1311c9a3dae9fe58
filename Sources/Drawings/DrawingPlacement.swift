extension Drawing {
  /// Adds the commands of another drawing, its upper left corner at `corner`; its background is left out.
  ///
  /// It is enlarged by `factor`, its text and its lines as well.
  public mutating func place(_ other: Drawing, at corner: Point, scaledBy factor: Double = 1) {
    let placement = Placement(corner: corner, factor: factor)
    commands.reserveCapacity(commands.count + other.commands.count)
    for command in other.commands { commands.append(placement.command(command)) }
  }
}

/// A way to put a drawing on a page: enlarged, then moved.
private struct Placement {
  let corner: Point
  let factor: Double

  func command(_ command: DrawingCommand) -> DrawingCommand {
    switch command {
    case .fill(let path, let color): return .fill(self.path(path), color)
    case .stroke(let path, let color, let style):
      return .stroke(self.path(path), color, stroke(style))
    case .text(var text):
      text.origin = point(text.origin)
      text.style.size *= factor
      text.width *= factor
      return .text(text)
    case .image(let raster, let box):
      let start = point(Point(box.x, box.y))
      return .image(
        raster,
        Rectangle(x: start.x, y: start.y, width: box.width * factor, height: box.height * factor))
    case .pushClip(let path): return .pushClip(self.path(path))
    case .popClip: return .popClip
    }
  }

  private func point(_ point: Point) -> Point {
    Point(point.x * factor + corner.x, point.y * factor + corner.y)
  }

  private func stroke(_ style: StrokeStyle) -> StrokeStyle {
    var style = style
    style.width *= factor
    style.dash = style.dash.map { $0 * factor }
    return style
  }

  private func path(_ path: Path) -> Path {
    Path(
      path.elements.map { element in
        switch element {
        case .move(let to): .move(point(to))
        case .line(let to): .line(point(to))
        case .curve(let a, let b, let to): .curve(point(a), point(b), point(to))
        case .close: .close
        }
      })
  }
}
