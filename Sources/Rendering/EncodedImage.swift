public import Drawings

/// An image file in memory, with its size.
public struct EncodedImage: Equatable, Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Pixels across and down where the format is a raster, points otherwise.
  public let size: Size
  /// Where the markup that a page can hold in itself stands in the file, piece by piece.
  ///
  /// It is the element `svg` without its metadata; there is none in other formats.
  public let markup: [Range<Int>]

  /// Makes an image of its file.
  public init(bytes: [UInt8], size: Size, markup: [Range<Int>] = []) {
    self.bytes = bytes
    self.size = size
    self.markup = markup
  }
}
