/// One of several equal parts of a course, each built by a job of its own: `2/5`.
///
/// A part is made of whole groups of products that hang together, so that nothing is trained twice. Which group goes
/// where depends on the lessons alone.
public struct Shard: Equatable, Sendable, CustomStringConvertible {
  /// Which part, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// More parts than any course has products.
  public static let limit = 100_000

  /// Makes the part `number` of `count`; nil unless it is one of them, and there are at most `limit`.
  public init?(_ number: Int, of count: Int) {
    guard (1...Self.limit).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/5`; nil if it is something else.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number, of: count)
  }

  /// As it is written: `2/5`.
  public var description: String { "\(number)/\(count)" }
}
