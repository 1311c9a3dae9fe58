import CDeflate
import Drawings

/// The parts of a PNG file, read without the code under test.
struct PNGReader {
  /// One chunk: its type, its body, and whether its checksum is right.
  struct Chunk {
    let type: String
    let body: [UInt8]
    let isIntact: Bool
  }

  /// All chunks, in order.
  let chunks: [Chunk]

  /// Splits `file`; a file without the signature has no chunks.
  init(_ file: [UInt8]) {
    var chunks: [Chunk] = []
    var at = 8
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      self.chunks = []
      return
    }
    while at + 12 <= file.count {
      let length = Int(Self.word(file, at))
      guard at + 12 + length <= file.count else { break }
      let named = Array(file[at + 4..<at + 8 + length])
      let isIntact = libdeflate_crc32(0, named, named.count) == Self.word(file, at + 8 + length)
      let type = String(decoding: named[..<4], as: UTF8.self)
      chunks.append(Chunk(type: type, body: Array(named[4...]), isIntact: isIntact))
      at += 12 + length
    }
    self.chunks = chunks
  }

  /// The body of the first chunk of `type`; empty if there is none.
  func body(_ type: String) -> [UInt8] { chunks.first { $0.type == type }?.body ?? [] }

  /// The international texts by keyword.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for chunk in chunks where chunk.type == "iTXt" {
      let end = chunk.body.firstIndex(of: 0) ?? 0
      let keyword = String(decoding: chunk.body[..<end], as: UTF8.self)
      texts[keyword] = String(decoding: chunk.body[(end + 5)...], as: UTF8.self)
    }
    return texts
  }

  /// Pixels across and down, and per meter each way.
  var size: (columns: Int, rows: Int) {
    let header = body("IHDR")
    return (Int(Self.word(header, 0)), Int(Self.word(header, 4)))
  }

  /// The big-endian number of four bytes at `index`.
  static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The pixels of an 8-bit RGB file, `nil` if they do not decode.
  var pixels: [UInt32]? {
    let (columns, rows) = size
    let (data, line) = (body("IDAT"), columns * 3 + 1)
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var bytes = [UInt8](repeating: 0, count: line * rows)
    let result = libdeflate_zlib_decompress(
      decompressor, data, data.count, &bytes, bytes.count, nil)
    guard result == LIBDEFLATE_SUCCESS else { return nil }
    // Every row unfiltered: the only kind that the encoder writes.
    guard (0..<rows).allSatisfy({ bytes[$0 * line] == 0 }) else { return nil }
    return (0..<rows * columns).map { index in
      rgb(bytes, index / columns * line + 1 + index % columns * 3)
    }
  }
}
