public import Drawings

extension Mark {
  /// One dot for each value across, stacked about `level` where they would cover each other.
  ///
  /// Stacks grow in proportion to the number of dots in them. Where the tallest would not fit into
  /// `reach` with dots side by side, they are drawn closer, and in the end as bars: thousands of
  /// values at one place stay a picture of moderate size. Values that are not finite are left out.
  ///
  /// - Parameters:
  ///   - values: Places across.
  ///   - level: The place up of the middle.
  ///   - reach: How far stacks go to both sides of it, in values up.
  ///   - color: The color of the dots.
  ///   - scale: The size of a dot relative to the theme's dots.
  /// - Returns: The mark.
  public static func swarm(
    _ values: [Double], at level: Double, reach: Double, color: Color, scale: Double = 0.45
  ) -> Mark {
    let corners = values.filter { $0.isFinite }
      .flatMap { [Point($0, level - reach), Point($0, level + reach)] }
    return Mark(extent: Extent(of: corners), isClipped: false) { frame, drawing in
      let swarm = Swarm(
        radius: frame.theme.dot * scale, middle: frame.y(level),
        half: (frame.y(level + reach) - frame.y(level)).magnitude)
      let places = values.map { frame.x($0) }.filter {
        $0.isFinite && $0 >= frame.area.x - 2 && $0 <= frame.area.right + 2
      }
      swarm.draw(places, color, into: &drawing)
    }
  }
}

/// The geometry of a swarm, in points.
private struct Swarm {
  let radius: Double
  let middle: Double
  let half: Double

  func draw(_ places: [Double], _ color: Color, into drawing: inout Drawing) {
    let stacks = self.stacks(of: places)
    let tallest = stacks.reduce(1) { max($0, $1.count) }
    let spacing = min(2 * radius, 2 * half / Double(tallest))
    var path = Path()
    for stack in stacks {
      if spacing < radius * 0.6 {
        let height = max(Double(stack.count) * spacing, radius)
        let center = stack.reduce(0, +) / Double(stack.count)
        let bar = Rectangle(
          x: center - radius * 0.8, y: middle - height / 2, width: radius * 1.6, height: height)
        path.elements += Path.rectangle(bar).elements
      } else {
        for (index, place) in stack.enumerated() {
          let offset = (Double(index) - Double(stack.count - 1) / 2) * spacing
          path.elements +=
            Path.circle(Point(place, middle + offset), radius: radius * 0.92).elements
        }
      }
    }
    if !path.elements.isEmpty { drawing.fill(path, color) }
  }

  /// The places, those within a dot's width of the first of a stack together, ascending.
  private func stacks(of places: [Double]) -> [[Double]] {
    var stacks: [[Double]] = []
    var start = -Double.infinity
    for place in places.sorted() {
      if place - start < 2 * radius, !stacks.isEmpty {
        stacks[stacks.count - 1].append(place)
      } else {
        stacks.append([place])
        start = place
      }
    }
    return stacks
  }
}
