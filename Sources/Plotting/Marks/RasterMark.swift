public import Drawings

extension Mark {
  /// A field of values as colors: values are interpolated between the crossings of the grid first and
  /// colored then, so that no color appears that the ramp does not have.
  ///
  /// `domain` is what the ends of the ramp stand for; values beyond are clamped, NaN takes the frame's
  /// color. Pixels are 2 a point, as in a picture of 144 dpi, or as many as `pixelsPerPoint` says.
  public static func raster(
    _ grid: Grid, ramp: ColorRamp, domain: ClosedRange<Double>, pixelsPerPoint: Double = 2
  ) -> Mark {
    let extent = Extent(
      x: grid.xs[0]...grid.xs[grid.xs.count - 1], y: grid.ys[0]...grid.ys[grid.ys.count - 1])
    return Mark(extent: extent) { frame, drawing in
      let left = frame.x(grid.xs[0])
      let right = frame.x(grid.xs[grid.xs.count - 1])
      let top = frame.y(grid.ys[grid.ys.count - 1])
      let bottom = frame.y(grid.ys[0])
      guard right > left, bottom > top else { return }
      let columns = pixelCount((right - left) * pixelsPerPoint)
      let rows = pixelCount((bottom - top) * pixelsPerPoint)
      let bytes = frame.theme.frame.bytes
      let missing = UInt32(bytes.red) << 16 | UInt32(bytes.green) << 8 | UInt32(bytes.blue)
      let pixels = colored(
        grid, columns: columns, rows: rows, ramp: ramp, domain: domain, missing: missing)
      drawing.commands.append(
        .image(
          Raster(columns: columns, rows: rows, pixels: pixels, isSmooth: false),
          Rectangle(x: left, y: top, width: right - left, height: bottom - top)))
    }
  }

  private static func pixelCount(_ pixels: Double) -> Int {
    min(max(Int(pixels.rounded(.toNearestOrEven)), 1), 4096)
  }

  private static func colored(
    _ grid: Grid, columns: Int, rows: Int, ramp: ColorRamp, domain: ClosedRange<Double>,
    missing: UInt32
  ) -> [UInt32] {
    let across = Weights(count: grid.xs.count, pixels: columns)
    let up = Weights(count: grid.ys.count, pixels: rows)
    let width = domain.upperBound - domain.lowerBound
    let scale = width > 0 ? 1 / width : 0
    let table = ramp.table.map { $0 } + [missing]
    var line = [Double](repeating: 0, count: grid.xs.count)
    return [UInt32](unsafeUninitializedCapacity: columns * rows) { pixels, count in
      for row in 0..<rows {
        let (below, share) = (up.lower[rows - 1 - row], up.share[rows - 1 - row])
        for column in line.indices {
          let (a, b) = (grid[column, below], grid[column, below + 1])
          line[column] = a + (b - a) * share
        }
        across.color(
          line, table, lower: domain.lowerBound, scale: scale,
          into: pixels.extracting(row * columns..<(row + 1) * columns))
      }
      count = columns * rows
    }
  }

  /// For each pixel center, the crossing before it and how far it lies toward the next.
  private struct Weights {
    var lower: [Int] = []
    var share: [Double] = []

    init(count: Int, pixels: Int) {
      for pixel in 0..<pixels {
        let place = (Double(pixel) + 0.5) / Double(pixels) * Double(count - 1)
        let index = min(Int(place), count - 2)
        lower.append(index)
        share.append(place - Double(index))
      }
    }

    /// Writes the color of each pixel of a line of crossings; the table has 256, and one for NaN.
    ///
    /// Without bounds checks: there are half a million pixels in a picture.
    func color(
      _ line: [Double], _ table: [UInt32], lower start: Double, scale: Double,
      into pixels: UnsafeMutableBufferPointer<UInt32>
    ) {
      line.withUnsafeBufferPointer { line in
        table.withUnsafeBufferPointer { table in
          lower.withUnsafeBufferPointer { lower in
            share.withUnsafeBufferPointer { share in
              for pixel in pixels.indices {
                let (a, b) = (line[lower[pixel]], line[lower[pixel] + 1])
                let value = a + (b - a) * share[pixel]
                // Clamped before it is a whole number; NaN passes neither comparison.
                let place = (value - start) * scale * 256
                let index = place > 0 ? (place < 256 ? Int(place) : 255) : (place <= 0 ? 0 : 256)
                pixels.initializeElement(at: pixel, to: table[index])
              }
            }
          }
        }
      }
    }
  }

  /// The level lines of a field.
  public static func contours(
    _ grid: Grid, at levels: [Double], color: Color, width: Double, dash: [Double] = []
  ) -> Mark {
    let lines = levels.flatMap { grid.contours(at: $0) }
    return Mark(extent: Extent()) { frame, drawing in
      var path = Path()
      for line in lines {
        let points = line.isClosed ? Array(line.points.dropLast()) : line.points
        let places = points.map(frame.place)
        guard places.allSatisfy({ $0.isFinite }) else { continue }
        path.elements += Path.polyline(places, closed: line.isClosed).elements
      }
      guard !path.elements.isEmpty else { return }
      drawing.stroke(path, color, StrokeStyle(width: width, dash: dash, cap: .round))
    }
  }
}
