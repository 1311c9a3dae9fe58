/// What is wrong with the bytes of a snapshot: they do not hold what was looked for.
public struct SnapshotError: Error, Equatable, Sendable {
  /// Makes an error.
  public init() {}
}

/// Reads what a `SnapshotWriter` has written, in the same order.
///
/// Every read is checked against the end of the bytes, and no length that they claim is believed.
public struct SnapshotReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// Makes a reader of `bytes`.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// Whether everything has been read.
  public var isAtEnd: Bool { place == bytes.endIndex }

  /// Reads a whole number.
  public mutating func integer() throws(SnapshotError) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
    }
    throw SnapshotError()
  }

  /// Reads a whole number that counts something in memory: never below 0.
  public mutating func count(atMost limit: Int = .max) throws(SnapshotError) -> Int {
    let value = try integer()
    guard value >= 0, value <= limit else { throw SnapshotError() }
    return value
  }

  /// Reads the bits of a number.
  public mutating func number() throws(SnapshotError) -> Double { try numbers(1)[0] }

  /// Reads yes or no.
  public mutating func flag() throws(SnapshotError) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw SnapshotError() }
    return byte == 1
  }

  /// Reads a text.
  public mutating func text() throws(SnapshotError) -> String {
    let length = try count(atMost: bytes.endIndex - place)
    let text = String(validating: bytes[place..<(place + length)], as: UTF8.self)
    guard let text else { throw SnapshotError() }
    place += length
    return text
  }

  /// Reads bytes, as many as were written.
  public mutating func rawBytes() throws(SnapshotError) -> [UInt8] {
    try Array(raw(try count(atMost: bytes.endIndex - place)))
  }

  /// Reads so many bytes.
  public mutating func raw(_ length: Int) throws(SnapshotError) -> ArraySlice<UInt8> {
    guard length <= bytes.endIndex - place else { throw SnapshotError() }
    defer { place += length }
    return bytes[place..<(place + length)]
  }

  /// Reads so many words of four bytes.
  public mutating func words(_ count: Int) throws(SnapshotError) -> [UInt32] {
    guard count >= 0, count <= (bytes.endIndex - place) / 4 else { throw SnapshotError() }
    let start = place - bytes.startIndex
    place += 4 * count
    return bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        UInt32(
          littleEndian: buffer.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
      }
    }
  }

  /// Reads numbers, as many as were written.
  public mutating func numbers() throws(SnapshotError) -> [Double] {
    try numbers(try count(atMost: (bytes.endIndex - place) / 8))
  }

  /// Reads the items of a list.
  public mutating func list<Item>(
    _ item: (inout SnapshotReader) throws(SnapshotError) -> Item
  ) throws(SnapshotError) -> [Item] {
    // Each item takes a byte at least.
    let length = try count(atMost: bytes.endIndex - place)
    var items: [Item] = []
    for _ in 0..<length { items.append(try item(&self)) }
    return items
  }

  /// Reads a value that may be missing.
  public mutating func optional<Value>(
    _ present: (inout SnapshotReader) throws(SnapshotError) -> Value
  ) throws(SnapshotError) -> Value? {
    try flag() ? try present(&self) : nil
  }

  private mutating func byte() throws(SnapshotError) -> UInt8 {
    guard place < bytes.endIndex else { throw SnapshotError() }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func numbers(_ count: Int) throws(SnapshotError) -> [Double] {
    guard count <= (bytes.endIndex - place) / 8 else { throw SnapshotError() }
    let start = place - bytes.startIndex
    place += 8 * count
    return bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        let bits = buffer.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self)
        return Double(bitPattern: UInt64(littleEndian: bits))
      }
    }
  }
}
