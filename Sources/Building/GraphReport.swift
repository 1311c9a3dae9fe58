/// What a build has done, product by product.
package struct GraphReport<ID: ProductID, Failure: Error & Equatable & Sendable>: Sendable {
  /// Why each output that was stale was made, in the order in which that was found.
  package internal(set) var reasons: [(output: ID, reasons: [Reason])] = []
  /// How each value was had.
  package internal(set) var origins: [(product: ID, origin: ProductOrigin)] = []
  /// Values that should have been kept and are not.
  package internal(set) var objections: [(product: ID, objection: ContentStore.Objection)] = []
  /// What is wrong with the course, each thing once.
  package internal(set) var failures: [(product: ID, failure: Failure)] = []
  /// The groups that are up to date.
  package internal(set) var groups: [String] = []
  /// Files that were new or have changed.
  package internal(set) var writtenCount = 0
  /// Files that already held the same bytes.
  package internal(set) var unchangedCount = 0
  /// Whether the build was told to stop before it was done.
  package internal(set) var isInterrupted = false
  /// Why nothing can be built any more; nil if all is well.
  var error: (any Error)?

  /// Adds what another build of some of the same products has done after it.
  package mutating func append(_ other: GraphReport) {
    reasons += other.reasons.filter { reason in
      !reasons.contains { $0.output == reason.output && $0.reasons == reason.reasons }
    }
    origins += other.origins
    objections += other.objections
    for (product, failure) in other.failures { note(failure, of: product) }
    writtenCount += other.writtenCount
    isInterrupted = isInterrupted || other.isInterrupted
  }

  mutating func note(
    _ product: ID, _ origin: ProductOrigin, _ objection: ContentStore.Objection?
  ) {
    origins.append((product, origin))
    if let objection { objections.append((product, objection)) }
  }

  mutating func note(_ failure: Failure, of product: ID) {
    // The same thing may be wrong with a figure in every language.
    if !failures.contains(where: { $0.failure == failure }) { failures.append((product, failure)) }
  }
}

/// How far a build is.
package struct GraphProgress<ID: ProductID>: Sendable {
  /// What a build has come to.
  package enum Event: Sendable {
    /// A product is made, or its value was read.
    case finished(ID, ProductOrigin)
    /// A product is being made; the share of its work that is done, 0...1.
    case underway(ID, Double)
  }

  /// Products that are done, of those known so far.
  package let done: Int
  package let total: Int
  /// The share of the work that is done, 0...1, as far as it can be told before.
  package let share: Double
  package let event: Event
}

/// The work of a build: what is to be expected, and what is done.
struct WorkTally<ID: ProductID> {
  private var expected: [ID: Double] = [:]
  private var underway: [ID: Double] = [:]
  private var doneWork = 0.0
  private(set) var total = 0.0
  private(set) var doneCount = 0
  private(set) var totalCount = 0

  /// Takes into account that a product may have to be made.
  mutating func expect(_ id: ID, _ cost: Double) {
    // What costs nothing is not worth a word.
    guard expected[id] == nil, cost > 0 else { return }
    expected[id] = cost
    total += cost
    totalCount += 1
  }

  /// It need not be made.
  mutating func spare(_ id: ID) {
    guard let cost = expected.removeValue(forKey: id) else { return }
    total -= cost
    totalCount -= 1
  }

  /// It is done, or not to be had.
  mutating func finish(_ id: ID) {
    guard let cost = expected.removeValue(forKey: id) else { return }
    underway[id] = nil
    doneWork += cost
    doneCount += 1
  }

  /// So much of it is done, 0...1; it never goes back.
  mutating func advance(_ id: ID, to share: Double) {
    guard expected[id] != nil else { return }
    underway[id] = max(underway[id] ?? 0, min(max(share, 0), 1))
  }

  /// The share of all work that is done, 0...1.
  var share: Double {
    let partly = underway.reduce(0) { $0 + (expected[$1.key] ?? 0) * $1.value }
    return total > 0 ? min(1, (doneWork + partly) / total) : 1
  }
}
