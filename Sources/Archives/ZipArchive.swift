import CDeflate

/// A zip archive that is written entry by entry, with a fixed time: 1 January 1980.
///
/// The bytes depend on names and contents alone. Files and archive must be smaller than 4 GiB, and there must be
/// fewer than 65 535 files.
///
/// - Source: PKWARE APPNOTE 6.3
package struct ZipArchive {
  /// The first day that the format can write: year 0 of 1980, month 1, day 1.
  private static let date: UInt16 = 1 << 5 | 1

  private let deflater = Deflater()
  private var offset = 0
  private var directory: [UInt8] = []
  private var count = 0

  /// Begins an archive.
  package init() {}

  /// Adds a file, compressed where that makes it smaller.
  ///
  /// - Returns: Its bytes, which follow those of the file that was added before.
  package mutating func add(_ name: String, content: [UInt8]) -> [UInt8] {
    let compressed = deflater.deflated(content)
    let body = compressed ?? content
    precondition(
      count < 65534 && max(offset + body.count, content.count) < Int(UInt32.max) - 1000,
      "\(content.count) bytes more in a zip archive of \(offset) bytes")
    var common: [UInt8] = []
    // Version 2.0, no flags, deflated or stored, midnight, the fixed date.
    for field in [20, 0, compressed == nil ? 0 : 8, 0, Self.date] as [UInt16] {
      common.append(littleEndian: field)
    }
    let checksum = libdeflate_crc32(0, content, content.count)
    for field in [checksum, UInt32(body.count), UInt32(content.count)] {
      common.append(littleEndian: field)
    }
    common.append(littleEndian: UInt16(name.utf8.count))
    common.append(littleEndian: UInt16(0))

    directory += Array("PK".utf8) + [1, 2, 20, 0] + common
    // No comment, disk 0, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append(littleEndian: UInt32(offset))
    directory += Array(name.utf8)
    count += 1
    let entry = Array("PK".utf8) + [3, 4] + common + Array(name.utf8) + body
    offset += entry.count
    return entry
  }

  /// The bytes that follow those of the last file.
  package func end() -> [UInt8] {
    var end = Array("PK".utf8) + [5, 6, 0, 0, 0, 0]
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt16(count))
    end.append(littleEndian: UInt32(directory.count))
    end.append(littleEndian: UInt32(offset))
    return directory + end + [0, 0]
  }
}

extension ZipArchive {
  /// The archive of some files, piece by piece: of each file, nothing is in memory once its piece has been taken.
  package static func pieces(
    of files: some Sequence<(name: String, content: [UInt8])>
  ) -> AnySequence<[UInt8]> {
    AnySequence { () -> AnyIterator<[UInt8]> in
      var archive = ZipArchive()
      var rest = files.makeIterator()
      var isOver = false
      return AnyIterator {
        if let file = rest.next() { return archive.add(file.name, content: file.content) }
        defer { isOver = true }
        return isOver ? nil : archive.end()
      }
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of an integer, the lowest first.
  fileprivate mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
    for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
