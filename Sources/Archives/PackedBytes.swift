import CDeflate

/// Bytes that are compressed soon rather than well, for what this program alone reads again.
///
/// - Source: RFC 1951; computed by libdeflate
public enum PackedBytes {
  /// Twice as fast as the usual level, for what is at most a tenth larger.
  private static let level: Int32 = 1
  /// Bytes of the length that stands first.
  private static let headerCount = 8

  /// Returns the packed form of `bytes`; they themselves stand in it where there is no memory to compress them.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty, let compressor = libdeflate_alloc_compressor(level) else {
      return header(0) + bytes
    }
    defer { libdeflate_free_compressor(compressor) }
    let header = header(bytes.count)
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: headerCount + bound) { output, count in
      for (index, byte) in header.enumerated() { output.initializeElement(at: index, to: byte) }
      guard let start = output.baseAddress else { return }
      count =
        headerCount
        + libdeflate_deflate_compress(
          compressor, bytes, bytes.count, start + headerCount, bound)
    }
  }

  /// Returns the bytes that `packed` was made of; nil if it is something else.
  public static func unpack(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
    guard packed.count >= headerCount else { return nil }
    let count = packed.prefix(headerCount).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let stream = packed.dropFirst(headerCount)
    if count == 0 { return Array(stream) }
    // No stream of this form is shorter than a thousandth of what it stands for.
    guard count <= UInt64(stream.count) * 1100 + 100 else { return nil }
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(count)) { output, written in
      let result = stream.withUnsafeBytes { input in
        libdeflate_deflate_decompress(
          decompressor, input.baseAddress, input.count, output.baseAddress, output.count, nil)
      }
      isWhole = result == LIBDEFLATE_SUCCESS
      written = isWhole ? output.count : 0
    }
    return isWhole ? bytes : nil
  }

  private static func header(_ count: Int) -> [UInt8] {
    (0..<headerCount).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }
}
