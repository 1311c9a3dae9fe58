/// Values as bytes, one after the other: what `SnapshotReader` reads back to the last bit.
///
/// Whole numbers take as few bytes as they need, seven bits in each. Doubles keep their bits, NaN included.
public struct SnapshotWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer that has written nothing.
  public init() {}

  /// Writes a whole number.
  public mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes the bits of a number.
  public mutating func write(_ value: Double) { write([value], counted: false) }

  /// Writes yes or no.
  public mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a text.
  public mutating func write(_ text: String) {
    let utf8 = Array(text.utf8)
    write(utf8.count)
    bytes += utf8
  }

  /// Writes numbers, as many as there are.
  public mutating func write(_ values: [Double]) { write(values, counted: true) }

  /// Writes the items of a list, as many as there are.
  public mutating func write<Item>(
    _ items: some Collection<Item>, _ item: (inout SnapshotWriter, Item) -> Void
  ) {
    write(items.count)
    for value in items { item(&self, value) }
  }

  /// Writes a value that may be missing.
  public mutating func write<Value>(
    _ value: Value?, _ present: (inout SnapshotWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { present(&self, value) }
  }

  private mutating func write(_ values: [Double], counted: Bool) {
    if counted { write(values.count) }
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}

/// Bytes sealed with a name and a checksum, so that damage and mistaken identity are found.
public enum SnapshotSeal {
  private static let mark: [UInt8] = Array("chalkline snapshot 1\n".utf8)

  /// Seals `content` as what belongs to `name`.
  public static func sealed(_ content: [UInt8], as name: String) -> [UInt8] {
    var header = SnapshotWriter()
    header.write(name)
    let body = mark + header.bytes + content
    return body + checksum(of: body[...])
  }

  /// The content of sealed bytes.
  ///
  /// - Returns: Nil unless the bytes are whole and were sealed as `name`.
  public static func content(of bytes: [UInt8], sealedAs name: String) -> ArraySlice<UInt8>? {
    var header = SnapshotWriter()
    header.write(name)
    let start = mark + header.bytes
    guard bytes.count >= start.count + 8, bytes.starts(with: start) else { return nil }
    let body = bytes[..<(bytes.count - 8)]
    guard checksum(of: body) == Array(bytes[body.endIndex...]) else { return nil }
    return body[start.count...]
  }

  /// Eight bytes that a flipped bit, a missing end or exchanged words change.
  private static func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    func absorb(_ word: UInt64) {
      state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
    }
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        absorb(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for offset in whole..<buffer.count { absorb(UInt64(buffer[offset])) }
    }
    return withUnsafeBytes(of: state.littleEndian) { Array($0) }
  }
}
