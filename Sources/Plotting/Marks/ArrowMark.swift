extension Drawing {
  /// Draws a straight arrow with a filled head; too short a way draws the head alone.
  public mutating func arrow(
    from start: Point, to end: Point, color: Color, width: Double, dash: [Double] = []
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.01, length.isFinite else { return }
    let (ux, uy) = (dx / length, dy / length)
    let head = min(width * 4.2 + 1.5, length)
    let half = head * 0.38
    let neck = end.moved(-ux * head * 0.85, -uy * head * 0.85)
    if length > head {
      stroke(.polyline([start, neck]), color, StrokeStyle(width: width, dash: dash, cap: .round))
    }
    let base = end.moved(-ux * head, -uy * head)
    fill(
      .polyline(
        [end, base.moved(-uy * half, ux * half), neck, base.moved(uy * half, -ux * half)],
        closed: true), color)
  }
}

extension Mark {
  /// An arrow from one place to another, both in data units.
  public static func arrow(
    from start: Point, to end: Point, color: Color, width: Double, dash: [Double] = []
  ) -> Mark {
    Mark(extent: Extent(of: [start, end])) { frame, drawing in
      drawing.arrow(
        from: frame.place(start), to: frame.place(end), color: color, width: width, dash: dash)
    }
  }
}
