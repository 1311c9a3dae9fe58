public import Drawings

/// An image file in memory, with its size.
public struct EncodedImage: Equatable, Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Pixels across and down where the format is a raster, points otherwise.
  public let size: Size

  /// Makes an image of its file.
  public init(bytes: [UInt8], size: Size) {
    self.bytes = bytes
    self.size = size
  }
}
