import Drawings

/// Points from the page's corner that a coordinate may be away.
///
/// Cairo counts in 24.8 bits, and what is larger would come back on the other side of the page;
/// this many points fit at 2400 pixels an inch.
let farthest = 200_000.0

extension Drawing {
  /// Refuses a page whose size is not a positive number of points, 14400 (200 inches) at most:
  /// the limit of PDF.
  func checkSize() throws(RenderError) {
    guard size.width > 0, size.height > 0, size.width <= 14400, size.height <= 14400 else {
      throw .invalid(
        "a page of \(size.width) x \(size.height) points; each must be above 0, 14400 at most")
    }
  }
}

extension Path {
  /// Refuses coordinates that are not finite; `what` says where they are.
  func checkFinite(_ what: String) throws(RenderError) {
    let isFinite = elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): point.isFinite
      case .curve(let first, let second, let end):
        first.isFinite && second.isFinite && end.isFinite
      case .close: true
      }
    }
    guard isFinite else { throw .invalid("non-finite coordinate in \(what)") }
  }

  /// The rectangle that this path is the edge of, if it is an upright one drawn with lines.
  var rectangle: Rectangle? {
    guard elements.count == 5, case .move(let a) = elements[0], case .line(let b) = elements[1],
      case .line(let c) = elements[2], case .line(let d) = elements[3], case .close = elements[4],
      a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x, b.x > a.x, c.y > b.y
    else { return nil }
    return Rectangle(x: a.x, y: a.y, width: b.x - a.x, height: c.y - a.y)
  }
}

extension Rectangle {
  /// Refuses edges that are not finite; `what` says of what.
  func checkFinite(_ what: String) throws(RenderError) {
    guard Point(x, y).isFinite, Point(right, bottom).isFinite else {
      throw .invalid("non-finite coordinate in \(what)")
    }
  }
}

extension StrokeStyle {
  /// Refuses a width or dashes that are negative or not finite.
  func check() throws(RenderError) {
    guard width.isFinite, width >= 0, dash.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw .invalid("a stroke \(width) points wide with dashes \(dash)")
    }
  }

  /// Whether there is a dash to see: lengths that are all zero make a solid line.
  var hasDashes: Bool { dash.contains { $0 > 0 } }
}

extension Point {
  /// This point or, beyond `farthest`, the nearest that Cairo can hold.
  var withinReach: Point {
    Point(min(max(x, -farthest), farthest), min(max(y, -farthest), farthest))
  }
}

extension Raster {
  /// Whether there is no pixel.
  var isEmpty: Bool { rows == 0 || columns == 0 }

  /// This picture for a vector file: with hard edges, each pixel is made a block of several.
  ///
  /// Many viewers blend the pixels of an image whatever the file says; over blocks the blur
  /// is narrow. Compressed, the blocks cost little.
  var sharpened: Raster {
    let factor = min(24, 480 / max(rows, columns, 1))
    guard !isSmooth, factor > 1 else { return self }
    var enlarged: [UInt32] = []
    enlarged.reserveCapacity(pixels.count * factor * factor)
    for row in 0..<rows {
      let line = pixels[row * columns..<(row + 1) * columns].flatMap {
        repeatElement($0, count: factor)
      }
      for _ in 0..<factor { enlarged += line }
    }
    return Raster(
      columns: columns * factor, rows: rows * factor, pixels: enlarged, isSmooth: false)
  }
}
