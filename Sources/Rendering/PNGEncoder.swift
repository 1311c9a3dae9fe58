import CDeflate

/// The writer of PNG files: 8-bit RGB, one IDAT chunk, the same bytes for the same pixels.
///
/// Rows are not filtered. Three figures of 960x720, in KB (1000 bytes) and
/// milliseconds of filtering and compressing at level 6:
///
///     filter             none       sub        up         adaptive
///     curves, labels     58, 9.4    79, 7.1    69, 7.2    70, 10.5
///     color field, dots  396, 16.5  373, 22.2  400, 20.8  373, 25.4
///     field, hatching    722, 18.5  608, 23.1  730, 20.9  608, 25.9
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
  /// Whether the file shall be small or soon there.
  var compression = Compression.small
  /// Keywords (1 to 79 Latin letters) with their texts, written as iTXt in UTF-8.
  var texts: [(keyword: String, text: String)] = []

  /// Bytes of one row of pixels, without the byte that names its filter.
  private var rowBytes: Int { columns * 3 }

  /// Returns the file of `pixels`, `0xRRGGBB` each, row-major from the top.
  /// - Throws: `RenderError.library` if there is no memory for it.
  func encode(_ pixels: UnsafeBufferPointer<UInt32>) throws(RenderError) -> [UInt8] {
    let data = try compressed(pixels)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(data.count + 4096)
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
    append("IDAT", data, to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private func append(_ type: String, _ body: [UInt8], to file: inout [UInt8]) {
    file += bigEndian(UInt32(body.count))
    let start = file.count
    file += Array(type.utf8)
    file += body
    let checksum = file.withUnsafeBytes {
      libdeflate_crc32(0, $0.baseAddress.map { $0 + start }, file.count - start)
    }
    file += bigEndian(checksum)
  }

  private func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  private func filtered(_ pixels: UnsafeBufferPointer<UInt32>) -> [UInt8] {
    guard let source = pixels.baseAddress else { return [] }
    let (columns, rows) = (columns, rows)
    let size = rows * (rowBytes + 1)
    // Each pixel is stored as four bytes, of which the next one covers the last.
    return [UInt8](unsafeUninitializedCapacity: size + 1) { bytes, count in
      guard var target = UnsafeMutableRawPointer(bytes.baseAddress) else { return }
      for row in 0..<rows {
        target.storeBytes(of: 0, as: UInt8.self)
        target += 1
        let pixel = source + row * columns
        for column in 0..<columns {
          let redFirst = (pixel[column] << 8).bigEndian
          target.storeBytes(of: redFirst, as: UInt32.self)
          target += 3
        }
      }
      count = size
    }
  }

  /// Returns the compressed rows of `pixels`, each after the byte that names its filter, as in a file's IDAT chunk.
  /// - Throws: `RenderError.library` if there is no memory for it.
  func compressed(_ pixels: UnsafeBufferPointer<UInt32>) throws(RenderError) -> [UInt8] {
    let bytes = filtered(pixels)
    guard let compressor = libdeflate_alloc_compressor(compression.level) else {
      throw .library("libdeflate: no memory to compress \(bytes.count) bytes of pixels")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, output.baseAddress, output.count)
    }
  }
}

/// How a PNG is compressed.
public enum Compression: Sendable {
  /// For files that are kept.
  case small
  /// For the many frames of an animation: about two thirds of the time, and a tenth to a third larger.
  case quick

  /// The level of libdeflate, 1 to 12.
  fileprivate var level: Int32 {
    switch self {
    case .small: 6
    case .quick: 1
    }
  }
}
