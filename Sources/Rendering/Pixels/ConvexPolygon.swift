import Drawings

/// A small polygon without dents, in pixels, its corners turning one way.
struct ConvexPolygon {
  /// The corners, 3 or 4.
  private(set) var corners: [Point]
  /// Twice the area; positive.
  let doubleArea: Double

  /// The polygon that a path of lines is; nil of any other path, and where an edge is too short to have
  /// a direction.
  init?(_ path: Path, scale: Double) {
    let elements = path.elements
    guard (4...5).contains(elements.count), case .move = elements[0],
      case .close = elements[elements.count - 1]
    else { return nil }
    var corners: [Point] = []
    corners.reserveCapacity(elements.count - 1)
    for (index, element) in elements.dropLast().enumerated() {
      switch element {
      case .move(let point) where index == 0, .line(let point):
        corners.append(Point(point.x * scale, point.y * scale))
      default: return nil
      }
    }
    self.init(corners)
  }

  private init?(_ corners: [Point]) {
    var turns = (left: false, right: false)
    var area = 0.0
    var before = corners[corners.count - 1]
    for (index, corner) in corners.enumerated() {
      let after = corners[index + 1 < corners.count ? index + 1 : 0]
      let (ax, ay) = (corner.x - before.x, corner.y - before.y)
      let (bx, by) = (after.x - corner.x, after.y - corner.y)
      let turn = ax * by - ay * bx
      if turn > 0 { turns.right = true } else { turns.left = true }
      guard bx * bx + by * by > 1e-6 else { return nil }
      area += before.x * corner.y - before.y * corner.x
      before = corner
    }
    guard turns.left != turns.right else { return nil }
    self.corners = turns.left ? corners.reversed() : corners
    doubleArea = area.magnitude
  }

  /// The polygon whose edges lie `distance` farther out, or farther in where that is negative.
  ///
  /// Outside, sharp corners are cut off. Nil where an edge would vanish or turn around.
  func moved(outward distance: Double) -> [Point]? {
    let count = corners.count
    var result: [Point] = []
    result.reserveCapacity(2 * count)
    let normals = corners.indices.map { index in
      let (a, b) = (corners[index], corners[index + 1 < count ? index + 1 : 0])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      return Point(dy / length, -dx / length)
    }
    for index in corners.indices {
      let (corner, before) = (corners[index], normals[index > 0 ? index - 1 : count - 1])
      let after = normals[index]
      let cosine = before.x * after.x + before.y * after.y
      if distance > 0, cosine < 0.5 {
        result.append(corner.moved(before.x * distance, before.y * distance))
        result.append(corner.moved(after.x * distance, after.y * distance))
      } else {
        guard cosine > -0.999 else { return nil }
        let share = distance / (1 + cosine)
        result.append(corner.moved((before.x + after.x) * share, (before.y + after.y) * share))
      }
    }
    guard distance < 0 else { return result }
    for index in result.indices {
      let (a, b) = (corners[index], corners[index + 1 < count ? index + 1 : 0])
      let (c, d) = (result[index], result[index + 1 < count ? index + 1 : 0])
      guard (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) > 0 else { return nil }
    }
    return result
  }
}
