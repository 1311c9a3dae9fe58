import Drawings

/// A drawing cut where nothing stands, so that each part can be shown larger than the whole.
///
/// The parts of a table are its lines, those of a grid its rows of panels.
struct DrawingBands {
  /// Commands that stay together: one, or a clip with all inside.
  private struct Item {
    var commands: [DrawingCommand]
    var box: Rectangle
  }

  private let drawing: Drawing
  private let items: [Item]

  init(_ drawing: Drawing) {
    self.drawing = drawing
    var items: [Item] = []
    var open: [DrawingCommand] = []
    var depth = 0
    for command in drawing.commands {
      open.append(command)
      switch command {
      case .pushClip: depth += 1
      case .popClip: depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else { continue }
      if let box = Self.box(of: open) { items.append(Item(commands: open, box: box)) }
      open = []
    }
    self.items = items
  }

  /// The place that commands cover within their clips.
  private static func box(of commands: [DrawingCommand]) -> Rectangle? {
    var clips: [Rectangle?] = []
    var whole: Rectangle?
    for command in commands {
      let box = command.box
      switch command {
      case .pushClip:
        let outer = clips.last ?? box
        clips.append(box.flatMap { box in outer.flatMap { box.intersection($0) } })
      case .popClip: _ = clips.popLast()
      default:
        guard var box else { continue }
        if let clip = clips.last {
          guard let seen = clip.flatMap({ box.intersection($0) }) else { continue }
          box = seen
        }
        whole = whole.map { $0.union(box) } ?? box
      }
    }
    return whole
  }

  /// The drawing without the empty space around it.
  var whole: Drawing { part(items) }

  /// The drawing in `count` parts, as equal in height as the places for cuts allow; nil for too few places.
  ///
  /// `places` are heights at which it may be cut; empty for wherever nothing stands.
  func parts(_ count: Int, cutAt places: [Double]) -> [Drawing]? {
    let gaps = places.isEmpty ? gaps : places.map { (place: $0, room: 0) }
    guard count > 1, gaps.count >= count - 1 else { return nil }
    let (top, bottom) = (
      items.map { $0.box.y }.min() ?? 0, items.map { $0.box.bottom }.max() ?? 0
    )
    // The gap nearest to each of the places that would make equal parts, none of them twice; a wide one,
    // such as that above a heading, may be farther away.
    var cuts: [Double] = []
    for number in 1..<count {
      let ideal = top + (bottom - top) * Double(number) / Double(count)
      let left = gaps.filter { $0.place > (cuts.last ?? -.infinity) }
      func cost(_ gap: (place: Double, room: Double)) -> Double {
        abs(gap.place - ideal) - gap.room * 4
      }
      guard let nearest = left.min(by: { cost($0) < cost($1) }) else { return nil }
      cuts.append(nearest.place)
    }
    let edges = [-Double.infinity] + cuts + [Double.infinity]
    return zip(edges, edges.dropFirst()).map { top, bottom in
      part(items.filter { $0.box.center.y >= top && $0.box.center.y < bottom })
    }
  }

  /// Heights at which nothing stands, with the room there: a point at least.
  private var gaps: [(place: Double, room: Double)] {
    let spans = items.map { ($0.box.y, $0.box.bottom) }.sorted { $0 < $1 }
    var gaps: [(place: Double, room: Double)] = []
    var floor = spans.first?.1 ?? 0
    for (top, bottom) in spans {
      if top - floor >= 1 { gaps.append(((top + floor) / 2, top - floor)) }
      floor = max(floor, bottom)
    }
    return gaps
  }

  private func part(_ items: [Item]) -> Drawing {
    guard let box = items.dropFirst().reduce(items.first?.box, { $0?.union($1.box) }) else {
      return drawing
    }
    var everything = drawing
    everything.commands = items.flatMap { $0.commands }
    var part = Drawing(size: Size(box.width, box.height), background: drawing.background)
    part.place(everything, at: Point(-box.x, -box.y))
    return part
  }
}
