import CCairo
import Drawings

/// The pixels under a canvas, for the few things that Cairo draws slowly and figures have many of.
///
/// Everything here draws what Cairo would, edges covered in part included, within the rounding of a
/// coverage.
struct PixelArea {
  private let surface: OpaquePointer
  private let pixels: UnsafeMutablePointer<UInt32>
  /// Pixels to a point.
  let scale: Double
  /// What may be drawn on, in pixels.
  var bounds: Rectangle

  /// The pixels of an image surface; nil of any other.
  init?(of surface: OpaquePointer, scale: Double) {
    let columns = Int(cairo_image_surface_get_width(surface))
    let rows = Int(cairo_image_surface_get_height(surface))
    guard let data = cairo_image_surface_get_data(surface),
      Int(cairo_image_surface_get_stride(surface)) == columns * 4
    else { return nil }
    self.surface = surface
    pixels = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self)
    stride = columns
    self.scale = scale
    bounds = Rectangle(x: 0, y: 0, width: Double(columns), height: Double(rows))
  }

  private let stride: Int

  /// The same with less to draw on: what also lies in `rectangle`, in points.
  func clipped(to rectangle: Rectangle) -> PixelArea {
    var result = self
    let (x, y) = (max(bounds.x, rectangle.x * scale), max(bounds.y, rectangle.y * scale))
    result.bounds = Rectangle(
      x: x, y: y, width: max(0, min(bounds.right, rectangle.right * scale) - x),
      height: max(0, min(bounds.bottom, rectangle.bottom * scale) - y))
    return result
  }

  /// Whether all of a box, in pixels, may be drawn on.
  func holds(left: Double, top: Double, right: Double, bottom: Double) -> Bool {
    left >= bounds.x && top >= bounds.y && right <= bounds.right && bottom <= bounds.bottom
  }

  /// Lets `body` write pixels; Cairo learns of it.
  func change(_ body: (_ row: (Int) -> UnsafeMutablePointer<UInt32>) -> Void) {
    cairo_surface_flush(surface)
    body { pixels + $0 * stride }
    cairo_surface_mark_dirty(surface)
  }

  /// A color as a pixel.
  static func pixel(_ color: Color) -> UInt32 {
    let (red, green, blue, _) = color.bytes
    return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// A pixel covered by another to `coverage` of 0...256.
  @inline(__always)
  static func blend(_ under: UInt32, _ over: UInt32, _ coverage: UInt32) -> UInt32 {
    // Red and blue at once; a component and a half of room lie between them.
    let rest = 256 - coverage
    let pair = ((under & 0xFF00FF) &* rest &+ (over & 0xFF00FF) &* coverage &+ 0x800080) >> 8
    let green = ((under & 0x00FF00) &* rest &+ (over & 0x00FF00) &* coverage &+ 0x008000) >> 8
    return pair & 0xFF00FF | green & 0x00FF00
  }
}
