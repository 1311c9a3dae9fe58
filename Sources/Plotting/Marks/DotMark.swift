public import Drawings

/// The outline of a dot; classes differ in shape as well as in color.
public enum DotShape: Sendable, Equatable, CaseIterable {
  /// A disc.
  case circle
  /// An upright square.
  case square
  /// A triangle on its base.
  case triangle
  /// A square on its corner.
  case diamond

  /// The shape of class `index`; shapes repeat after the last.
  public static func ofClass(_ index: Int) -> DotShape {
    [.square, .circle, .triangle, .diamond][index % 4]
  }

  /// The outline around `center`, of about the same area for every shape.
  public func path(_ center: Point, radius: Double) -> Path {
    switch self {
    case .circle: return .circle(center, radius: radius)
    case .square:
      let half = radius * 0.89
      return .rectangle(
        Rectangle(
          x: center.x - half, y: center.y - half, width: 2 * half, height: 2 * half))
    case .triangle:
      let r = radius * 1.5
      return .polyline(
        [
          center.moved(0, -r), center.moved(r * 0.87, r * 0.55), center.moved(-r * 0.87, r * 0.55),
        ], closed: true)
    case .diamond:
      let r = radius * 1.25
      return .polyline(
        [center.moved(0, -r), center.moved(r, 0), center.moved(0, r), center.moved(-r, 0)],
        closed: true)
    }
  }
}

/// One dot: a place in data units and a look.
public struct Dot: Sendable, Equatable {
  /// Where its center is, in data units.
  public var place: Point
  /// Its outline's form.
  public var shape: DotShape
  /// Its inside.
  public var color: Color
  /// Its size relative to the theme's dots.
  public var scale: Double
  /// The color of a ring around it, if it has one.
  public var ring: Color?

  /// Makes a dot.
  public init(
    _ place: Point, shape: DotShape = .circle, color: Color, scale: Double = 1, ring: Color? = nil
  ) {
    self.place = place
    self.shape = shape
    self.color = color
    self.scale = scale
    self.ring = ring
  }
}

extension Mark {
  /// Dots with a thin edge of the page's color, so that neighbors stay apart; rings lie outside.
  public static func dots(_ dots: [Dot]) -> Mark {
    Mark(extent: Extent(of: dots.map { $0.place }), isClipped: false) { frame, drawing in
      for dot in dots {
        let center = frame.place(dot.place)
        guard center.isFinite,
          frame.area.inset(left: -2, top: -2, right: -2, bottom: -2).contains(center)
        else { continue }
        let radius = frame.theme.dot * dot.scale
        if let ring = dot.ring {
          drawing.stroke(
            .circle(center, radius: radius * 1.95), ring, StrokeStyle(width: frame.theme.line))
        }
        let outline = dot.shape.path(center, radius: radius)
        drawing.fill(outline, dot.color)
        drawing.stroke(
          outline, frame.theme.background, StrokeStyle(width: frame.theme.hairline, join: .miter))
      }
    }
  }

  /// Dots of one color along a path, without those that would touch the one drawn before.
  public static func beads(_ places: [Point], color: Color, scale: Double) -> Mark {
    Mark(extent: Extent()) { frame, drawing in
      let radius = frame.theme.dot * scale
      var before: Point?
      for place in places.map(frame.place) where place.isFinite && frame.area.contains(place) {
        if let before {
          let (dx, dy) = (place.x - before.x, place.y - before.y)
          guard dx * dx + dy * dy >= 6 * radius * radius else { continue }
        }
        before = place
        let outline = Path.circle(place, radius: radius)
        drawing.fill(outline, color)
        drawing.stroke(
          outline, frame.theme.background, StrokeStyle(width: frame.theme.hairline))
      }
    }
  }

  /// Bars standing on `base`, one over each interval across.
  public static func bars(
    _ bars: [(interval: ClosedRange<Double>, value: Double)], base: Double = 0, color: Color,
    gap: Double = 0.5
  ) -> Mark {
    let corners = bars.flatMap {
      [Point($0.interval.lowerBound, base), Point($0.interval.upperBound, $0.value)]
    }
    return Mark(extent: Extent(of: corners)) { frame, drawing in
      for bar in bars where bar.value.isFinite {
        let (start, end) = (frame.x(bar.interval.lowerBound), frame.x(bar.interval.upperBound))
        // Bars narrower than the gap still show.
        let inset = min(gap, (end - start) * 0.2) / 2
        let (left, right) = (start + inset, end - inset)
        // A base of 0 has no place on a logarithmic scale: such bars stand on the axis.
        let top = frame.y(max(bar.value, base))
        let bottom = min(frame.y(min(bar.value, base)), max(frame.area.bottom, top))
        guard right > left, bottom > top, top.isFinite else { continue }
        drawing.fill(
          .rectangle(Rectangle(x: left, y: top, width: right - left, height: bottom - top)), color)
      }
    }
  }
}
