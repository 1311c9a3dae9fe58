import Drawings

extension PixelArea {
  /// Draws a dot, if all of it may be drawn here; returns whether it was.
  func draw(_ dot: Dot) -> Bool {
    let center = Point(dot.center.x * scale, dot.center.y * scale)
    let (outer, inner) = (Disc(dot.outerRadius * scale), Disc(dot.innerRadius * scale))
    let reach = outer.radius + 1
    // Of discs smaller than some pixels a straight edge is no good picture; large ones are few.
    guard outer.radius >= 1.5, outer.radius < 12,
      holds(
        left: center.x - reach, top: center.y - reach, right: center.x + reach,
        bottom: center.y + reach)
    else { return false }
    let (color, edge) = (Self.pixel(dot.color), Self.pixel(dot.edge))
    let columns = Int(center.x - reach)...Int(center.x + reach)
    change { row in
      for y in Int(center.y - reach)...Int(center.y + reach) {
        let pixels = row(y)
        let dy = Double(y) + 0.5 - center.y
        for x in columns {
          let dx = Double(x) + 0.5 - center.x
          let square = dx * dx + dy * dy
          let covered = outer.coverage(dx, dy, square)
          guard covered > 0 else { continue }
          var pixel = Self.blend(pixels[x], edge, covered)
          let inside = inner.coverage(dx, dy, square)
          if inside > 0 { pixel = Self.blend(pixel, color, inside) }
          pixels[x] = pixel
        }
      }
    }
    return true
  }
}

/// A disc, in pixels, as what it covers of a pixel.
private struct Disc {
  let radius: Double
  /// Squares of the distances within which a pixel is covered whole and beyond which it is not at all.
  private let whole: Double
  private let none: Double

  init(_ radius: Double) {
    self.radius = radius
    // Half the diagonal of a pixel.
    let reach = 0.7072
    whole = radius > reach ? (radius - reach) * (radius - reach) : -1
    none = radius > -reach ? (radius + reach) * (radius + reach) : -1
  }

  /// Covered parts, of 256, of the pixel whose middle is `dx` and `dy` away.
  @inline(__always)
  func coverage(_ dx: Double, _ dy: Double, _ square: Double) -> UInt32 {
    if square <= whole { return 256 }
    if square >= none || radius <= 0 { return 0 }
    return UInt32(edge(dx.magnitude, dy.magnitude, square.squareRoot()) * 256 + 0.5)
  }

  /// The part of a pixel on the near side of a straight line, which the rim is as good as.
  private func edge(_ dx: Double, _ dy: Double, _ distance: Double) -> Double {
    guard distance > 0 else { return 1 }
    let (steep, flat) = (max(dx, dy) / distance, min(dx, dy) / distance)
    // A chord of a pixel's length lies that much inside of the rim, on average.
    let depth = radius - distance - 1 / (24 * radius)
    let (full, straight) = ((steep + flat) / 2, (steep - flat) / 2)
    if depth >= full { return 1 }
    if depth <= -full { return 0 }
    if depth.magnitude <= straight { return 0.5 + depth / steep }
    // A corner of the pixel is cut off.
    let rest = full - depth.magnitude
    let corner = rest * rest / (2 * steep * flat)
    return depth > 0 ? 1 - corner : corner
  }
}
