import CDeflate

/// The writer of PNG files: 8-bit RGB, one IDAT chunk, the same bytes for the same pixels.
///
/// Rows are not filtered. Three figures of 960x720 by libdeflate at level 6, in KB (1000 bytes):
///
///     filter             none   sub    up     adaptive
///     curves, labels     58     79     69     70
///     color field, dots  396    373    400    373
///     field, hatching    722    608    730    608
///
/// Filters save a sixth at the most, on fields that few figures have, and cost a third where most
/// figures are: flat color, which repeats exactly only when it is not filtered.
///
/// - Source: PNG specification, third edition (W3C 2025).
struct PNGEncoder {
  /// Pixels across.
  let columns: Int
  /// Pixels down.
  let rows: Int
  /// The resolution to state in pixels per meter, none if nil.
  var pixelsPerMeter: UInt32?
  /// Keywords (1 to 79 Latin letters) with their texts, written as iTXt in UTF-8.
  var texts: [(keyword: String, text: String)] = []

  /// Returns the file of `pixels`, `0xRRGGBB` each, row-major from the top.
  func encode(_ pixels: UnsafeBufferPointer<UInt32>) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(pixels.count / 4 + 4096)
    // Eight bits a sample, color type 2 (RGB), the only compression and filter method, one pass.
    append(
      "IHDR",
      bigEndian(UInt32(columns)) + bigEndian(UInt32(rows)) + [8, 2, 0, 0, 0], to: &file)
    if let pixelsPerMeter {
      let density = bigEndian(pixelsPerMeter)
      append("pHYs", density + density + [1], to: &file)
    }
    append("sRGB", [0], to: &file)
    for (keyword, text) in texts {
      // No compression, no language tag, no translated keyword.
      append("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8), to: &file)
    }
    appendPixels(pixels, to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Adds the pixels where they are compressed, without a copy.
  private func appendPixels(_ pixels: UnsafeBufferPointer<UInt32>, to file: inout [UInt8]) {
    guard let base = pixels.baseAddress else { return }
    let start = file.count
    file = PictureDeflater(base, columns: columns, rows: rows)
      .appended(to: file + [0, 0, 0, 0] + Array("IDAT".utf8))
    file.replaceSubrange(start..<start + 4, with: bigEndian(UInt32(file.count - start - 8)))
    file += checksum(of: file, from: start + 4)
  }

  private func append(_ type: String, _ body: [UInt8], to file: inout [UInt8]) {
    file += bigEndian(UInt32(body.count))
    let start = file.count
    file += Array(type.utf8)
    file += body
    file += checksum(of: file, from: start)
  }

  private func checksum(of file: [UInt8], from start: Int) -> [UInt8] {
    bigEndian(
      file.withUnsafeBytes {
        libdeflate_crc32(0, $0.baseAddress.map { $0 + start }, file.count - start)
      })
  }

  private func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }
}
