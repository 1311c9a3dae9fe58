public import Drawings

/// A surface over a rectangle as a solid picture: heights above a floor that carries level lines.
public struct Relief: Sendable {
  /// Heights over the rectangle, 0...1; NaN leaves a hole.
  public var heights: Grid
  /// What colors stand for heights.
  public var ramp: ColorRamp
  /// Heights of the level lines on the floor.
  public var levels: [Double]
  /// Paths over the rectangle with their colors, drawn on the surface and on the floor.
  public var paths: [(places: [Point], color: Color)]
  /// The names along the two near edges of the floor.
  public var names: (x: String, y: String)

  /// Makes a relief.
  public init(
    heights: Grid, ramp: ColorRamp, levels: [Double] = [],
    paths: [(places: [Point], color: Color)] = [], names: (x: String, y: String) = ("", "")
  ) {
    self.heights = heights
    self.ramp = ramp
    self.levels = levels
    self.paths = paths
    self.names = names
  }
}

extension Mark {
  /// A relief, in parallel projection from above the near corner; fills the panel.
  public static func relief(_ relief: Relief) -> Mark {
    Mark(extent: Extent(x: 0...1, y: 0...1), isClipped: false) { frame, drawing in
      let painter = ReliefPainter(relief: relief, frame: frame)
      painter.drawFloor(&drawing)
      painter.drawPathsOnFloor(&drawing)
      painter.drawSurface(&drawing)
      painter.drawPaths(&drawing)
      painter.drawNames(&drawing)
    }
  }
}

/// Places of a relief on the page.
private struct ReliefPainter {
  let relief: Relief
  let frame: Frame
  private let scale: Double
  private let offset: Point

