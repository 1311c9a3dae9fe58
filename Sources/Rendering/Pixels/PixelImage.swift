import Drawings

extension PixelArea {
  /// Draws a picture with hard pixels, stretched over a rectangle in points.
  func draw(_ raster: Raster, in place: Rectangle) {
    let (left, top) = (place.x * scale, place.y * scale)
    let (width, height) = (place.width * scale, place.height * scale)
    let across = Samples(from: left, width, of: raster.columns, low: bounds.x, bounds.right)
    let down = Samples(from: top, height, of: raster.rows, low: bounds.y, bounds.bottom)
    guard let firstColumn = across.sources.first, !down.sources.isEmpty else { return }
    let count = across.sources.count
    // Pixel for pixel, but for the first and the last, which the edges may cut.
    let isCopied = across.sources.last == firstColumn + count - 1 && count > 2
    raster.pixels.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      change { row in
        for (line, sourceRow) in down.sources.enumerated() {
          let from = source + sourceRow * raster.columns
          let to = row(down.first + line) + across.first
          func blend(_ range: Range<Int>, _ weight: Double) {
            for column in range {
              let covered = UInt32(across.weight(column) * weight * 256 + 0.5)
              to[column] = Self.blend(to[column], from[across.sources[column]], covered)
            }
          }
          let weight = down.weight(line)
          guard weight >= 1, count > 2 else {
            blend(0..<count, weight)
            continue
          }
          blend(0..<1, 1)
          blend(count - 1..<count, 1)
          if isCopied {
            (to + 1).update(from: from + firstColumn + 1, count: count - 2)
          } else {
            for column in 1..<count - 1 { to[column] = from[across.sources[column]] }
          }
        }
      }
    }
  }
}

/// Which pixels of a picture the pixels along one side of a page show.
private struct Samples {
  /// The first pixel of the page.
  let first: Int
  /// For it and those after it, the picture's pixel under its middle.
  let sources: [Int]
  private let low: Double
  private let high: Double

  /// Samples `count` pixels laid over `length` pixels of a page from `start`, within limits.
  init(from start: Double, _ length: Double, of count: Int, low: Double, _ high: Double) {
    self.low = max(start, low)
    self.high = min(start + length, high)
    guard self.high > self.low else {
      (first, sources) = (0, [])
      return
    }
    first = Int(self.low)
    let end = Int(self.high.rounded(.up))
    sources = (first..<end).map { pixel in
      let place = (Double(pixel) + 0.5 - start) / length * Double(count)
      return min(max(Int(place), 0), count - 1)
    }
  }

  /// How much of a pixel, counted from the first, lies within the limits.
  func weight(_ index: Int) -> Double {
    let pixel = Double(first + index)
    return min(pixel + 1, high) - max(pixel, low)
  }
}
