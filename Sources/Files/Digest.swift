import CCrypto

/// The SHA-256 digest of some bytes: what the manifest tells files apart by, and what inputs are compared by.
///
/// - Source: FIPS 180-4; computed by OpenSSL, which uses the instructions that processors have for it.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes, as four words in the order of the bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The number of bytes of a digest.
  package static let byteCount = 32

  /// Digests `bytes`.
  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Digest(of: $0) } }

  /// Digests the UTF-8 form of `text`.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { Digest(of: UnsafeRawBufferPointer($0)) }
  }

  private init(of bytes: UnsafeRawBufferPointer) {
    var result = [UInt8](repeating: 0, count: Self.byteCount)
    // A null pointer stands for the current state there: give the address of something for no bytes too.
    withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { spare in
      _ = SHA256(
        (bytes.baseAddress ?? UnsafeRawPointer(spare.baseAddress))?
          .assumingMemoryBound(to: UInt8.self), bytes.count, &result)
    }
    self.init(bytes: result)
  }

  /// The digest whose bytes were noted before: the first 32 of `bytes`.
  package init(bytes: [UInt8]) {
    precondition(bytes.count >= Self.byteCount, "a digest has 32 bytes, not \(bytes.count)")
    words = bytes.withUnsafeBytes { buffer in
      func word(_ index: Int) -> UInt64 {
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The digest that 64 hexadecimal digits write; nil if `text` is something else.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == 2 * Self.byteCount, text.utf8.count == digits.count else { return nil }
    self.init(
      bytes: (0..<Self.byteCount).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] })
  }

  private var parts: [UInt64] { [words.0, words.1, words.2, words.3] }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    parts.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * Self.byteCount) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 2 * Self.byteCount
    }
  }

  package static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
