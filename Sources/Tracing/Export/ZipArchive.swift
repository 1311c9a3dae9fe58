/// A zip archive of files that are stored as they are, with a fixed time: 1 January 1980.
///
/// Files and archive must be smaller than 4 GiB, and there must be fewer than 65 535 files.
///
/// - Source: PKWARE APPNOTE 6.3
struct ZipArchive {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
  /// The first day that the format can write: year 0 of 1980, month 1, day 1.
  private static let date: UInt16 = 1 << 5 | 1

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file.
  mutating func add(_ name: String, content: [UInt8]) {
    precondition(
      count < 65534 && bytes.count + content.count + name.utf8.count < Int(UInt32.max) - 100,
      "\(content.count) bytes more in a zip archive of \(bytes.count) bytes")
    let offset = UInt32(bytes.count)
    var common: [UInt8] = []
    // Version 2.0, no flags, stored, midnight, the fixed date.
    for field in [20, 0, 0, 0, Self.date] as [UInt16] { common.append(littleEndian: field) }
    for field in [Self.checksum(content), UInt32(content.count), UInt32(content.count)] {
      common.append(littleEndian: field)
    }
    common.append(littleEndian: UInt16(name.utf8.count))
    common.append(littleEndian: UInt16(0))

    bytes += Array("PK".utf8) + [3, 4] + common + Array(name.utf8) + content
    directory += Array("PK".utf8) + [1, 2, 20, 0] + common
    // No comment, disk 0, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(littleEndian: offset)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  func finished() -> [UInt8] {
    var end = Array("PK".utf8) + [5, 6, 0, 0, 0, 0]
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt32(directory.count))
    end.append(littleEndian: UInt32(bytes.count))
    return bytes + directory + end + [0, 0]
  }

  /// CRC-32 with the polynomial 0x04C11DB7, reflected.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { value, byte in
      table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8)
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of an integer, the lowest first.
  mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
