import Drawings
import Plotting
import Rendering
import Synchronization

/// What figures are drawn with.
struct DrawingTools: Sendable {
  let renderer: Renderer
  let measurer: TextMeasurer

  /// - Throws: `RenderError` if a font is missing.
  init() throws(RenderError) {
    MemoryReuse.keepFreedMemory()
    renderer = try Renderer()
    measurer = try PangoTextMeasurer.measurer()
  }
}

/// The same tools for all who draw, made for the first of them: a build that draws nothing reads no font.
final class SharedTools: Sendable {
  private let made = Mutex<DrawingTools?>(nil)

  /// - Throws: `RenderError` if a font is missing.
  func get() throws -> DrawingTools {
    try made.withLock { made in
      if let made { return made }
      let tools = try DrawingTools()
      made = tools
      return tools
    }
  }
}
