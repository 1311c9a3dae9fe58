/// Bytes under construction, filled bit by bit from the lowest.
struct BitStream {
  /// The whole bytes so far.
  private(set) var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Goes on after `bytes`.
  init(after bytes: [UInt8]) { self.bytes = bytes }

  /// Adds the lowest `count` bits of `bits`, 32 at most; those above must be 0.
  @inline(__always)
  mutating func add(_ bits: UInt64, _ count: Int) {
    pending |= bits << UInt64(truncatingIfNeeded: pendingCount)
    pendingCount += count
    if pendingCount >= 32 { flushWord() }
  }

  @inline(never)
  private mutating func flushWord() {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian) {
      bytes.append(contentsOf: $0)
    }
    pending >>= 32
    pendingCount -= 32
  }

  /// Fills the last byte up with zeros.
  mutating func finish() {
    while pendingCount > 0 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
    (pending, pendingCount) = (0, 0)
  }
}
