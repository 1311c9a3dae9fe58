public import Drawings

extension Mark {
  /// A histogram as one filled outline: over each interval between neighboring `edges` it stands as
  /// high as the value there.
  ///
  /// - Parameters:
  ///   - edges: The ends of the intervals, ascending.
  ///   - values: One height for each interval; what is not finite counts as 0.
  ///   - color: The color of the inside.
  /// - Returns: The mark; it spans the intervals and reaches down to 0.
  public static func stairs(edges: [Double], values: [Double], color: Color) -> Mark {
    precondition(
      edges.count == values.count + 1, "\(edges.count) edges around \(values.count) values")
    let heights = values.map { $0.isFinite ? $0 : 0 }
    let corners = zip(edges, heights).map { Point($0, $1) }
    let base = [Point(edges[0], 0), Point(edges[edges.count - 1], 0)]
    return Mark(extent: Extent(of: corners + base)) { frame, drawing in
      let floor = min(frame.y(0), frame.area.bottom)
      let xs = edges.map { frame.x($0) }
      guard floor.isFinite, xs.allSatisfy({ $0.isFinite }) else { return }
      var places = [Point(xs[0], floor)]
      for (index, height) in heights.enumerated() {
        let y = frame.y(height)
        // A value of 0 has no place on a logarithmic scale: it lies on the floor.
        let place = y.isFinite ? y : floor
        if places[places.count - 1].y != place { places.append(Point(xs[index], place)) }
        let next = Point(xs[index + 1], place)
        // A step of the same height goes on.
        if places.count > 1, places[places.count - 2].y == place {
          places[places.count - 1] = next
        } else {
          places.append(next)
        }
      }
      places.append(Point(xs[xs.count - 1], floor))
      drawing.fill(.polyline(places, closed: true), color)
    }
  }
}
