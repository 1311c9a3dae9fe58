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

  /// Writes bytes, as many as there are.
  public mutating func write(_ values: [UInt8]) {
    write(values.count)
    bytes += values
  }

  /// Writes bytes whose number the reader knows.
  public mutating func write(raw values: [UInt8]) { bytes += values }

  /// Writes words of four bytes whose number the reader knows.
  public mutating func write(_ words: [UInt32]) {
    bytes.reserveCapacity(bytes.count + 4 * words.count)
    for word in words {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
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
