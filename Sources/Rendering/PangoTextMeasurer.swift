public import Drawings
import Synchronization

/// Text measured by Pango with the pinned fonts: what the renderer will draw, to the last unit.
public struct PangoTextMeasurer {
  /// Returns a measurer that remembers what it measured and may be used from any thread.
  ///
  /// Text with missing glyphs is measured with Pango's box in their place; the renderer refuses it.
  /// - Throws: `RenderError.missingFont` if a pinned font is not installed.
  public static func measurer() throws(RenderError) -> TextMeasurer {
    // Making one engine here means that no later one can lack its fonts.
    try TextEngine.borrow { _ throws(RenderError) in }
    let memory = Memory()
    return TextMeasurer { text, style in memory.extent(of: text, style) }
  }

  private final class Memory: Sendable {
    private struct Key: Hashable {
      let text: String
      let style: TextStyle
    }

    /// Extents kept before the memory is emptied.
    private static let limit = 65536

    private let extents = Mutex<[Key: TextExtent]>([:])

    func extent(of text: String, _ style: TextStyle) -> TextExtent {
      let key = Key(text: text, style: style)
      if let known = extents.withLock({ $0[key] }) { return known }
      guard let extent = try? TextEngine.borrow({ $0.line(text, style).extent }) else {
        preconditionFailure("Pango stopped making contexts for \(text.debugDescription)")
      }
      extents.withLock {
        if $0.count >= Self.limit { $0.removeAll(keepingCapacity: true) }
        $0[key] = extent
      }
      return extent
    }
  }
}
