public import Drawings
import Plotting
import Synchronization

/// What the frames of an animation have in common: the values that axes and ramps must span, the widths of
/// what is written, and what need be made only once.
///
/// A figure asks for what it needs in one frame and gets what all frames so far have needed. Drawn once to
/// fill the book and once more to be kept, nothing jumps from one frame to the next.
public final class FrameBook: Sendable {
  private struct Pages: Sendable {
    var spans: [String: ClosedRange<Double>] = [:]
    var widths: [String: Double] = [:]
    var lineCounts: [String: Int] = [:]
    var keys: [String: [Key]] = [:]
    var size = Size(0, 0)
  }

  private final class Store: Sendable {
    let made = Mutex<[String: any Sendable]>([:])
  }

  private let pages = Mutex(Pages())
  private let store: Store

  /// Makes an empty book; what is made once may be that of another book, for another language.
  public init(sharing other: FrameBook? = nil) { store = other?.store ?? Store() }

  /// The least range that holds `range` and all that was entered under this name before.
  ///
  /// A range with an end that is not finite is returned as it is, and not entered.
  public func span(_ name: String, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.lowerBound.isFinite, range.upperBound.isFinite else { return range }
    return pages.withLock { pages in
      let old = pages.spans[name] ?? range
      let union =
        min(old.lowerBound, range.lowerBound)...max(old.upperBound, range.upperBound)
      pages.spans[name] = union
      return union
    }
  }

  /// What was first made under this name; made now if it is the first time.
  public func once<Value: Sendable, Failure: Error>(
    _ name: String, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = store.made.withLock({ $0[name] as? Value }) { return value }
    let value = try make()
    store.made.withLock { $0[name] = value }
    return value
  }

  /// The greatest number that was ever entered under this name.
  func widest(_ name: String, _ width: Double) -> Double {
    pages.withLock { pages in
      let widest = max(pages.widths[name] ?? 0, width)
      pages.widths[name] = widest
      return widest
    }
  }

  /// The greatest count that was ever entered under this name.
  func most(_ name: String, _ count: Int) -> Int {
    pages.withLock { pages in
      let most = max(pages.lineCounts[name] ?? 0, count)
      pages.lineCounts[name] = most
      return most
    }
  }

  /// All keys that were ever entered under this name, each with its latest words.
  func allKeys(_ name: String, _ keys: [Key]) -> [Key] {
    pages.withLock { pages in
      var all = pages.keys[name] ?? []
      var places: [Int] = []
      for key in keys {
        // Of several keys that look the same, the first is the first in every frame.
        let known = all.indices.first { all[$0].symbol == key.symbol && !places.contains($0) }
        if let known { all[known] = key } else { all.append(key) }
        places.append(known ?? all.count - 1)
      }
      pages.keys[name] = all
      return all
    }
  }

  /// The least page that holds `size` and all that were entered before.
  public func page(_ size: Size) -> Size {
    pages.withLock { pages in
      pages.size = Size(
        max(pages.size.width, size.width), max(pages.size.height, size.height))
      return pages.size
    }
  }
}
