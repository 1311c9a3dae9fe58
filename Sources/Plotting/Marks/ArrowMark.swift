public import Drawings

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

extension Mark {
  /// Arrowheads that say which way a line through points in data units runs, about one every 90
  /// points of its length on the page; none on a line too short to need one.
  ///
  /// Only the part before the first point that is not finite counts, and heads outside the panel are
  /// left out.
  public static func heads(along points: [Point], color: Color, width: Double) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let places = Array(points.map(frame.place).prefix { $0.isFinite })
      let lengths = zip(places, places.dropFirst()).map { start, end in
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        return (dx * dx + dy * dy).squareRoot()
      }
      let total = lengths.reduce(0, +)
      guard total > 22, total.isFinite else { return }
      let count = Double(min(max(Int(total / 90), 1), 12))
      var next = total / (count + 1)
      var walked = 0.0
      for (index, length) in lengths.enumerated() where length > 0 {
        let (start, end) = (places[index], places[index + 1])
        while next < walked + length, next < total {
          let share = (next - walked) / length
          let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length)
          let middle = start.moved((end.x - start.x) * share, (end.y - start.y) * share)
          let half = width * 2.1 + 0.75
          if frame.area.contains(middle) {
            drawing.arrow(
              from: middle.moved(-ux * half, -uy * half), to: middle.moved(ux * half, uy * half),
              color: color, width: width)
          }
          next += total / (count + 1)
        }
        walked += length
      }
    }
  }
}
