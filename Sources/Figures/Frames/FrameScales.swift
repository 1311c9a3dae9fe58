public import Drawings
import Plotting
import Synchronization

/// What the frames of an animation have in common: the values that axes and ramps must span, the room that
/// words take, and what need be made only once.
///
/// A figure asks for what it needs in one frame and gets what all frames so far have needed. Drawn once to
/// learn that and once more to be kept, nothing jumps from one frame to the next.
public final class FrameScales: Sendable {
  private struct Needs: Sendable {
    var spans = KeyedValues()
    var widths: [WidthPlace: Double] = [:]
    var lineCounts: [TextPlace: Int] = [:]
    var keys: [PlotPlace: [Key]] = [:]
    var size = Size(0, 0)
  }

  private let needs = Mutex(Needs())
  /// What is made once.
  let made: FigureMemory

  /// Makes empty scales; what is made once may be that of others, for another language.
  public init(sharing other: FrameScales? = nil) { made = other?.made ?? FigureMemory() }

  /// The least range that holds `range` and all that was asked for under this key before.
  ///
  /// A range with an end that is not finite is returned as it is, and not entered.
  public func span(
    _ key: some Hashable & Sendable, _ range: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return range }
    return needs.withLock { needs in
      let old: ClosedRange<Double> = needs.spans[key] ?? range
      let union =
        min(old.lowerBound, range.lowerBound)...max(old.upperBound, range.upperBound)
      needs.spans[key] = union
      return union
    }
  }

  /// The greatest width that anything at a place ever had.
  func widest(_ place: WidthPlace, _ width: Double) -> Double {
    needs.withLock { needs in
      let widest = max(needs.widths[place] ?? 0, width)
      needs.widths[place] = widest
      return widest
    }
  }

  /// The most lines that a text ever had.
  func most(_ place: TextPlace, _ count: Int) -> Int {
    needs.withLock { needs in
      let most = max(needs.lineCounts[place] ?? 0, count)
      needs.lineCounts[place] = most
      return most
    }
  }

  /// All keys that a plot ever had, each with its latest words.
  func allKeys(of plot: PlotPlace, _ keys: [Key]) -> [Key] {
    needs.withLock { needs in
      var all = needs.keys[plot] ?? []
      var places: [Int] = []
      for key in keys {
        // Of several keys that look the same, the first is the first in every frame.
        let known = all.indices.first { all[$0].symbol == key.symbol && !places.contains($0) }
        if let known { all[known] = key } else { all.append(key) }
        places.append(known ?? all.count - 1)
      }
      needs.keys[plot] = all
      return all
    }
  }

  /// The least page that holds `size` and all that were asked for before.
  public func page(_ size: Size) -> Size {
    needs.withLock { needs in
      needs.size = Size(
        max(needs.size.width, size.width), max(needs.size.height, size.height))
      return needs.size
    }
  }
}

/// A plot of a page: the page itself, or one of its parts, counted from 0.
enum PlotPlace: Hashable, Sendable {
  case page
  case part(Int)
}

/// An axis of a panel.
struct AxisPlace: Hashable, Sendable {
  enum Direction: Hashable, Sendable {
    case across, up
  }

  let plot: PlotPlace
  let panel: Int
  let direction: Direction
}

/// A text of a plot.
struct TextPlace: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    case panelTitle(Int), panelSubtitle(Int), panelFootnotes(Int)
    case subtitle, note
    case key(Int)
  }

  let plot: PlotPlace
  let role: Role
}

/// A line of a text, or one of its parts where it has so many.
struct WidthPlace: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let index: Int
    let count: Int
  }

  let text: TextPlace
  let line: Int
  var part: Part?
}
