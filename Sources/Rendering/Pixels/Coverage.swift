import Drawings

/// How much of each pixel of a small box the outlines cover that were added to it.
///
/// Each edge leaves, in the pixels that it crosses, the change of covered area that it causes there;
/// summed from the left, the changes are the areas. Exact for outlines that do not cross one another.
/// - Source: the method of font-rs (Levien 2016) and of libart before it.
struct Coverage {
  /// The first column and row of the box, and how many of each an outline in it may cover.
  private var left = 0
  private var top = 0
  private var width = 0
  private var height = 0
  /// Changes by row, each a bit longer than the box: an edge at its end leaves some beyond it.
  private var columns = 0
  private var changes: [Float] = []

  /// Pixels across and down of the largest box.
  static let largest = 64

  /// Empties the box and lays it over the rectangle between two places, in pixels.
  mutating func reset(_ low: Point, _ high: Point) {
    left = Int(low.x.rounded(.down))
    top = Int(low.y.rounded(.down))
    width = Int(high.x.rounded(.up)) - left
    height = Int(high.y.rounded(.up)) - top
    columns = width + 2
    let count = columns * (height + 1)
    if changes.count < count { changes = [Float](repeating: 0, count: count) }
    changes.withUnsafeMutableBufferPointer { changes in
      for index in 0..<count { changes[index] = 0 }
    }
  }

  /// Adds what a closed outline covers, or takes it away where its corners turn the other way or `sign`
  /// is -1.
  mutating func add(_ corners: [Point], sign: Float) {
    let (columns, origin) = (columns, Point(Double(left), Double(top)))
    changes.withUnsafeMutableBufferPointer { changes in
      guard let base = changes.baseAddress else { return }
      var from = corners[corners.count - 1].moved(-origin.x, -origin.y)
      for corner in corners {
        let to = corner.moved(-origin.x, -origin.y)
        Self.addEdge(from, to, sign, base, columns)
        from = to
      }
    }
  }

  private static func addEdge(
    _ from: Point, _ to: Point, _ sign: Float, _ changes: UnsafeMutablePointer<Float>,
    _ columns: Int
  ) {
    guard from.y != to.y else { return }
    let isDown = from.y < to.y
    let (upper, lower) = isDown ? (from, to) : (to, from)
    let direction = isDown ? sign : -sign
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    var x = upper.x
    for row in Int(upper.y)..<Int(lower.y.rounded(.up)) {
      let height = min(Double(row + 1), lower.y) - max(Double(row), upper.y)
      let next = x + slope * height
      let (low, high) = (min(x, next), max(x, next))
      let area = direction * Float(height)
      let line = changes + row * columns
      let first = Int(low)
      let last = Int(high.rounded(.up))
      if last <= first + 1 {
        // Within one pixel: the part to the right of the middle of the edge is covered.
        let middle = Float((low + high) / 2 - Double(first))
        line[first] += area * (1 - middle)
        line[first + 1] += area * middle
      } else {
        let step = Float(1 / (high - low))
        let start = Float(low - Double(first))
        let begun = 0.5 * step * (1 - start) * (1 - start)
        let end = Float(high - Double(last)) + 1
        let ended = 0.5 * step * end * end
        line[first] += area * begun
        if last == first + 2 {
          line[first + 1] += area * (1 - begun - ended)
        } else {
          let second = step * (1.5 - start)
          line[first + 1] += area * (second - begun)
          for column in first + 2..<last - 1 { line[column] += area * step }
          let most = second + Float(last - first - 3) * step
          line[last - 1] += area * (1 - most - ended)
        }
        line[last] += area * ended
      }
      x = next
    }
  }

  /// Paints the covered pixels of an area, in the box alone.
  func paint(_ pixel: UInt32, opacity: Double, on area: PixelArea) {
    let strength = Float(opacity * 256)
    changes.withUnsafeBufferPointer { changes in
      area.change { row in
        for line in 0..<height {
          let target = row(top + line) + left
          var sum: Float = 0
          for column in 0..<width {
            sum += changes[line * columns + column]
            let covered = UInt32(min(sum.magnitude, 1) * strength + 0.5)
            if covered > 0 { target[column] = PixelArea.blend(target[column], pixel, covered) }
          }
        }
      }
    }
  }
}
