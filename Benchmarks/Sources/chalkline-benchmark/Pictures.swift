import Drawings
import Plotting
import Rendering

/// What draws and writes the pictures of all workloads, at the pixels and sizes that matplotlib has.
struct Pictures {
  /// Pixels per inch of all pictures.
  static let dpi = 100.0

  let renderer: Renderer
  let measurer: TextMeasurer

  init() throws {
    MemoryReuse.keepFreedMemory()
    renderer = try Renderer()
    measurer = try PangoTextMeasurer.measurer()
  }

  /// The page of so many pixels, in points.
  static func page(_ columns: Double, _ rows: Double) -> Size {
    Size(columns * 72 / dpi, rows * 72 / dpi)
  }

  /// Returns the file of `drawing`; `name` is its id, `title` what it says about itself.
  func file(
    _ drawing: Drawing, _ format: ImageFormat, _ name: String, title: String,
    compression: Compression = .small
  ) throws -> [UInt8] {
    try renderer.encode(
      drawing, as: format, dpi: Self.dpi,
      metadata: ImageMetadata(id: name, title: title, description: title),
      compression: compression
    ).bytes
  }

  /// The two colors of the moons, and the ramp between them.
  static let blue = Color(hex: 0x2166AC)
  static let red = Color(hex: 0xB2182B)
  static let diverging = ColorRamp.through(
    [blue, Color(hex: 0x92C5DE), Color(hex: 0xF7F7F7), Color(hex: 0xF4A582), red],
    name: "diverging")
}
