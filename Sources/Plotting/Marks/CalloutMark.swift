public import Drawings

/// A part of a diagram with its name: a thin line leads from the part to words at the panel's foot.
public struct Callout: Sendable, Equatable {
  /// The part, in data units.
  public var place: Point
  /// Another place, in data units, that the line begins on the way to; nil for the part itself.
  public var toward: Point?
  /// How many points on that way.
  public var distance: Double
  /// Points to the right and down from there to where the line begins.
  public var offset: Size
  /// Points to the right and down from there to where the line turns straight down.
  public var elbow: Size
  /// The name of the part.
  public var title: String
  /// What there is to say about it.
  public var text: String

  /// Makes a callout.
  public init(
    at place: Point, toward: Point? = nil, distance: Double = 0, offset: Size = Size(0, 0),
    elbow: Size = Size(0, 0), title: String, text: String
  ) {
    self.place = place
    self.toward = toward
    self.distance = distance
    self.offset = offset
    self.elbow = elbow
    self.title = title
    self.text = text
  }

  /// The height that the words of callouts take below a diagram, in points.
  ///
  /// - Parameters:
  ///   - callouts: What is to be named.
  ///   - theme: The sizes of text.
  ///   - width: The width of the panel, of which each callout has an equal part.
  ///   - measurer: The font metrics.
  /// - Returns: The height in points, the room for the lines included.
  public static func height(
    of callouts: [Callout], in theme: Theme, width: Double, measuring measurer: TextMeasurer
  ) -> Double {
    let slot = width / Double(max(callouts.count, 1))
    let lines = callouts.map { $0.lines(in: theme, slot: slot, measurer).count }.max() ?? 0
    return leaderRoom(theme) + theme.tick.leading * (Double(lines) + 0.4)
  }

  /// Room for the lines to fan out.
  static func leaderRoom(_ theme: Theme) -> Double { theme.tick.size * 2.4 }

  func lines(
    in theme: Theme, slot: Double, _ measurer: TextMeasurer
  ) -> [(text: String, style: TextStyle)] {
    let width = slot - theme.tick.size * 0.9
    return measurer.lines(of: title, theme.tick.bold, width: width).map { ($0, theme.tick.bold) }
      + measurer.lines(of: text, theme.tick, width: width).map { ($0, theme.tick) }
  }

  fileprivate func start(in frame: Frame) -> Point {
    var start = frame.place(place)
    if let toward {
      let end = frame.place(toward)
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
      start = start.moved(dx / length * distance, dy / length * distance)
    }
    return start.moved(offset.width, offset.height)
  }
}

extension Mark {
  /// Callouts, in the order of their parts from left to right; their words fill the last `height`
  /// points of the panel.
  public static func callouts(_ callouts: [Callout], height: Double) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let (theme, area) = (frame.theme, frame.area)
      let slot = area.width / Double(max(callouts.count, 1))
      let floor = area.bottom - height
      for (index, callout) in callouts.enumerated() {
        let start = callout.start(in: frame)
        guard start.isFinite else { continue }
        let middle = area.x + slot * (Double(index) + 0.5)
        var y = floor + Callout.leaderRoom(theme)
        let elbow = start.moved(callout.elbow.width, callout.elbow.height)
        drawing.stroke(
          .polyline([
            start, elbow, Point(elbow.x, max(floor, elbow.y)),
            Point(middle, y - theme.tick.size * 0.35),
          ]), theme.quietInk, StrokeStyle(width: theme.hairline, cap: .round))
        drawing.fill(.circle(start, radius: theme.line), theme.quietInk)
        for line in callout.lines(in: theme, slot: slot, frame.measurer) {
          drawing.text(
            line.text, at: Point(middle, y), line.style,
            line.style.isBold ? theme.ink : theme.quietInk, horizontal: .middle, vertical: .top,
            measuring: frame.measurer)
          y += theme.tick.leading
        }
      }
    }
  }

  /// A piece of a circle of `radius` points around a place, from the way to one other place to the way
  /// to another, and a little beyond both; the places are in data units and less than a half turn apart.
  public static func arc(
    around center: Point, radius: Double, from first: Point, to last: Point, color: Color,
    width: Double
  ) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let middle = frame.place(center)
      func way(_ place: Point) -> Point {
        let end = frame.place(place)
        let (dx, dy) = (end.x - middle.x, end.y - middle.y)
        let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
        return Point(dx / length, dy / length)
      }
      let (a, b) = (way(first), way(last))
      let points = (0...24).map { step -> Point in
        let share = Double(step) / 24 * 1.3 - 0.15
        let (x, y) = (a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
        let length = max((x * x + y * y).squareRoot(), 1e-9)
        return middle.moved(x / length * radius, y / length * radius)
      }
      guard points.allSatisfy({ $0.isFinite }) else { return }
      drawing.stroke(.polyline(points), color, StrokeStyle(width: width, cap: .round))
    }
  }
}
