import Drawings
import Rendering
import Testing

struct DeterminismTests {
  let renderer: Renderer
  let drawing: Drawing

  init() throws {
    renderer = try Renderer()
    drawing = everything(measuring: try PangoTextMeasurer.measurer())
  }

  @Test(arguments: ImageFormat.allCases)
  func `the same drawing has the same bytes twice`(format: ImageFormat) throws {
    let first = try renderer.encode(drawing, as: format, metadata: .sample)
    #expect(try renderer.encode(drawing, as: format, metadata: .sample) == first)
  }

  @Test(arguments: ImageFormat.allCases)
  func `what was rendered before leaves no trace`(format: ImageFormat) throws {
    let first = try renderer.encode(drawing, as: format, metadata: .sample)
    for text in ["다른 그림", "W⁽²⁾ᵀ δ", "Hidden"] {
      for size in [7.0, 10, 31] {
        _ = try renderer.encode(
          page(saying: text, TextStyle(size: size).bold), as: format, metadata: .sample)
      }
    }
    #expect(try renderer.encode(drawing, as: format, metadata: .sample) == first)
  }

  @Test(arguments: ImageFormat.allCases)
  func `eight tasks at once make the bytes of one`(format: ImageFormat) async throws {
    let alone = try renderer.encode(drawing, as: format, metadata: .sample).bytes
    try await withThrowingTaskGroup(of: [UInt8].self) { [renderer, drawing] group in
      for _ in 0..<8 {
        group.addTask { try renderer.encode(drawing, as: format, metadata: .sample).bytes }
      }
      for try await bytes in group { #expect(bytes == alone) }
    }
  }

  @Test func `a PDF does not tell the second it was made in`() async throws {
    let first = try renderer.encode(drawing, as: .pdf, metadata: .sample)
    // Longer than the clock of a PDF date, which counts seconds.
    try await Task.sleep(for: .seconds(1.1))
    #expect(try renderer.encode(drawing, as: .pdf, metadata: .sample) == first)
  }

  @Test func `a drawing that fails leaves the next one as it was`() throws {
    let first = try renderer.encode(drawing, as: .png, metadata: .sample)
    var broken = drawing
    broken.fill(.circle(Point(.nan, 1), radius: 1), Color(hex: 0))
    #expect(throws: RenderError.self) {
      try renderer.encode(broken, as: .png, metadata: .sample)
    }
    #expect(try renderer.encode(drawing, as: .png, metadata: .sample) == first)
  }
}
