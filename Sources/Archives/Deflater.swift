import CDeflate

/// Compresses bytes to raw DEFLATE streams.
///
/// - Source: RFC 1951; computed by libdeflate
final class Deflater {
  /// Nil without the memory for it: then nothing is compressed.
  private let compressor: OpaquePointer?

  /// Weights and activations shrink by a twentieth, whole numbers and repeated rows by most of their size; more
  /// than this level gains nothing on either.
  private static let level: Int32 = 6

  init() { compressor = libdeflate_alloc_compressor(Self.level) }

  deinit { libdeflate_free_compressor(compressor) }

  /// The stream of `bytes`; nil unless it is shorter than they are.
  func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor, bytes.count > 1 else { return nil }
    let stream = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { output, count in
      count = libdeflate_deflate_compress(
        compressor, bytes, bytes.count, output.baseAddress, output.count)
    }
    return stream.isEmpty ? nil : stream
  }
}
