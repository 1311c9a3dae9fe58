public import Drawings

extension Mark {
  /// A field in bands of one color each, with exact edges at the levels between them.
  ///
  /// - Parameters:
  ///   - grid: The values; those that are not finite belong to the lowest band.
  ///   - levels: The values at which bands meet, ascending.
  ///   - colors: The colors of the bands, one more than there are levels; opaque, since each band lies
  ///     on top of the one below it, so that no seam shows between them.
  /// - Returns: The mark; it spans the grid.
  public static func bands(_ grid: Grid, levels: [Double], colors: [Color]) -> Mark {
    precondition(
      colors.count == levels.count + 1, "\(colors.count) colors around \(levels.count) levels")
    let (left, right) = (grid.xs[0], grid.xs[grid.xs.count - 1])
    let (bottom, top) = (grid.ys[0], grid.ys[grid.ys.count - 1])
    let whole = [[Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top)]]
    let regions = [whole] + levels.map { grid.outlines(above: $0) }
    return Mark(extent: Extent(x: left...right, y: bottom...top)) { frame, drawing in
      for (outlines, color) in zip(regions, colors) {
        var path = Path()
        for outline in outlines {
          let places = outline.map(frame.place)
          guard places.allSatisfy({ $0.isFinite }) else { continue }
          path.elements += Path.polyline(places, closed: true).elements
        }
        if !path.elements.isEmpty { drawing.fill(path, color) }
      }
    }
  }
}