  init(relief: Relief, frame: Frame) {
    self.relief = relief
    self.frame = frame
    // Room for the names below the floor, and for numbers beside it.
    let beside = frame.theme.tick.size * 2.6
    let area = frame.area.inset(
      left: beside, right: beside, bottom: frame.theme.label.size * 1.2)
    let corners = [0.0, 1].flatMap { x in
      [0.0, 1].flatMap { y in [0.0, 1].map { ReliefView.project(x, y, $0) } }
    }
    let xs = corners.map { $0.x }
    let ys = corners.map { $0.y }
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 1)
    let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 1)
    scale = min(area.width / (right - left), area.height / (bottom - top))
    offset = Point(
      area.center.x - scale * (left + right) / 2, area.center.y - scale * (top + bottom) / 2)
  }

  private var theme: Theme { frame.theme }

  /// The place of shares along the edges, at a height of the box.
  private func place(_ x: Double, _ y: Double, _ height: Double) -> Point {
    let point = ReliefView.project(x, y, height)
    return Point(offset.x + scale * point.x, offset.y + scale * point.y)
  }

  private func share(_ point: Point) -> Point {
    let (xs, ys) = (relief.heights.xs, relief.heights.ys)
    return Point(
      (point.x - xs[0]) / (xs[xs.count - 1] - xs[0]), (point.y - ys[0]) / (ys[ys.count - 1] - ys[0])
    )
  }

  /// The height in the box of a height of the surface: the floor lies well below its lowest point.
  private func lifted(_ height: Double) -> Double {
    ReliefView.gap + (1 - ReliefView.gap) * height
  }

  func drawFloor(_ drawing: inout Drawing) {
    let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { place($0.0, $0.1, 0) }
    drawing.fill(.polyline(corners, closed: true), theme.panel)
    drawing.stroke(
      .polyline(corners, closed: true), theme.frame, StrokeStyle(width: theme.hairline))
    for level in relief.levels {
      let color = relief.ramp(level)
      for line in relief.heights.contours(at: level) {
        let places = line.points.map { point in
          let share = share(point)
          return place(share.x, share.y, 0)
        }
        drawing.stroke(
          .polyline(places, closed: line.isClosed), color,
          StrokeStyle(width: theme.line * 0.8, cap: .round))
      }
    }
  }

  /// The cells from the far corner to the near one, so that what is near covers what is far.
  func drawSurface(_ drawing: inout Drawing) {
    let grid = relief.heights
    let (columns, rows) = (grid.xs.count, grid.ys.count)
    func corner(_ column: Int, _ row: Int) -> (place: Point, height: Double) {
      let height = grid[column, row]
      let (x, y) = (Double(column) / Double(columns - 1), Double(row) / Double(rows - 1))
      return (place(x, y, lifted(height)), height)
    }
    for row in (0..<rows - 1).reversed() {
      for column in 0..<columns - 1 {
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { corner(column + $0.0, row + $0.1) }
        let mean = corners.reduce(0) { $0 + $1.height } / 4
        guard mean.isFinite else { continue }
        let path = Path.polyline(corners.map { $0.place }, closed: true)
        drawing.fill(path, relief.ramp(mean))
        // Thin lines of the page's color show how the surface bends, and hide the seams.
        drawing.stroke(
          path, theme.background.opacity(0.22), StrokeStyle(width: theme.hairline * 0.8))
      }
    }
  }

  /// The part of a path that lies over the floor, in shares of its edges.
  private func shares(of places: [Point]) -> [Point] {
    places.map(share).filter {
      $0.isFinite && (0...1).contains($0.x) && (0...1).contains($0.y)
    }
  }

  func drawPathsOnFloor(_ drawing: inout Drawing) {
    for (places, color) in relief.paths {
      let floor = shares(of: places).map { place($0.x, $0.y, 0) }
      drawing.stroke(
        .polyline(floor), color.opacity(0.55),
        StrokeStyle(width: theme.line, dash: [theme.line * 2, theme.line * 2.4], cap: .round))
    }
  }

  func drawPaths(_ drawing: inout Drawing) {
    for (places, color) in relief.paths {
      let shares = shares(of: places)
      let surface = shares.compactMap { share -> Point? in
        guard let height = relief.heights.value(atShare: share) else { return nil }
        return place(share.x, share.y, lifted(height))
      }
      drawing.stroke(
        .polyline(surface), theme.background.opacity(0.8),
        StrokeStyle(width: theme.boldLine * 1.8, cap: .round))
      drawing.stroke(
        .polyline(surface), color, StrokeStyle(width: theme.boldLine, cap: .round))
      guard let first = surface.first, let last = surface.last else { continue }
      let start = DotShape.circle.path(first, radius: theme.dot * 1.2)
      drawing.fill(start, theme.background)
      drawing.stroke(start, color, StrokeStyle(width: theme.line))
      drawing.fill(.circle(last, radius: theme.dot * 1.3), color)
    }
  }

  func drawNames(_ drawing: inout Drawing) {
    let below = theme.label.size * 1.1
    for (name, x, y) in [(relief.names.x, 0.5, 0.0), (relief.names.y, 1.0, 0.5)] where !name.isEmpty
    {
      let middle = place(x, y, 0)
      let isLeft = y == 0
      drawing.text(
        name, at: middle.moved(isLeft ? -below * 0.3 : below * 0.3, below), theme.label, theme.ink,
        horizontal: isLeft ? .end : .start, vertical: .middle, measuring: frame.measurer)
    }
    drawEnds(&drawing)
  }

  /// The values at the ends of the two near edges.
  private func drawEnds(_ drawing: inout Drawing) {
    let (xs, ys) = (relief.heights.xs, relief.heights.ys)
    let below = theme.tick.size * 0.8
    let ends: [(Double, Double, Double, HorizontalAnchor, Double)] = [
      (xs[0], 0, 0, .end, -below), (xs[xs.count - 1], 1, 0, .end, -below),
      (ys[0], 1, 0, .start, below), (ys[ys.count - 1], 1, 1, .start, below),
    ]
    for (value, x, y, anchor, dx) in ends {
      drawing.text(
        NumberText.significant(value, digits: 2), at: place(x, y, 0).moved(dx, below * 0.6),
        theme.tick, theme.quietInk, horizontal: anchor, vertical: .middle,
        measuring: frame.measurer)
    }
  }
}

/// The direction from which a relief is seen.
private enum ReliefView {
  /// The lowest point of the surface over the floor, as a share of the box.
  static let gap = 0.42
  /// How high the box is, its edges being 1.
  private static let rise = 0.95
  // Turned by 35°, looked at from 28° above: the floor shows, and slopes do as well.
  private static let turn = (cosine: 0.8191520442889918, sine: 0.573576436351046)
  private static let tilt = (cosine: 0.882947592858927, sine: 0.4694715627858908)

  /// Right and down on the page, in units of the edges.
  static func project(_ x: Double, _ y: Double, _ height: Double) -> Point {
    let across = x * turn.cosine + y * turn.sine
    let away = y * turn.cosine - x * turn.sine
    return Point(across, -away * tilt.sine - height * rise * tilt.cosine)
  }
}
