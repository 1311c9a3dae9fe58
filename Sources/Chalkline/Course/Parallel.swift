import Dispatch
import Synchronization

/// Short work on all processors, for what must be done before jobs are known.
enum Parallel {
  /// The results of `transform` for each item, in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = transform(items[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { found in items.indices.compactMap { found[$0] } }
  }
}
