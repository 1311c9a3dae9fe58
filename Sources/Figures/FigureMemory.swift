import Synchronization

/// What was made once and serves whoever asks for it again.
///
/// A figure is drawn in several languages and themes, and for documents; the frames of an animation have much
/// in common.
public final class FigureMemory: Sendable {
  private let made = Mutex(KeyedValues())

  /// Makes an empty memory, for one figure.
  public init() {}

  /// What was first made under a key; made now if it is the first time.
  func once<Key: Hashable & Sendable, Value: Sendable, Failure: Error>(
    _ key: Key, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let known: Value? = made.withLock { $0[key] }
    if let known { return known }
    let value = try make()
    made.withLock { $0[key] = value }
    return value
  }
}
