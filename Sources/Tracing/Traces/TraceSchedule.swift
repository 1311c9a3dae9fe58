import Networks

/// Which moments of a training are kept; the first and the last always are.
///
/// A schedule is a union of rules. Epochs are counted from 0, the untrained network; updates from
/// 1, and an update is kept as the moment just before it.
public struct TraceSchedule: Equatable, Sendable {
  /// What a rule counts in.
  public enum Unit: String, CaseIterable, Sendable {
    /// Whole passes over the data.
    case epochs
    /// Single changes of the parameters.
    case updates
  }

  /// One reason to keep a moment.
  public enum Rule: Equatable, Sendable {
    /// Every so many epochs or updates.
    case every(Int, Unit)
    /// The first so many epochs or updates.
    case first(Int, Unit)
    /// So many epochs from 1 to the last, evenly spaced on a logarithmic axis.
    case logarithmic(Int)
    /// Epochs by number.
    case epochs([Int])
    /// Updates by number.
    case updates([Int])
  }

  /// The rules, each of which can keep a moment.
  public let rules: [Rule]

  /// Makes a schedule of the given rules.
  public init(_ rules: [Rule]) { self.rules = rules }

  /// Keeps the first and the last moment only.
  public static let ends = TraceSchedule([])

  /// The schedule of a scenario that asks for none: about sixteen epochs, dense at the start.
  public static let standard = logarithmic(16)

  /// Keeps every `count`-th epoch or update.
  public static func every(_ count: Int, _ unit: Unit = .epochs) -> TraceSchedule {
    precondition(count > 0, "every \(count) \(unit)")
    return TraceSchedule([.every(count, unit)])
  }

  /// Keeps the first `count` epochs or updates.
  public static func first(_ count: Int, _ unit: Unit = .epochs) -> TraceSchedule {
    TraceSchedule([.first(count, unit)])
  }

  /// Keeps at most `count` epochs, evenly spaced on a logarithmic axis.
  public static func logarithmic(_ count: Int) -> TraceSchedule {
    TraceSchedule([.logarithmic(count)])
  }

  /// Keeps the given epochs.
  public static func epochs(_ epochs: [Int]) -> TraceSchedule { TraceSchedule([.epochs(epochs)]) }

  /// Keeps the moments before the given updates, counted from 1.
  public static func updates(_ updates: [Int]) -> TraceSchedule {
    TraceSchedule([.updates(updates)])
  }

  /// A schedule that keeps what either of the two keeps.
  public func union(_ other: TraceSchedule) -> TraceSchedule {
    TraceSchedule(rules + other.rules.filter { !rules.contains($0) })
  }

  /// Epochs that are kept of a training of `last` epochs, ascending; 0 and `last` among them.
  public func epochs(upTo last: Int) -> [Int] {
    var kept = [0]
    for rule in rules {
      switch rule {
      case .every(let count, .epochs): kept += stride(from: count, to: last, by: count)
      case .first(let count, .epochs) where count > 0: kept += 0...min(count, last)
      case .logarithmic(let count): kept += Self.logarithmic(count, upTo: last)
      case .epochs(let epochs): kept += epochs.filter { (0...last).contains($0) }
      case .every, .first, .updates: break
      }
    }
    return Self.ascending(kept + [last])
  }

  /// Whether the moment before an update is kept of a training of `count` updates.
  ///
  /// - Parameters:
  ///   - update: Number of the update, from 1.
  ///   - count: Number of updates of the training.
  /// - Returns: Whether a rule keeps it; false beyond the ends.
  public func keepsUpdate(_ update: Int, of count: Int) -> Bool {
    guard (1...max(1, count)).contains(update) else { return false }
    return rules.contains { rule in
      switch rule {
      case .every(let step, .updates): update % step == 0
      case .first(let first, .updates): update <= first
      case .updates(let updates): updates.contains(update)
      case .every, .first, .logarithmic, .epochs: false
      }
    }
  }

  /// Updates that are kept of a training of `count` updates, ascending.
  public func updates(upTo count: Int) -> [Int] {
    var kept: [Int] = []
    for rule in rules {
      switch rule {
      case .every(let step, .updates): kept += stride(from: step, through: count, by: step)
      case .first(let first, .updates) where first > 0 && count > 0: kept += 1...min(first, count)
      case .updates(let updates): kept += updates.filter { $0 >= 1 && $0 <= count }
      case .every, .first, .logarithmic, .epochs: break
      }
    }
    return Self.ascending(kept)
  }

  /// The moments in order, each once; quick if they are in order already, as those of one rule are.
  private static func ascending(_ moments: [Int]) -> [Int] {
    var sorted = moments
    if zip(moments, moments.dropFirst()).contains(where: { $0 > $1 }) { sorted.sort() }
    var result: [Int] = []
    result.reserveCapacity(sorted.count)
    for moment in sorted where moment != result.last { result.append(moment) }
    return result
  }

  /// Epochs asked for by number that a training of `last` epochs never reaches, ascending.
  public func epochs(beyond last: Int) -> [Int] {
    rules.flatMap { rule -> [Int] in
      guard case .epochs(let epochs) = rule else { return [] }
      return epochs.filter { $0 > last || $0 < 0 }
    }.sorted()
  }

  /// Updates asked for by number that a training of `count` updates never makes, ascending.
  public func updates(beyond count: Int) -> [Int] {
    rules.flatMap { rule -> [Int] in
      guard case .updates(let updates) = rule else { return [] }
      return updates.filter { $0 > count || $0 < 1 }
    }.sorted()
  }

  /// Number of epochs kept, for estimates; exact unless it is very large.
  func epochCount(upTo last: Int) -> Int {
    let bound = rules.reduce(2) { sum, rule in
      switch rule {
      case .every(let step, .epochs): sum + last / step
      case .first(let count, .epochs): sum + min(count, last)
      case .logarithmic(let count): sum + count
      case .epochs(let epochs): sum + epochs.count
      case .every, .first, .updates: sum
      }
    }
    return bound > Self.countLimit ? min(bound, last + 1) : epochs(upTo: last).count
  }

  /// Number of updates kept, for estimates; exact unless it is very large.
  func updateCount(upTo count: Int) -> Int {
    let bound = rules.reduce(0) { sum, rule in
      switch rule {
      case .every(let step, .updates): sum + count / step
      case .first(let first, .updates): sum + min(first, count)
      case .updates(let updates): sum + updates.count
      case .every, .first, .logarithmic, .epochs: sum
      }
    }
    return bound > Self.countLimit ? min(bound, count) : updates(upTo: count).count
  }

  /// More moments than this are not listed just to be counted.
  private static let countLimit = 100_000

  private static func logarithmic(_ count: Int, upTo last: Int) -> [Int] {
    guard count > 1, last > 1 else { return count == 1 ? [last] : [] }
    let step = Elementary.log(Double(last)) / Double(count - 1)
    return (0..<count).map {
      min(last, Int(Elementary.exp(step * Double($0)).rounded(.toNearestOrEven)))
    }
  }
}
