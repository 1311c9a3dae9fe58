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
