import Synchronization

/// What a figure has computed, kept for drawing it once more.
///
/// It is drawn in other languages and themes, and for documents; what is kept depends on none of these.
public final class FigureMemory: Sendable {
  private let made = Mutex<[String: any Sendable]>([:])

  /// Makes an empty memory, for one figure.
  public init() {}

  /// What was first made under this name; made now if it is the first time.
  func once<Value: Sendable, Failure: Error>(
    _ name: String, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = made.withLock({ $0[name] as? Value }) { return value }
    let value = try make()
    made.withLock { $0[name] = value }
    return value
  }
}
