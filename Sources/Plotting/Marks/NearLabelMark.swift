public import Drawings

extension Mark {
  /// Names beside dots, each on the first side of its dot where it covers neither another name nor a
  /// dot nor the panel's edge: up right, up left, down right, down left, then straight below, above, at
  /// the right and at the left, then the same farther away, and up right if none is free.
  ///
  /// `others` are dots without names, which are kept free as well.
  public static func names(
    _ names: [(text: String, place: Point)], besides others: [Point] = []
  ) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let style = frame.theme.tick
      let gap = frame.theme.dot * 1.7
      let dots = names.map { frame.place($0.place) }
      var taken = (dots + others.map(frame.place)).filter { $0.isFinite }.map {
        Rectangle(x: $0.x - gap * 0.6, y: $0.y - gap * 0.6, width: gap * 1.2, height: gap * 1.2)
      }
      for (name, dot) in zip(names, dots) where dot.isFinite {
        let width = frame.measurer.width(name.text, style)
        let height = style.capHeight * 1.5
        let size = Size(width, height)
        let boxes = [1, 1.8, 2.6].flatMap { Rectangle.beside(dot, size, gap: gap * $0) }
        let free = boxes.first { box in
          frame.area.contains(box.origin) && frame.area.contains(Point(box.right, box.bottom))
            && !taken.contains { $0.overlaps(box) }
        }
        let box = free ?? boxes[0]
        taken.append(box)
        drawing.plateText(
          name.text, at: box.center, style, frame.theme.ink,
          plate: frame.theme.background.opacity(0.86), measuring: frame.measurer)
      }
    }
  }
}

extension Rectangle {
  fileprivate var origin: Point { Point(x, y) }

  /// Places for a box of `size` around a dot, the best ones first.
  fileprivate static func beside(_ dot: Point, _ size: Size, gap: Double) -> [Rectangle] {
    let (right, left) = (dot.x + gap, dot.x - gap - size.width)
    let (above, below) = (dot.y - gap * 0.5 - size.height, dot.y + gap * 0.5)
    let middle = Point(dot.x - size.width / 2, dot.y - size.height / 2)
    // Straight below and above, the dot itself is in the way.
    let places = [
      Point(right, above), Point(left, above), Point(right, below), Point(left, below),
      Point(middle.x, below + gap * 0.3), Point(middle.x, above - gap * 0.3),
      Point(right, middle.y), Point(left, middle.y),
    ]
    return places.map {
      Rectangle(x: $0.x, y: $0.y, width: size.width, height: size.height)
    }
  }

  fileprivate func overlaps(_ other: Rectangle) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}
