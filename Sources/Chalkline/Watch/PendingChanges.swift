/// Changes that are waited out: what a hand saves in one stroke is to be one build.
///
/// Times are in nanoseconds since any moment; whoever asks brings the clock.
public struct PendingChanges {
  /// How long nothing must happen before a batch is handed on.
  public static let quiet = 30_000_000
  /// How long a batch waits at most, while changes keep coming.
  public static let patience = 400_000_000

  private var paths: Set<String> = []
  private var first = 0
  private var last = 0

  /// Makes an empty batch.
  public init() {}

  /// When the batch is to be handed on; nil if there is nothing.
  public var due: Int? { paths.isEmpty ? nil : min(last + Self.quiet, first + Self.patience) }

  /// Notes what has changed at `now`.
  public mutating func note(_ changed: Set<String>, at now: Int) {
    guard !changed.isEmpty else { return }
    if paths.isEmpty { first = now }
    last = now
    paths.formUnion(changed)
  }

  /// The batch, if it is due at `now`; after it there is nothing.
  public mutating func take(at now: Int) -> Set<String>? {
    guard let due, now >= due else { return nil }
    defer { paths = [] }
    return paths
  }
}
