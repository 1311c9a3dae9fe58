public import Drawings

extension Mark {
  /// A field of several classes: each place takes the color of the class with the greatest value, the
  /// stronger the clearer its lead over an even share.
  ///
  /// - Parameters:
  ///   - grids: One grid a class over the same mesh, values in 0...1.
  ///   - colors: One color a class.
  ///   - background: The color where no class leads.
  /// - Returns: The mark; its picture is smooth.
  public static func classField(_ grids: [Grid], colors: [Color], background: Color) -> Mark {
    precondition(
      grids.count == colors.count && grids.count > 1,
      "\(colors.count) colors for \(grids.count) classes")
    let first = grids[0]
    let (columns, rows) = (first.xs.count, first.ys.count)
    let even = 1 / Double(grids.count)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(columns * rows)
    for row in (0..<rows).reversed() {
      for column in 0..<columns {
        var best = 0
        for index in grids.indices where grids[index][column, row] > grids[best][column, row] {
          best = index
        }
        let lead = (grids[best][column, row] - even) / (1 - even)
        let strength = 0.12 + 0.5 * min(max(lead.isNaN ? 0 : lead, 0), 1)
        let bytes = background.mixed(with: colors[best], strength).bytes
        pixels.append(UInt32(bytes.red) << 16 | UInt32(bytes.green) << 8 | UInt32(bytes.blue))
      }
    }
    let raster = Raster(columns: columns, rows: rows, pixels: pixels, isSmooth: true)
    let extent = Extent(
      x: first.xs[0]...first.xs[columns - 1], y: first.ys[0]...first.ys[rows - 1])
    return Mark(extent: extent) { frame, drawing in
      let (left, right) = (frame.x(first.xs[0]), frame.x(first.xs[columns - 1]))
      let (top, bottom) = (frame.y(first.ys[rows - 1]), frame.y(first.ys[0]))
      guard right > left, bottom > top else { return }
      // A pixel's color belongs at its center and the grid's ends are crossings: the picture reaches
      // half a pixel farther, and is clipped.
      let halfX = (right - left) / Double(columns - 1) / 2
      let halfY = (bottom - top) / Double(rows - 1) / 2
      let box = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
      drawing.commands.append(
        .image(raster, box.inset(left: -halfX, top: -halfY, right: -halfX, bottom: -halfY)))
    }
  }
}
