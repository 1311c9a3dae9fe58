import CCairo
import CQPDF
import Drawings

/// The pictures of a PDF, which Cairo never sees: it draws stand-ins of two pixels in their places, and the file is
/// given the pictures in place of these.
///
/// Cairo would compress each picture anew with zlib; libdeflate takes a fraction of that time, which is most of what
/// a document with color fields takes.
///
/// - Source: ISO 32000-1, sections 8.9.5 (images) and 7.4.4 (Flate, with the predictors of PNG).
final class PDFImages {
  private struct Key: Hashable {
    let name: String
    let isSmooth: Bool
  }

  /// A picture as it stands in the file.
  private struct Picture {
    let columns: Int
    let rows: Int
    /// Compressed, since a document may have hundreds of them.
    let data: [UInt8]
  }

  private var numbers: [Key: Int] = [:]
  private var pictures: [Picture] = []

  /// The first byte of the first pixel of a stand-in, whose other two are its number; all of the second pixel.
  private static let marks: (first: UInt32, second: UInt32) = (0xA50000, 0x00FF80)
  /// The most pictures of a document.
  private static let limit = 1 << 16

  /// Returns what is to be drawn instead of a picture: the same for the same picture, so that a document holds it
  /// once however many of its pages show it.
  ///
  /// - Throws: `RenderError.library` if it cannot be compressed.
  func standIn(for picture: Raster) throws(RenderError) -> CairoSurface {
    let key = Key(name: picture.contentName, isSmooth: picture.isSmooth)
    let number = numbers[key] ?? pictures.count
    guard number < Self.limit else { throw .invalid("a document of \(number) pictures") }
    if numbers[key] == nil {
      numbers[key] = number
      pictures.append(try Self.compressed(picture.sharpened))
    }
    let pixels = [Self.marks.first | UInt32(number), Self.marks.second]
    let surface = try CairoSurface.pixels(
      of: Raster(columns: 2, rows: 1, pixels: pixels, isSmooth: picture.isSmooth))
    surface.name(by: "picture \(number)")
    return surface
  }

  /// Puts the pictures in place of the stand-ins of a file that Cairo wrote.
  ///
  /// - Throws: `RenderError.library` if QPDF cannot.
  func complete(_ file: PDFFile) throws(RenderError) {
    guard !pictures.isEmpty else { return }
    for stream in file.streams {
      guard let number = number(of: stream) else { continue }
      let picture = pictures[number]
      let dictionary = stream.dictionary
      dictionary["/Width"] = file.number(picture.columns)
      dictionary["/Height"] = file.number(picture.rows)
      stream.replaceData(
        by: picture.data, filter: "/FlateDecode",
        parameters: "<< /Predictor 15 /Colors 3 /Columns \(picture.columns) >>")
    }
    try file.check()
  }

  private static func compressed(_ picture: Raster) throws(RenderError) -> Picture {
    let encoder = PNGEncoder(columns: picture.columns, rows: picture.rows)
    let data = try picture.pixels.withUnsafeBufferPointer { pixels throws(RenderError) in
      try encoder.compressed(pixels)
    }
    return Picture(columns: picture.columns, rows: picture.rows, data: data)
  }

  /// The number of the picture that a stream stands for; nil if it stands for none.
  private func number(of stream: PDFFile.PDFObject) -> Int? {
    let dictionary = stream.dictionary
    guard dictionary["/Subtype"]?.name == "/Image", dictionary["/Width"]?.integer == 2,
      dictionary["/Height"]?.integer == 1
    else { return nil }
    let bytes = stream.data.map { UInt32($0) }
    guard bytes.count == 6, bytes[0] << 16 == Self.marks.first,
      bytes[3] << 16 | bytes[4] << 8 | bytes[5] == Self.marks.second
    else { return nil }
    let number = Int(bytes[1] << 8 | bytes[2])
    return number < pictures.count ? number : nil
  }
}

extension Raster {
  /// A name that follows from size and pixels.
  fileprivate var contentName: String {
    // FNV-1a over whole pixels: two pictures of one document do not meet by chance.
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for pixel in pixels { digest = (digest ^ UInt64(pixel)) &* 0x100_0000_01B3 }
    return "\(columns)x\(rows)-\(digest)"
  }
}
